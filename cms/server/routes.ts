/** Our own addresses below `/api`, each answered by one function. */
import type { ReleasesAnswer, TextAnswer } from '../../src/cms/answers.ts';
import { type DraftName, draftNameSchema, type MessageName, messageSchemas } from '../../src/cms/protocol.ts';
import type { Counter } from './actions.ts';
import type { Commit } from './commits.ts';
import type { Desk, Person } from './desk.ts';
import { draftAnswer, workAnswer } from './draft-views.ts';
import { textOf } from './merging.ts';
import { checked } from './messages.ts';
import { contentPath, draftNameOf } from './paths.ts';
import { Refusal } from './refusal.ts';
import { rename } from './rename.ts';
import { discard, restore, settle, withdraw } from './text-steps.ts';
import { changeStatus, comment, mark, signOff, update } from './workflow.ts';

type Get = (counter: Counter, query: URLSearchParams, person: Person) => Promise<unknown>;

/** What can be asked for. `catalogue` and the events of releases are answered by the server itself. */
export const gets: Readonly<Record<string, Get>> = {
	work: ({ desk }, _, person) => workAnswer(desk, person),
	draft: ({ desk }, query, person) =>
		draftAnswer(desk, person, checked(draftNameSchema, Object.fromEntries(query))),
	text: ({ desk }, query) => textAnswer(desk, query),
	releases: async ({ releases, follower }): Promise<ReleasesAnswer> => ({
		releases: await releases.list(),
		...(follower && { remote: follower.report() }),
	}),
};

type Post = (counter: Counter, message: never, person: Person) => Promise<unknown>;

/** What can be told, beside the session. */
const posts: Readonly<Record<Exclude<MessageName, 'session'>, Post>> = {
	comment: ({ desk }, message, person) => comment(desk, person, message),
	status: ({ desk }, message, person) => changeStatus(desk, person, message),
	'sign-off': ({ desk }, message, person) => signOff(desk, person, message),
	restore: ({ desk }, message, person) => restore(desk, person, message),
	settle: ({ desk }, message, person) => settle(desk, person, message),
	update: ({ desk }, message, person) => update(desk, person, message),
	discard: ({ desk }, message, person) => discard(desk, person, message),
	withdraw: ({ desk }, message, person) => withdraw(desk, person, message),
	rename: ({ desk }, message, person) => rename(desk, person, message),
	mark: ({ desk }, message, person) => mark(desk, person, message),
	publish: async ({ releases }, { drafts }: { drafts: [] }, person) =>
		(await releases.request(person, drafts)).report,
};

export function isPost(name: string): name is Exclude<MessageName, 'session'> {
	return Object.hasOwn(posts, name);
}

export async function post(
	counter: Counter,
	name: Exclude<MessageName, 'session'>,
	message: unknown,
	person: Person,
): Promise<unknown> {
	return (await posts[name](counter, checked(messageSchemas[name], message) as never, person)) ?? {};
}

/** A text as it is published, in a draft, or as it was after one of the draft’s steps. */
async function textAnswer(desk: Desk, query: URLSearchParams): Promise<TextAnswer> {
	const path = query.get('path') ?? '';
	const named = contentPath(path);
	const draft = query.has('slug') ? checked(draftNameSchema, Object.fromEntries(query)) : draftNameOf(named);
	const commit = await commitAt(desk, draft, query.get('at') ?? 'main');
	const file = await desk.repository.file(commit, path);
	if (!file || named.image) throw new Refusal('not-found', `There is no text “${path}” there.`);
	return { path, id: file.id, text: textOf(file.bytes) };
}

async function commitAt({ repository, drafts }: Desk, name: DraftName, at: string): Promise<Commit> {
	if (at === 'main') return repository.main();
	const draft = await drafts.get(name);
	const commit = at === 'draft' ? draft.head : [draft.base, ...draft.commits].find(({ id }) => id === at);
	if (!commit) throw new Refusal('not-found', 'That is no save of this draft.');
	return commit;
}
