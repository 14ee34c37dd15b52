/**
 * Publishing from the editor on this machine: the merged content is checked, both sites are built from it and shown,
 * and where to look is said. The drafts join what is published only after that.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../src/model/catalogue.ts';
import { collections, type EntryType, entryTypes } from '../src/model/collection.ts';
import {
	addressOf,
	hasErrors,
	judge,
	type Release,
	type ReleaseOptions,
	release,
	type SiteName,
	siteAudiences,
	siteNames,
	type Workshop,
} from '../src/release/index.ts';
import type { Publish, ReleaseToPublish } from './server/index.ts';

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
			if (hasErrors(issues))
				return {
					published: false,
					message: 'Not published. Correct what is listed here, then publish again.',
					issues: issues.filter(({ severity }) => severity === 'error'),
				};
			toPublish.onProgress('Building both sites and the search …');
			const built = await release(workshop, { ...options(), content });
			onBuilt(built);
			return { published: true, links: linksOf(toPublish, judged.catalogue, local.addressOf) };
		});
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
