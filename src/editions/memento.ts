/**
 * Editions as mementos (RFC 7089): each has its own address and says of which page it is a past state and when it was
 * published; each document has a list of them, a TimeMap. Without a server that negotiates: all of it is files.
 */

/** The editions of each page by its address: number and moment of publication, in universal time. */
export type Mementos = Record<string, Record<string, string>>;

/** Where a site keeps its mementos, for the server that sends their headers. */
export const MEMENTOS_FILE = '/mementos.json';
/** Where it keeps what leads elsewhere: addresses of the past, and of editions by their day. */
export const REDIRECTS_FILE = '/redirects.json';

/** The headers of a page that is an edition or has some; none for any other. */
export function mementoHeaders(path: string, mementos: Mementos): Record<string, string> {
	const [, page = path, number] = /^(.*\/)editions\/(\d+)\/$/.exec(path) ?? [];
	const editions = Object.hasOwn(mementos, page) ? mementos[page] : undefined;
	if (!editions) return {};
	const timeMap = `<${page}timemap.link>; rel="timemap"; type="application/link-format"`;
	if (number === undefined) return { Link: timeMap };
	const published = editions[number];
	if (published === undefined) return {};
	return { 'Memento-Datetime': httpDate(published), Link: `<${page}>; rel="original", ${timeMap}` };
}

/** The TimeMap of a page in the format of web links (RFC 6690). */
export function timeMapLinks(page: string, editions: Record<string, string>): string {
	const all = inOrder(editions);
	const links = [
		`<${page}>; rel="original"`,
		`<${page}timemap.link>; rel="self"; type="application/link-format"${spanOf(all)}`,
		...all.map(([number, published], index) => {
			const ends = [index === 0 && 'first', index === all.length - 1 && 'last', 'memento'].filter(Boolean);
			return `<${page}editions/${number}/>; rel="${ends.join(' ')}"; datetime="${httpDate(published)}"`;
		}),
	];
	return `${links.join(',\n')}\n`;
}

/** The same as JSON. */
export function timeMapJson(page: string, editions: Record<string, string>): string {
	return `${JSON.stringify(
		{
			original_uri: page,
			timemap_uri: { link_format: `${page}timemap.link`, json_format: `${page}timemap.json` },
			mementos: {
				list: inOrder(editions).map(([number, published]) => ({
					datetime: published,
					uri: `${page}editions/${number}/`,
				})),
			},
		},
		undefined,
		'\t',
	)}\n`;
}

function inOrder(editions: Record<string, string>): [string, string][] {
	return Object.entries(editions).sort(([a], [b]) => Number(a) - Number(b));
}

function spanOf(editions: readonly [string, string][]): string {
	const [first, last] = [editions[0]?.[1], editions.at(-1)?.[1]];
	return first && last ? `; from="${httpDate(first)}"; until="${httpDate(last)}"` : '';
}

/** `Fri, 01 May 2026 09:00:00 GMT` */
function httpDate(moment: string): string {
	return new Date(moment).toUTCString();
}
