/**
 * The remote: another repository that everything is pushed to and pulled from. It is never waited for: a save is kept
 * here first, and what the remote does not have yet is pushed when it answers.
 */
import type { RemoteReport } from '../../src/cms/answers.ts';
import { GitFailure } from './git.ts';
import { broughtTogether, endPublished, isAncestor } from './main-branch.ts';
import type { Remote } from './options.ts';
import { draftOfRef, draftRefs } from './paths.ts';
import type { InTurn } from './queues.ts';
import { MAIN_QUEUE } from './releases.ts';
import { type Branch, MAIN, type Repository } from './repository.ts';

export interface RemoteFollower {
	/** Something has moved here: push soon. */
	moved(): void;
	/** Pull and push once, and say how it went. */
	exchange(): Promise<RemoteReport>;
	report(): RemoteReport;
	close(): Promise<void>;
}

export interface FollowRemoteOptions {
	repository: Repository;
	remote: Remote;
	inTurn: InTurn;
	clock: () => number;
	onReport(report: RemoteReport): void;
	/** Told when others have moved what is published. */
	onMain(): void;
}

/** Where what the remote has is kept here: refs of its own, so that nothing of ours is ever overwritten by a pull. */
const THEIRS = 'refs/remotes/remote/';
/** Saves come in bursts. */
const SOON_MS = 500;

export function followRemote(options: FollowRemoteOptions): RemoteFollower {
	const { remote, clock, onReport } = options;
	let latest: RemoteReport = {
		state: 'waiting',
		message: 'Not asked yet.',
		at: new Date(clock()).toISOString(),
	};
	let running: Promise<RemoteReport> | undefined;
	let again = false;
	let soon: NodeJS.Timeout | undefined;
	let closed = false;

	const tell = (state: RemoteReport['state'], message: string): RemoteReport => {
		const changed = state !== latest.state || message !== latest.message;
		latest = { state, message, at: new Date(clock()).toISOString() };
		if (changed) onReport(latest);
		return latest;
	};
	const once = async (): Promise<RemoteReport> => {
		try {
			await pull(options);
			const { apart, refused } = await push(options);
			if (refused.length > 0)
				return tell(
					'refused',
					`The remote does not take ${refused.join(', ')}. Everything is kept here: whoever looks after the remote has to let the editor push.`,
				);
			if (apart.length > 0)
				return tell(
					'apart',
					`The remote has other changes in ${apart.join(', ')}, which have to be brought together by hand.`,
				);
			return tell('up to date', 'The remote has everything.');
		} catch (error) {
			if (!(error instanceof GitFailure) && !closed) console.error(error);
			return tell('away', 'The remote does not answer. Everything is kept here, and pushed when it does.');
		}
	};
	const exchange = (): Promise<RemoteReport> => {
		if (running) {
			again = true;
			return running;
		}
		running = once().finally(() => {
			running = undefined;
			if (!again || closed) return;
			again = false;
			void exchange();
		});
		return running;
	};
	const every = setInterval(() => void exchange(), remote.every * 1000);
	every.unref();
	return {
		moved() {
			if (closed) return;
			clearTimeout(soon);
			soon = setTimeout(() => void exchange(), SOON_MS);
			soon.unref();
		},
		exchange,
		report: () => latest,
		async close() {
			closed = true;
			clearInterval(every);
			clearTimeout(soon);
			await running;
		},
	};
}

/** Take over what others pushed, wherever nothing of ours is lost by it. */
async function pull(options: FollowRemoteOptions): Promise<void> {
	const { repository, remote, inTurn } = options;
	await repository.git.run(
		[
			'fetch',
			'--quiet',
			'--prune',
			'--no-tags',
			'--no-write-fetch-head',
			remote.url,
			// As a pattern, because a remote that was made just now has no branch at all.
			`+${MAIN}*:${THEIRS}main*`,
			`+${draftRefs}*:${THEIRS}cms/*`,
		],
		{ patience: remote.patience * 1000 },
	);
	await inTurn(MAIN_QUEUE, () => pullMain(options));
	for (const theirs of await repository.branches(`${THEIRS}cms/`)) {
		const ref = `${draftRefs}${theirs.ref.slice(`${THEIRS}cms/`.length)}`;
		if (draftOfRef(ref)) await inTurn(ref, () => pullDraft(options, ref, theirs));
	}
}

async function pullMain({ repository, onMain }: FollowRemoteOptions): Promise<void> {
	const [ours, theirs] = [await repository.main(), await repository.head(`${THEIRS}main`)];
	if (!theirs) return;
	const both = await broughtTogether(repository, ours, theirs);
	if (!both || both.id === ours.id) return;
	if (!(await repository.move([{ ref: MAIN, from: ours.id, to: both.id }]))) return;
	await endPublished(repository, both.id);
	onMain();
}

/** A draft that somebody began or went on with elsewhere. One that ended here stays ended. */
async function pullDraft({ repository }: FollowRemoteOptions, ref: string, theirs: Branch): Promise<void> {
	const ours = await repository.head(ref);
	if (ours?.id === theirs.head) return;
	if (ours && !(await isAncestor(repository, ours.id, theirs.head))) return;
	if (!ours && (await hasEnded(repository, theirs.head))) return;
	await repository.move([{ ref, ...(ours && { from: ours.id }), to: theirs.head }]);
}

/** Whether it went on here: published, discarded, or as a draft of another name. */
async function hasEnded({ git }: Repository, head: string): Promise<boolean> {
	const where = [MAIN, draftRefs, 'refs/discarded/'];
	return (await git.run(['for-each-ref', '--count=1', '--contains', head, ...where])).out !== '';
}

/** Branches that the remote does not have as they are here: it has something else, or does not take them. */
interface Left {
	apart: string[];
	refused: string[];
}

/** Give the remote what it does not have. */
async function push({ repository, remote }: FollowRemoteOptions): Promise<Left> {
	const branches = [...(await repository.branches(MAIN)), ...(await repository.branches(draftRefs))];
	const theirs = new Map((await repository.branches(THEIRS)).map(({ ref, head }) => [ref, head]));
	const theirRef = (ref: string) => `${THEIRS}${ref.slice('refs/heads/'.length)}`;
	const refspecs: string[] = [];
	const apart: string[] = [];
	for (const { ref, head } of branches) {
		const known = theirs.get(theirRef(ref));
		if (known === head) continue;
		const follows =
			known === undefined ||
			(await isAncestor(repository, known, head)) ||
			// Begun anew where another draft has ended.
			(draftOfRef(ref) && (await hasEnded(repository, known)));
		if (follows) refspecs.push(`${head}:${ref}`);
		else apart.push(ref.slice('refs/heads/'.length));
	}
	// What ended here ends there, unless somebody has gone on with it.
	const open = new Set(branches.map(({ ref }) => theirRef(ref)));
	for (const [ref, head] of theirs) {
		const own = `refs/heads/${ref.slice(THEIRS.length)}`;
		if (!open.has(ref) && draftOfRef(own) && (await hasEnded(repository, head))) refspecs.push(`:${own}`);
	}
	if (refspecs.length === 0) return { apart, refused: [] };
	// Each only from where it was seen: a push from elsewhere that came in between is never undone.
	const seen = refspecs.map((refspec) => refspec.slice(refspec.indexOf(':') + 1));
	const leases = seen.map((ref) => `--force-with-lease=${ref}:${theirs.get(theirRef(ref)) ?? ''}`);
	const { out } = await repository.git.run(
		['push', '--quiet', '--porcelain', '--no-verify', ...leases, remote.url, ...refspecs],
		{ patience: remote.patience * 1000, answers: [1] },
	);
	const left = out.split('\n').filter((line) => line.startsWith('!'));
	const branchIn = (line: string) => /:refs\/heads\/(\S+)/.exec(line)?.[1] ?? 'a branch';
	const isRefused = (line: string) => line.includes('[remote rejected]');
	return {
		apart: [...apart, ...left.filter((line) => !isRefused(line)).map(branchIn)],
		refused: left.filter(isRefused).map(branchIn),
	};
}
