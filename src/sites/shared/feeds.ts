/**
 * Feeds: what has changed, for feed readers and for other systems. Atom and JSON of the same entries.
 *
 * A site does not know the address it is served under, so links are those of the site itself; a reader resolves
 * them against the address of the feed. Texts are plain, and are written as the HTML that both forms ask for.
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
	text: string;
}

export interface FeedFacts {
	/** What its two addresses begin with: `/feeds/all` of `/feeds/all.xml` and `/feeds/all.json`. */
	path: string;
	title: string;
	/** Who tells of the changes: the name of the site. */
	author: string;
	description: string;
	language: string;
	/** The page that tells the same. */
	page: string;
}

/** Stands for the address of the site while a feed is written, which asks for whole addresses, and is taken out again. */
const SITE = 'https://site.invalid';
/** What the names of feeds and entries begin with: they stay the same wherever the site is served. */
const ID = 'tag:victim-communication.invalid,2026:';
/** A reader that was away for longer finds the rest on the page. */
const MOST = 50;

/** The two files of a feed. `entries` come newest first. */
export function feedFiles(facts: FeedFacts, entries: readonly FeedEntry[]): PageInput[] {
	const { path } = facts;
	return [
		// Only Atom takes a title for HTML.
		{ path: `${path}.xml`, data: feedOf(facts, entries, escapeText).atom1().replaceAll(SITE, '') },
		{
			path: `${path}.json`,
			data: feedOf(facts, entries, (title) => title)
				.json1()
				.replaceAll(SITE, ''),
		},
	];
}

function feedOf(
	{ path, title, author, description, language, page }: FeedFacts,
	entries: readonly FeedEntry[],
	titled: (title: string) => string,
): Feed {
	const recent = entries.slice(0, MOST);
	const feed = new Feed({
		id: `${ID}${path}`,
		title,
		author: { name: author },
		description,
		language,
		link: `${SITE}${page}`,
		copyright: '',
		generator: false,
		// A feed of nothing is as old as time: it says nothing of the moment it was built for.
		updated: new Date(recent[0]?.published ?? 0),
		feedLinks: { atom: `${SITE}${path}.xml`, json: `${SITE}${path}.json` },
	});
	for (const entry of recent) {
		feed.addItem({
			id: `${ID}${entry.id}`,
			title: titled(entry.title),
			link: `${SITE}${entry.path}`,
			date: new Date(entry.published),
			published: new Date(entry.published),
			description: escapeText(entry.text),
		});
	}
	return feed;
}

function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
