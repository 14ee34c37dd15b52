/**
 * Feeds: what has changed, for feed readers and for other systems. Atom and JSON of the same entries.
 *
 * A site does not know the address it is served under, so links are those of the site itself; a reader resolves
 * them against the address of the feed.
 */
import { Feed } from 'feed';
import type { PageInput } from '../../release/site-input.ts';

export interface FeedEntry {
	/** Unique within the site, and never used again: `GD-004/3`. */
	id: string;
	title: string;
	path: string;
	/** The moment it was published, in universal time. */
	published: string;
	what: string;
	why: string;
}

export interface FeedFacts {
	/** `/feeds/<name>.xml` and `/feeds/<name>.json`. */
	name: string;
	title: string;
	description: string;
	language: string;
	/** The page that tells the same. */
	page: string;
	/** The moment of the site: that of the feed while nothing was published. */
	at: string;
}

/** Stands for the address of the site while a feed is written, which asks for whole addresses, and is taken out again. */
const SITE = 'https://site.invalid';
/** A reader that was away for longer finds the rest on the page. */
const MOST = 50;

/** The two files of a feed. `entries` come newest first. */
export function feedFiles(
	{ name, title, description, language, page, at }: FeedFacts,
	entries: readonly FeedEntry[],
): PageInput[] {
	const recent = entries.slice(0, MOST);
	const path = `/feeds/${name}`;
	const feed = new Feed({
		id: `tag:victim-communication.invalid,2026:${path}`,
		title,
		description,
		language,
		link: `${SITE}${page}`,
		copyright: '',
		generator: false,
		updated: new Date(recent[0]?.published ?? at),
		feedLinks: { atom: `${SITE}${path}.xml`, json: `${SITE}${path}.json` },
	});
	for (const entry of recent) {
		feed.addItem({
			id: `tag:victim-communication.invalid,2026:${entry.id}`,
			title: entry.title,
			link: `${SITE}${entry.path}`,
			date: new Date(entry.published),
			published: new Date(entry.published),
			description: `${entry.what} Why: ${entry.why}`,
		});
	}
	return [
		{ path: `${path}.xml`, data: feed.atom1().replaceAll(SITE, '') },
		{ path: `${path}.json`, data: feed.json1().replaceAll(SITE, '') },
	];
}
