/**
 * What a page may do, and what its server says about it. The same policy stands in the page (for copies served
 * without headers) and in the headers.
 */

/** Where a search index is read: the only pages that run WebAssembly. The handbook is also searched as at a day. */
function isSearch(path: string): boolean {
	return /^\/(?:(?:cy\/)?search|as-at)\/$/.test(path);
}

/** The pages that fetch anything, and only from their own site: those, and the ones that compare two editions and make evidence. */
function mayFetch(path: string): boolean {
	return isSearch(path) || /^\/(?:cy\/)?(?:compare|register)\/$/.test(path);
}

function directives(path: string): string[] {
	return [
		"default-src 'none'",
		isSearch(path) ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
		"style-src 'self'",
		"img-src 'self'",
		"font-src 'self'",
		mayFetch(path) ? "connect-src 'self'" : "connect-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	];
}

/** The policy for the page’s own `<meta>`. */
export function metaPolicy(path: string): string {
	return directives(path).join('; ');
}

/** The headers to send with a file or page. `path` is its address on the site, without a query. */
export function headersFor(path: string): Record<string, string> {
	return {
		// A page cannot forbid framing from inside itself, so this directive stands in the header alone.
		'Content-Security-Policy': [...directives(path), "frame-ancestors 'none'"].join('; '),
		'Referrer-Policy': 'no-referrer',
		'X-Content-Type-Options': 'nosniff',
		'X-Robots-Tag': 'noindex',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
		'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
		'Cache-Control': cacheControl(path),
	};
}

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

function cacheControl(path: string): string {
	// The name of a file under assets changes with its content.
	if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
	// Pages about a person’s situation, and letters being filled, are not kept on the disk of the device.
	if (/^\/(?:[a-z]{2}\/)?(?:information|letters|compare)\//.test(path)) return 'no-store';
	return 'no-cache';
}
