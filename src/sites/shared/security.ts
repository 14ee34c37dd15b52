/**
 * What a page may do, and what its server says about it. The same policy stands in the page (for copies served
 * without headers) and in the headers.
 */

/** Where a search index is read: the only pages that run WebAssembly. The handbook is also searched as at a day. */
const SEARCH = /^\/(?:(?:cy\/)?search|as-at)\/$/;
/** The other pages that fetch anything, and only from their own site: they compare two editions and make evidence. */
const FETCH = /^\/(?:cy\/)?(?:compare|register)\/$/;

function directives({ search, fetch }: { search: boolean; fetch: boolean }): string[] {
	return [
		"default-src 'none'",
		search ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
		"style-src 'self'",
		"img-src 'self'",
		"font-src 'self'",
		fetch ? "connect-src 'self'" : "connect-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	];
}

/** The policy for the page’s own `<meta>`. */
export function metaPolicy(path: string): string {
	const search = SEARCH.test(path);
	return directives({ search, fetch: search || FETCH.test(path) }).join('; ');
}

/** A header by the address of a page or file: the value of the first pattern that fits, else the other. */
export interface HeaderRule {
	header: string;
	values: readonly { paths: RegExp; value: string }[];
	otherwise: string;
}

// A page cannot forbid framing from inside itself, so this directive stands in the header alone.
const policyHeader = (search: boolean, fetch: boolean) =>
	[...directives({ search, fetch }), "frame-ancestors 'none'"].join('; ');
const always = (header: string, otherwise: string): HeaderRule => ({ header, values: [], otherwise });

const refusedFeatures = [
	'accelerometer',
	'autoplay',
	'browsing-topics',
	'camera',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'gamepad',
	'geolocation',
	'gyroscope',
	'hid',
	'identity-credentials-get',
	'idle-detection',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'picture-in-picture',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'storage-access',
	'usb',
	'xr-spatial-tracking',
];

/**
 * The headers to send with every file and page, as data: the preview sends them, and the configuration of a real web
 * server is written from them.
 */
export const headerRules: readonly HeaderRule[] = [
	{
		header: 'Content-Security-Policy',
		values: [
			{ paths: SEARCH, value: policyHeader(true, true) },
			{ paths: FETCH, value: policyHeader(false, true) },
		],
		otherwise: policyHeader(false, false),
	},
	always('Referrer-Policy', 'no-referrer'),
	always('X-Content-Type-Options', 'nosniff'),
	always('X-Robots-Tag', 'noindex'),
	always('Cross-Origin-Opener-Policy', 'same-origin'),
	always('Cross-Origin-Resource-Policy', 'same-origin'),
	always('Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload'),
	always('Permissions-Policy', refusedFeatures.map((feature) => `${feature}=()`).join(', ')),
	{
		header: 'Cache-Control',
		values: [
			// The name of a file under assets changes with its content.
			{ paths: /^\/assets\//, value: 'public, max-age=31536000, immutable' },
			// Pages about a person’s situation, and letters being filled, are not kept on the disk of the device.
			{ paths: /^\/(?:[a-z]{2}\/)?(?:information|letters|compare)\//, value: 'no-store' },
		],
		otherwise: 'no-cache',
	},
];

/** The headers to send with a file or page. `path` is its address on the site, without a query. */
export function headersFor(path: string): Record<string, string> {
	return Object.fromEntries(
		headerRules.map(({ header, values, otherwise }) => [
			header,
			values.find(({ paths }) => paths.test(path))?.value ?? otherwise,
		]),
	);
}
