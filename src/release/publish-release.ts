/**
 * A release from beginning to end: plan, agree, freeze, build, verify, swap. What stops it on the way leaves the
 * editions and the release that is served as they were.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lateIssues, planInWords } from '../editions/index.ts';
import { type Frozen, freeze, type Publication } from '../editions/publish.ts';
import { openSigningKey } from '../editions/signing.ts';
import type { Issue } from '../model/issue.ts';
import { disk, inOperatorsWords } from './file-operations.ts';
import { type PublishOptions, planPublication } from './publish.ts';
import { openRegisters } from './registers.ts';
import { hasErrors, type Release, release, type Workshop } from './release.ts';
import { takeLock, tidyLocks } from './release-lock.ts';
import { planError, planRedaction } from './retract.ts';
import { type Swapped, swapIn } from './swap.ts';
import { unsound } from './verify-folder.ts';

export interface ReleaseToPublish extends PublishOptions {
	/** Folder the sites are built in. */
	out: string;
	/** Folder of all releases. */
	releases: string;
	/** The file of the key that signs the registers; the demonstration key when absent. */
	keyFile?: string;
	/** Told of each step as it ends. */
	onStep?: (name: string, ms: number, detail: string) => void;
	/** In place of publishing the content: an edition to take back, named `GD-001/3`. */
	takeBack?: { edition: string; why: string; words?: string };
	/**
	 * Told when both sites are finished, before readers see them: the last moment to keep what was frozen. Answers the
	 * commit it is kept in. What it throws stops the release.
	 */
	beforeReaders?: () => Promise<string>;
	/**
	 * Told how to take back at once what was done so far, for whoever is stopped on the way; and told nothing as soon as
	 * readers see it or it has ended by itself.
	 */
	whenStopped?: (takeBack: (() => void) | undefined) => void;
	/** Whether what goes live, in words, may; asked only when something new does. */
	agree(words: string, issues: readonly Issue[]): Promise<boolean>;
}

export type PublishedRelease =
	| { kind: 'published'; words: string; isNew: boolean; sites: Release['sites']; swapped: Swapped }
	/** What is wrong, each with what to do. */
	| { kind: 'refused'; issues: Issue[] }
	| { kind: 'not agreed' };

/** Publish, one at a time. Throws in an operator’s words, and then nothing was published. */
export async function publishRelease(
	workshop: Workshop,
	options: ReleaseToPublish,
): Promise<PublishedRelease> {
	const editions = join(options.content, 'editions');
	// A key that cannot be read is told today, not on the day when there is something to sign.
	openSigningKey('', options.keyFile);
	const letGo = takeLocks([
		[options.releases, RELEASING],
		[editions, LOCK],
	]);
	options.whenStopped?.(letGo);
	try {
		const found = await whatToFreeze(workshop, options);
		if ('refused' in found) return { kind: 'refused', issues: found.refused };
		const { publication, words, issues } = found;
		const isNew = Object.values(publication.entries).some((entries) => entries.length > 0);
		if (isNew && words !== '' && !(await options.agree(words, issues))) return { kind: 'not agreed' };
		const frozen = freeze(editions, publication);
		options.whenStopped?.(() => {
			frozen.undo();
			letGo();
		});
		return { kind: 'published', words, isNew, ...(await goLive(workshop, options, frozen)) };
	} catch (problem) {
		throw inOperatorsWords(problem);
	} finally {
		options.whenStopped?.(undefined);
		letGo();
	}
}

const LOCK = '.lock';
/** Held in the folder of releases from planning to the end: whoever publishes there begins where the last has ended. */
const RELEASING = '.releasing';

/** Take a lock in each folder, or none. Gives what lets them go. */
function takeLocks(wanted: readonly (readonly [folder: string, name: string])[]): () => void {
	const taken: (() => void)[] = [];
	const letGo = () => {
		for (const each of taken.toReversed()) each();
	};
	try {
		for (const [folder, name] of wanted) {
			mkdirSync(folder, { recursive: true });
			taken.push(takeLock(disk, join(folder, name)));
			tidyLocks(disk, folder, name);
		}
	} catch (problem) {
		letGo();
		throw inOperatorsWords(problem);
	}
	return letGo;
}

interface ToFreeze {
	publication: Publication;
	words: string;
	issues: Issue[];
}

async function whatToFreeze(
	workshop: Workshop,
	options: ReleaseToPublish,
): Promise<ToFreeze | { refused: Issue[] }> {
	const { content, at, keyFile, takeBack } = options;
	const key = keyFile === undefined ? {} : { keyFile };
	if (takeBack) {
		const late = lateIssues(openRegisters(content), at);
		if (late.length > 0) return { refused: late };
		const { edition, why, words } = takeBack;
		const retracted =
			words === undefined
				? planError(content, edition, { at, why })
				: planRedaction(content, edition, words, { at, why });
		return {
			publication: { ...retracted, ...key },
			words: planInWords({ ...retracted, stillInError: [] }),
			issues: [],
		};
	}
	const { issues, plan, images } = await planPublication(workshop, options);
	if (!plan) return { refused: issues };
	if (plan.refusals.length > 0) return { refused: plan.refusals };
	return {
		publication: { ...plan, ...key, images },
		words: planInWords(plan),
		issues,
	};
}

/** Build what was frozen and serve it; when that fails, take it back. */
async function goLive(
	workshop: Workshop,
	{ content, out, releases, at, onStep, beforeReaders, whenStopped }: ReleaseToPublish,
	frozen: Frozen,
): Promise<{ sites: Release['sites']; swapped: Swapped }> {
	try {
		const { issues, sites } = await release(workshop, {
			content,
			out,
			at,
			documents: 'published',
			...(onStep && { onStep }),
		});
		if (hasErrors(issues))
			throw new Error(issues.map(({ file, message }) => `${file}: ${message}`).join('\n'));
		const commit = await beforeReaders?.();
		const swapped = swapIn({
			built: out,
			releases,
			at,
			...(commit !== undefined && { commit }),
			verify: (folder, record) => unsound(workshop, folder, record, content, releases),
		});
		whenStopped?.(undefined);
		frozen.settle();
		return { sites, swapped };
	} catch (problem) {
		frozen.undo();
		throw problem;
	}
}
