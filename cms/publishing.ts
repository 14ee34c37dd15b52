/**
 * Publishing from the editor, whatever shows the result to readers: the merged content is laid into a folder, shown from
 * there, what was frozen joins the release, and where to look is said.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { collections, entryTypes } from '../src/model/collection.ts';
import type { Issue } from '../src/model/issue.ts';
import { filesBelow } from '../src/release/digest.ts';
import { addressOf, type SiteName, siteAudiences, siteNames, type Workshop } from '../src/release/index.ts';
import type { NotPublished, Publish, ReleaseToPublish } from './server/index.ts';

/** Where each site is served. */
export type SiteAddress = (site: SiteName) => string | undefined;

export interface PublishingOptions {
	workshop: Workshop;
	addressOf: SiteAddress;
	/** Freeze what is in the folder and show it; answers why not. */
	show(content: string, toPublish: ReleaseToPublish): Promise<NotPublished | undefined>;
}

export function publishing({ workshop, addressOf, show }: PublishingOptions): Publish {
	return async (toPublish) => {
		toPublish.onProgress('Checking everything that will be published …');
		const content = emptyContent(workshop);
		await toPublish.writeContent(content);
		return (
			(await show(content, toPublish)) ?? { published: true, links: linksOf(toPublish.drafts, addressOf) }
		);
	};
}

/** The folder that content of the repository is laid into; nothing is in it. */
export function emptyContent({ work }: Workshop): string {
	const content = join(work, 'to-publish', 'content');
	rmSync(content, { recursive: true, force: true });
	return content;
}

export function refused(issues: readonly Issue[]): NotPublished {
	return {
		published: false,
		message: 'Not published. Correct what is listed here, then publish again.',
		issues: issues.filter(({ severity }) => severity === 'error'),
	};
}

/** A moment without parts of a second: the register knows none. */
export function wholeSecond(moment: string): string {
	return moment.replace(/\.\d+Z$/, 'Z');
}

/** Adds what is frozen in a content folder, from now on, to a release; asked again, what has changed since. */
export function keepsEditions(
	content: string,
	add: ReleaseToPublish['addFiles'],
): (message: string) => Promise<void> {
	const editions = join(content, 'editions');
	let before = bytesBelow(editions);
	return async (message) => {
		const after = bytesBelow(editions);
		const names = [...new Set([...before.keys(), ...after.keys()])];
		const changed = names
			.map((name) => ({ name, was: before.get(name), bytes: after.get(name) }))
			.filter(({ was, bytes }) => !(was && bytes ? was.equals(bytes) : was === bytes));
		before = after;
		if (changed.length === 0) return;
		await add(
			changed.map(({ name, bytes }) => ({ path: `content/editions/${name}`, ...(bytes && { bytes }) })),
			message,
		);
	};
}

/** The commit that holds what a release of the editor froze. */
export function frozenFrom(drafts: ReleaseToPublish['drafts']): string {
	return `Freeze the editions of ${drafts.map(({ collection, slug }) => `${collection}/${slug}`).join(', ')}`;
}

/** Locks and what is on its way are no part of what was frozen. */
const PASSING = /(?:^|\/)\.|\.(?:coming|tmp)$/;

function bytesBelow(folder: string): Map<string, Buffer> {
	if (!existsSync(folder)) return new Map();
	return new Map(
		filesBelow(folder)
			.filter((file) => !PASSING.test(file))
			.map((file) => [file, readFileSync(join(folder, file))]),
	);
}

const siteWords: Record<SiteName, string> = { handbook: 'the handbook', public: 'the public pages' };

/** Where readers find what was published. */
function linksOf(
	drafts: ReleaseToPublish['drafts'],
	siteAddress: SiteAddress,
): { title: string; url: string }[] {
	return drafts.flatMap(({ collection, slug, title }) => {
		const type = entryTypes.find((each) => collections[each].folder === collection);
		if (!type) return [];
		return siteNames.flatMap((site) => {
			const path = addressOf(siteAudiences[site], type, slug);
			const address = siteAddress(site);
			return path && address
				? [{ title: `${title} in ${siteWords[site]}`, url: new URL(path, address).href }]
				: [];
		});
	});
}
