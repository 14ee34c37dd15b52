/**
 * What nginx is told of a finished site: the headers of every address, which editions there are, and where addresses
 * of the past lead. Written from the same rules and files as the preview is served from.
 */
import type { SiteName } from './compile.ts';
import { filesBelow } from './digest.ts';
import { pastHeaders, pastRedirects } from './served-past.ts';

/** A header by the address of a page or file: the value of the first pattern that fits, else the other. */
interface HeaderRule {
	header: string;
	values: readonly { paths: RegExp; value: string }[];
	otherwise: string;
}

export interface NginxConfig {
	/** For the `http` block. */
	maps: string;
	/** For the `server` block of the site. */
	server: string;
}

const PAST_HEADERS = ['Memento-Datetime', 'Link'] as const;

/** The configuration of a finished site in a folder. */
export function nginxConfig(site: SiteName, folder: string, rules: readonly HeaderRule[]): NginxConfig {
	const page = `$${site}_page`;
	const past = pagesIn(folder).map((path) => ({ path, headers: pastHeaders(folder, path) }));
	const headers = [
		...rules.map(({ header, values, otherwise }) => ({
			header,
			lines: [['default', otherwise], ...values.map(({ paths, value }) => [`~${paths.source}`, value])],
		})),
		...PAST_HEADERS.map((header) => ({
			header,
			lines: [
				['default', ''],
				...past.flatMap(({ path, headers }) => {
					const value = headers[header];
					return value === undefined ? [] : [[path, value]];
				}),
			],
		})),
	];
	const moved = pastRedirects(folder).map(({ from, to }) => [from, to]);
	return {
		maps: [
			`# The address of the page that answers: nginx asks for its index inside itself.`,
			map('$uri', page, [
				['default', '$uri'],
				['~^(?<folder>.*/)index\\.html$', '$folder'],
			]),
			...headers.map(({ header, lines }) => map(page, variable(site, header), lines as [string, string][])),
			map('$uri', `$${site}_moved`, [['default', ''], ...(moved as [string, string][])]),
		].join('\n'),
		server: `${[
			...headers.map(({ header }) => `add_header ${header} ${variable(site, header)} always;`),
			`if ($${site}_moved) { return 301 $${site}_moved; }`,
		].join('\n')}\n`,
	};
}

/** Addresses of the pages of a finished site. */
function pagesIn(folder: string): string[] {
	return filesBelow(folder)
		.filter((file) => file.endsWith('.html'))
		.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}

function variable(site: SiteName, header: string): string {
	return `$${site}_${header.toLowerCase().replaceAll('-', '_')}`;
}

function map(from: string, to: string, lines: readonly [string, string][]): string {
	return `map ${from} ${to} {\n${lines.map(([key, value]) => `\t${quoted(key)} ${quoted(value)};\n`).join('')}}\n`;
}

function quoted(text: string): string {
	if (/\p{Cc}/u.test(text)) throw new Error(`Unexpected control character in ${JSON.stringify(text)}`);
	return text === 'default' ? text : `"${text.replaceAll('"', '\\"')}"`;
}
