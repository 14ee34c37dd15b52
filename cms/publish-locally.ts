/**
 * Publishing from the editor on this machine: editions are frozen, and both sites are built from the merged content and
 * shown as the preview shows them. The drafts join what is published only after that.
 */
import { join } from 'node:path';
import { freeze } from '../src/editions/publish.ts';
import {
	hasErrors,
	planPublication,
	type Release,
	type ReleaseOptions,
	release,
	type Workshop,
} from '../src/release/index.ts';
import {
	frozenFrom,
	keepsEditions,
	publishing,
	refused,
	type SiteAddress,
	wholeSecond,
} from './publishing.ts';
import type { NotPublished, Publish, ReleaseToPublish } from './server/index.ts';

export interface PublishLocallyOptions {
	workshop: Workshop;
	/** How the sites here are built, but for their content. */
	options: () => Omit<ReleaseOptions, 'content'>;
	addressOf: SiteAddress;
	/** Run when no other build does. */
	inTurn: <T>(work: () => Promise<T>) => Promise<T>;
	/** Told when both sites are built anew. */
	onBuilt: (release: Release) => void;
}

export function publishLocally(local: PublishLocallyOptions): Publish {
	const { workshop, addressOf, inTurn } = local;
	const publish = publishing({
		workshop,
		addressOf,
		show: (content, toPublish) => show(local, content, toPublish),
	});
	return (toPublish) => inTurn(() => publish(toPublish));
}

async function show(
	{ workshop, options, onBuilt }: PublishLocallyOptions,
	content: string,
	{ at, addFiles, drafts, onProgress }: ReleaseToPublish,
): Promise<NotPublished | undefined> {
	const keepEditions = keepsEditions(content, addFiles);
	// The server has let nobody sign or publish what they wrote.
	const { plan, issues, images } = await planPublication(workshop, {
		content,
		at: wholeSecond(at),
		authorsOf: () => [],
	});
	if (!plan) return refused(issues);
	if (plan.refusals.length > 0) return refused(plan.refusals);
	onProgress('Freezing the editions …');
	freeze(join(content, 'editions'), { ...plan, images }).settle();
	await keepEditions(frozenFrom(drafts));
	onProgress('Building both sites and the search …');
	const built = await release(workshop, { ...options(), content });
	// The sites still show what was published before.
	if (hasErrors(built.issues)) return refused(built.issues);
	onBuilt(built);
	return undefined;
}
