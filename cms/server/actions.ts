/** Decap’s actions: the words of its proxy protocol, each answered by one function. */
import {
	type Action,
	actionSchemas,
	type DraftName,
	decapMessageSchema,
	type ParamsOf,
	statusOf,
} from '../../src/cms/protocol.ts';
import type { Desk, Person } from './desk.ts';
import { decapDraft } from './draft-views.ts';
import type { Entries } from './entries.ts';
import { keepImage } from './media.ts';
import { checked } from './messages.ts';
import { draftRefs } from './paths.ts';
import { Refusal } from './refusal.ts';
import type { Releases } from './releases.ts';
import type { RemoteFollower } from './remote.ts';
import { save } from './save.ts';
import { discard } from './text-steps.ts';
import { changeStatus } from './workflow.ts';

export interface Counter {
	desk: Desk;
	entries: Entries;
	releases: Releases;
	/** Where there is a remote. */
	follower?: RemoteFollower;
}

type Actions = { [A in Action]: (counter: Counter, params: ParamsOf<A>, person: Person) => Promise<unknown> };

const done = { message: 'Done.' };

const actions: Actions = {
	info: async () => ({ repo: 'content', publish_modes: ['editorial_workflow'], type: 'local_git' }),
	entriesByFolder: ({ entries }, { folder }) => entries.list(folder),
	entriesByFiles: ({ entries }, { files }) => Promise.all(files.map(({ path }) => entries.published(path))),
	getEntry: ({ entries }, { path }) => entries.published(path),
	unpublishedEntries: async ({ desk }) =>
		(await desk.repository.branches(draftRefs)).map(({ ref }) => ref.slice(draftRefs.length)),
	unpublishedEntry: async ({ desk }, params) => decapDraft(desk, await desk.drafts.get(nameIn(params))),
	unpublishedEntryDataFile: ({ entries }, { path, ...name }) => entries.inDraft(name, path),
	unpublishedEntryMediaFile: ({ entries }, { path, ...name }) => entries.imageInDraft(name, path),
	async deleteUnpublishedEntry({ desk }, name, person) {
		await discard(desk, person, name);
		return done;
	},
	persistEntry: ({ desk }, params, person) => save(desk, person, params),
	async updateUnpublishedEntryStatus({ desk }, { newStatus, ...name }, person) {
		await changeStatus(desk, person, { ...name, status: statusOf(newStatus) });
		return done;
	},
	async publishUnpublishedEntry({ releases }, name, person) {
		const report = await (await releases.request(person, [name])).ended;
		if (report.state !== 'published')
			throw new Refusal('blocked', report.message, { ...(report.issues && { issues: report.issues }) });
		return { message: report.message };
	},
	getMedia: ({ entries }) => entries.images(),
	getMediaFile: ({ entries }, { path }) => entries.image(path),
	async persistMedia({ desk, entries }, { asset }, person) {
		await keepImage(desk, person, asset);
		return entries.image(asset.path);
	},
	deleteFile: () => refuseDeletion(),
	deleteFiles: () => refuseDeletion(),
	getDeployPreview: async () => null,
};

/** Do what a message of Decap’s asks for. */
export async function act(counter: Counter, message: unknown, person: Person): Promise<unknown> {
	const { action, params } = checked(decapMessageSchema, message);
	return run(counter, action, params, person);
}

function run<A extends Action>(
	counter: Counter,
	action: A,
	params: unknown,
	person: Person,
): Promise<unknown> {
	const act: Actions[A] = actions[action];
	return act(counter, checked(actionSchemas[action], params) as ParamsOf<A>, person);
}

function nameIn(params: ParamsOf<'unpublishedEntry'>): DraftName {
	if (!('id' in params)) return params;
	const [collection = '', ...slug] = params.id.split('/');
	return { collection, slug: slug.join('/') };
}

function refuseDeletion(): Promise<never> {
	throw new Refusal(
		'not-allowed',
		'Nothing that was published is deleted: readers may hold its address. Withdraw it instead, and say why.',
	);
}
