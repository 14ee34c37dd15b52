/**
 * Publishing from the editor on this machine: the merged content is checked, its editions are frozen, both sites are
 * built from it and shown, and where to look is said. The drafts join what is published only after that.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freeze } from '../src/editions/publish.ts';
import type { Catalogue } from '../src/model/catalogue.ts';
import { collections, type EntryType, entryTypes } from '../src/model/collection.ts';
import type { Issue } from '../src/model/issue.ts';
import { filesBelow } from '../src/release/digest.ts';
import {
	addressOf,
	hasErrors,
	judge,
	planPublication,
	type Release,
	type ReleaseOptions,
	release,
	type SiteName,
	siteAudiences,
	siteNames,
	type Workshop,
} from '../src/release/index.ts';
import type { NotPublished, Publish, ReleaseToPublish } from './server/index.ts';

export interface PublishLocallyOptions {
	workshop: Workshop;
	/** How the sites here are built, but for their content. */
	options: () => Omit<ReleaseOptions, 'content'>;
	/** Where each site is served. */
	addressOf: (site: SiteName) => string | undefined;
	/** Run when no other build does. */
	inTurn: <T>(work: () => Promise<T>) => Promise<T>;
	/** Told when both sites are built anew. */
	onBuilt: (release: Release) => void;
}

const siteWords: Record<SiteName, string> = { handbook: 'the handbook', public: 'the public pages' };

export function publishLocally({
	workshop,
	options,
	inTurn,
	onBuilt,
	...local
}: PublishLocallyOptions): Publish {
	return (toPublish) =>
		inTurn(async () => {
			const content = join(workshop.work, 'to-publish', 'content');
			rmSync(content, { recursive: true, force: true });
			toPublish.onProgress('Checking everything that will be published …');
			await toPublish.writeContent(content);
			const { judged, issues } = await judge(workshop, content, options().at);
			if (hasErrors(issues)) return refused(issues.filter(({ severity }) => severity === 'error'));
			toPublish.onProgress('Freezing the editions …');
			const refusals = await freezeEditions(workshop, content, toPublish);
			if (refusals.length > 0) return refused(refusals);
			toPublish.onProgress('Building both sites and the search …');
			const built = await release(workshop, { ...options(), content });
			// The sites still show what was published before.
			if (hasErrors(built.issues))
				return refused(built.issues.filter(({ severity }) => severity === 'error'));
			onBuilt(built);
			return { published: true, links: linksOf(toPublish, judged.catalogue, local.addressOf) };
		});
}

function refused(issues: Issue[]): NotPublished {
	return {
		published: false,
		message: 'Not published. Correct what is listed here, then publish again.',
		issues,
	};
}

/** Freeze the edition of every document whose words changed, and add them to the release. Answers what refuses it. */
async function freezeEditions(
	workshop: Workshop,
	content: string,
	{ at, addFiles, drafts }: ReleaseToPublish,
): Promise<Issue[]> {
	const editions = join(content, 'editions');
	// The server has let nobody sign or publish what they wrote.
	const { plan, issues, images } = await planPublication(workshop, {
		content,
		at: wholeSecond(at),
		authorsOf: () => [],
	});
	if (!plan) return issues.filter(({ severity }) => severity === 'error');
	if (plan.refusals.length > 0) return plan.refusals;
	const before = bytesBelow(editions);
	freeze(editions, { ...plan, images }).settle();
	const files = [...bytesBelow(editions)].flatMap(([file, bytes]) =>
		before.get(file)?.equals(bytes) ? [] : [{ path: `content/editions/${file}`, bytes }],
	);
	const names = drafts.map(({ collection, slug }) => `${collection}/${slug}`).join(', ');
	if (files.length > 0) await addFiles(files, `Freeze the editions of ${names}`);
	return [];
}

/** The register knows no parts of a second. */
function wholeSecond(moment: string): string {
	return moment.replace(/\.\d+Z$/, 'Z');
}

function bytesBelow(folder: string): Map<string, Buffer> {
	if (!existsSync(folder)) return new Map();
	return new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file))]));
}

/** Where readers find what was published. */
function linksOf(
	{ drafts }: ReleaseToPublish,
	catalogue: Catalogue,
	siteAddress: PublishLocallyOptions['addressOf'],
): { title: string; url: string }[] {
	return drafts.flatMap(({ collection, slug }) => {
		const type = entryTypes.find((each) => collections[each].folder === collection);
		if (!type) return [];
		const title = titleOf(catalogue, type, slug);
		return siteNames.flatMap((site) => {
			const path = addressOf(siteAudiences[site], type, slug);
			const address = siteAddress(site);
			return path && address
				? [{ title: `${title} in ${siteWords[site]}`, url: new URL(path, address).href }]
				: [];
		});
	});
}

function titleOf(catalogue: Catalogue, type: EntryType, id: string): string {
	const { title, name } = (catalogue.get(type, id)?.data ?? {}) as { title?: string; name?: unknown };
	return title ?? (typeof name === 'string' ? name : id);
}
