/**
 * Releases: from an approver’s “Publish” to the readers. One at a time; the drafts of one release go live together or
 * not at all, and `main` moves only when readers see them.
 */

import { randomUUID } from 'node:crypto';
import type { ReleaseReport } from '../../src/cms/answers.ts';
import type { DraftName } from '../../src/cms/protocol.ts';
import { type Commit, identityOf, trailer } from './commits.ts';
import type { Desk, Person } from './desk.ts';
import { type Draft, RELEASE } from './drafts.ts';
import { refuseProblems } from './judgement.ts';
import { conflictWithMain, mergeTrees } from './merging.ts';
import { momentOf } from './moment.ts';
import type { Publish } from './options.ts';
import { draftRef } from './paths.ts';
import { Refusal } from './refusal.ts';
import { releaseContent } from './release-content.ts';
import { MAIN, type RefMove } from './repository.ts';
import { mayPublish } from './rules.ts';
import { MainMoved, nameShown, settleShown } from './shown.ts';
import { titleOf } from './titles.ts';
import { judged } from './workflow.ts';

export interface Releases {
	/** Put drafts in the queue, with all that share their mark. Answers when the release has ended. */
	request(
		person: Person,
		names: readonly DraftName[],
	): Promise<{ report: ReleaseReport; ended: Promise<ReleaseReport> }>;
	/** The latest first. */
	list(): Promise<ReleaseReport[]>;
	/** Ends when no release is under way. */
	rest(): Promise<void>;
}

export interface ReleasesOptions {
	desk: Desk;
	publish: Publish;
	/** Told of every step of every release. */
	onReport(report: ReleaseReport): void;
	/** Told of the commit that is published now, and of who published it; answers what else is to be said. */
	onPublished(commit: Commit): Promise<string | undefined>;
}

/** Attempts to move `main`: it is moved by nobody else but a push from elsewhere. */
const MOST_ATTEMPTS = 3;
const MOST_LISTED = 20;
/** Everything that moves `main` does so in this queue. */
export const MAIN_QUEUE = MAIN;

export function openReleases({ desk, publish, onReport, onPublished }: ReleasesOptions): Releases {
	const reports: ReleaseReport[] = [];
	let underWay: Promise<unknown> = Promise.resolve();

	const run = async (
		person: Person,
		names: readonly DraftName[],
		report: ReleaseReport,
	): Promise<ReleaseReport> => {
		const tell = (news: Partial<ReleaseReport>) => {
			Object.assign(report, news);
			onReport({ ...report });
		};
		const refs = names.map(draftRef);
		let seen = false;
		try {
			for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
				// Nobody may be in the middle of a save when the drafts are taken.
				const drafts = await held(desk, names);
				tell({ state: 'running', message: 'Checking what will be published …' });
				const main = await desk.repository.main();
				const merged = await merge(desk, person, drafts, main, report.id);
				await refuseProblems(desk, drafts, merged, 'publish');
				const content = releaseContent(desk.repository, merged);
				let named: Commit | undefined;
				const answer = await publish({
					mergeCommit: merged.id,
					before: main.id,
					drafts: report.drafts,
					by: person.id,
					at: momentOf(desk.clock()),
					writeContent: content.write,
					addFiles: content.add,
					async beforeReaders(isShown) {
						await nameShown(desk.repository, { before: main, end: content.end() }, isShown);
						named = content.end();
						return named.id;
					},
					onProgress: (message) => tell({ message }),
				}).catch((error) => {
					if (error instanceof MainMoved) return undefined;
					throw error;
				});
				if (!answer) continue;
				if (!answer.published) {
					tell({ state: 'failed', message: answer.message, ...(answer.issues && { issues: answer.issues }) });
					return report;
				}
				seen = named !== undefined;
				let end = content.end();
				// What readers see already is not published again, whatever others have done to `main` meanwhile.
				if (named) end = await settleShown(desk.repository, end);
				else if (!(await moveMain(desk, main, end, drafts))) continue;
				const said = await onPublished(end);
				tell({ state: 'published', message: `Published.${said ? ` ${said}` : ''}`, links: answer.links });
				return report;
			}
			throw new Refusal('failed', 'Others are publishing again and again from elsewhere. Publish once more.');
		} catch (error) {
			const known = error instanceof Refusal;
			if (!known) console.error(error);
			const fault = seen
				? 'Readers see this now, but the repository could not record it. Nothing is lost: tell whoever runs the editor before anything else is published.'
				: 'Publishing stopped with a fault of the server. Nothing has changed; publish again.';
			tell({
				state: 'failed',
				message: known ? error.message : fault,
				...(known && error.detail.issues && { issues: error.detail.issues }),
			});
			return report;
		} finally {
			for (const ref of refs) desk.releasing.delete(ref);
			desk.onMove();
		}
	};

	return {
		async request(person, names) {
			const drafts = await together(desk, names);
			for (const draft of drafts) {
				const may = mayPublish(person, await judged(desk, draft));
				if (may !== true)
					throw new Refusal('not-allowed', drafts.length > 1 ? `“${draft.name.slug}”: ${may}` : may);
			}
			const titled = await Promise.all(
				drafts.map(async ({ name, head }) => ({ ...name, title: await titleOf(desk, head, name) })),
			);
			const busy = drafts.find(({ ref }) => desk.releasing.has(ref));
			if (busy) throw new Refusal('stale', 'This is being published already.');
			// From here to the queue nothing may fail: only the end of a release lets go of its drafts.
			for (const { ref } of drafts) desk.releasing.add(ref);
			const report: ReleaseReport = {
				id: randomUUID(),
				drafts: titled,
				by: person.id,
				at: momentOf(desk.clock()),
				state: 'waiting',
				message: 'Waiting for its turn …',
				links: [],
			};
			reports.unshift(report);
			reports.splice(MOST_LISTED);
			onReport({ ...report });
			const ended = desk.inTurn(MAIN_QUEUE, () =>
				run(
					person,
					drafts.map(({ name }) => name),
					report,
				),
			);
			underWay = Promise.allSettled([underWay, ended]);
			return { report: { ...report }, ended };
		},
		list: async () => [...reports, ...(await earlier(desk, reports))].slice(0, MOST_LISTED),
		rest: async () => {
			await underWay;
		},
	};
}

/** The drafts named, and all that are marked to go live with them. */
async function together({ drafts }: Desk, names: readonly DraftName[]): Promise<Draft[]> {
	const named = await Promise.all(names.map((name) => drafts.get(name)));
	const marks = new Set(named.map(({ release }) => release).filter((mark) => mark !== undefined));
	const marked =
		marks.size > 0 ? (await drafts.all()).filter(({ release }) => release && marks.has(release)) : [];
	return [...new Map([...named, ...marked].map((draft) => [draft.ref, draft])).values()];
}

/** The drafts once nothing is being written to them; from then on nothing can be, until the release has ended. */
async function held(desk: Desk, names: readonly DraftName[]): Promise<Draft[]> {
	const found: Draft[] = [];
	for (const name of names) found.push(await desk.inTurn(draftRef(name), () => desk.drafts.get(name)));
	return found;
}

/** One merge commit for each draft, on top of what is published. */
async function merge(
	desk: Desk,
	person: Person,
	drafts: readonly Draft[],
	main: Commit,
	id: string,
): Promise<Commit> {
	const { repository } = desk;
	let onto = main;
	for (const draft of drafts) {
		// What was ready when it was asked for may have been sent back, or written in, before its turn came.
		const may = mayPublish(person, await judged(desk, draft));
		if (may !== true) throw new Refusal('not-allowed', may);
		const { tree, conflicts } = await mergeTrees(repository, onto, draft.head);
		const [first] = conflicts;
		if (first !== undefined)
			throw new Refusal(
				'conflict',
				`${draft.name.slug} was changed meanwhile in the same lines. Take in what was published, and have it reviewed again.`,
				{
					conflict: await conflictWithMain(repository, draft, main, first),
				},
			);
		onto = await repository.write({
			tree,
			parents: [onto.id, draft.head.id],
			author: identityOf(person),
			subject: `Publish ${draft.name.collection}/${draft.name.slug}`,
			trailers: [{ key: RELEASE, value: id }],
		});
		const merged = { ...draft, head: onto };
		const signed = mayPublish(person, { ...(await judged(desk, merged)), draft });
		if (signed !== true)
			throw new Refusal(
				'blocked',
				`What was published meanwhile changes ${draft.name.slug} too. Take it in, and have it signed off again.`,
			);
	}
	return onto;
}

/** Move `main` and end the drafts. A draft that was pushed to from elsewhere meanwhile stays. */
async function moveMain(
	{ repository }: Desk,
	main: Commit,
	end: Commit,
	drafts: readonly Draft[],
): Promise<boolean> {
	const move: RefMove = { ref: MAIN, from: main.id, to: end.id };
	const endings = drafts.map(({ ref, head }): RefMove => ({ ref, from: head.id }));
	if (await repository.move([move, ...endings])) return true;
	if (!(await repository.move([move]))) return false;
	for (const ending of endings) await repository.move([ending]);
	return true;
}

/** Releases of before the server was started, as their merge commits tell. */
async function earlier(desk: Desk, known: readonly ReleaseReport[]): Promise<ReleaseReport[]> {
	const found = new Map<string, ReleaseReport>();
	let commit: Commit | undefined = await desk.repository.main();
	for (let count = 0; commit && count < 10 * MOST_LISTED && found.size < MOST_LISTED; count++) {
		const id = trailer(commit, RELEASE);
		const [, collection, slug] = /^Publish ([\w-]+)\/([\w-]+)$/.exec(commit.subject) ?? [];
		if (id && collection && slug && !known.some((each) => each.id === id)) {
			const name = { collection, slug };
			const report: ReleaseReport = found.get(id) ?? {
				id,
				drafts: [],
				by: commit.author.email.replace(/@people\.invalid$/, ''),
				at: new Date(commit.at).toISOString(),
				state: 'published',
				message: 'Published.',
				links: [],
			};
			report.drafts.push({ ...name, title: await titleOf(desk, commit, name) });
			found.set(id, report);
		}
		commit = await desk.repository.commit(commit.parents[0] ?? '');
	}
	return [...found.values()];
}
