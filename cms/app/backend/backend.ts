/** Decap’s way to the editing server: its proxy back-end, with our session, and with saves that say what they build on. */
import { type DataFile, type PersistOptions, ProxyBackend } from 'decap-cms-backend-proxy';
import { history } from 'decap-cms-core/dist/esm/routing/history';
import { EditorialWorkflowError } from 'decap-cms-lib-util';
import type { Conflict, SaveAnswer } from '../../../src/cms/answers.ts';
import type { ImageRecord } from '../../../src/cms/protocol.ts';
import { openEntry } from '../entry/draft.ts';
import { tell } from '../entry/tell.ts';
import { askForRecord } from '../media/image-record.tsx';
import { Enter } from '../session/enter.tsx';
import { Refusal, request } from '../session/request.ts';
import { me, signOut } from '../session/session.ts';
import { settle } from '../settle/settle.tsx';
import { openedTexts } from './opened-texts.ts';
import { reopen, saved } from './saved.ts';

export const ADDRESS = '/api/v1';
export const opened = openedTexts();

interface FileAnswer {
	data: string;
	file: { path: string; id: string };
}

export class EditingServerBackend extends ProxyBackend {
	override authComponent() {
		return Enter;
	}

	override async restoreUser() {
		return this.authenticate();
	}

	override async authenticate() {
		const { id, name } = me();
		return { login: id, name, token: '' };
	}

	override async logout() {
		await signOut();
		location.reload();
	}

	override async request({ action, params }: { action: string; params: Record<string, unknown> }) {
		const { branch, ...rest } = params;
		if (action === 'persistMedia') rest.asset = await withRecord(rest.asset as Asset);
		return request<unknown>('POST', ADDRESS, { action, params: rest });
	}

	override async getEntry(path: string) {
		try {
			const answer = (await super.getEntry(withLanguage(path))) as FileAnswer;
			opened.read(path, answer.file.id);
			return answer;
		} catch (error) {
			leaveWhatIsNotThere(path, error);
			throw error;
		}
	}

	/** Decap opens what is published when there is no draft; any other refusal is for the person to read. */
	async unpublishedEntry(name: { id?: string; collection?: string; slug?: string }) {
		const { id, collection, slug } = name;
		try {
			return await this.request({
				action: 'unpublishedEntry',
				params: id === undefined ? { collection, slug } : { id },
			});
		} catch (error) {
			if (error instanceof Refusal && error.answer.code === 'not-found')
				throw new EditorialWorkflowError('content is not under editorial workflow', true);
			throw error;
		}
	}

	override async unpublishedEntryDataFile(collection: string, slug: string, path: string) {
		const answer = (await this.request({
			action: 'unpublishedEntryDataFile',
			params: { collection, slug, path },
		})) as { data: string; id?: string };
		opened.read(path, answer.id);
		return answer.data;
	}

	/** Save. When somebody else saved first, the person settles it here, and what they made of it is saved. */
	override async persistEntry(
		entry: { dataFiles: DataFile[]; assets: unknown[] },
		options: PersistOptions,
	): Promise<unknown> {
		const { collectionName, commitMessage } = options;
		let files: SentFile[] = entry.dataFiles.map((file) => ({
			...file,
			baseId: opened.baseOf(file.path, file.raw),
		}));
		for (let settled = false; ; settled = true) {
			try {
				const answer = (await super.persistEntry({ ...entry, dataFiles: files as DataFile[] }, {
					collectionName,
					commitMessage,
				} as PersistOptions)) as SaveAnswer;
				for (const { path, baseId } of files) {
					const id = answer.ids[path];
					if (id) opened.saved(path, baseId, id);
				}
				saved(collectionName, answer);
				if (settled || droppedSomething(answer)) reopen(collectionName, answer.slug);
				return answer;
			} catch (error) {
				const conflict = error instanceof Refusal ? error.answer.conflict : undefined;
				if (!conflict || !files.some(({ path }) => path === conflict.path)) throw error;
				files = await settleOne(files, conflict);
			}
		}
	}
}

/** Looking whether an id is taken, Decap forgets that files have a language. */
function withLanguage(path: string): string {
	return path.replace(/(\/[^/.]+)\.mdx$/, '$1.en.mdx');
}

/** An address of an entry that is not there leads to the list of those that are. */
function leaveWhatIsNotThere(path: string, error: unknown): void {
	const { collection, slug } = openEntry() ?? {};
	if (!(error instanceof Refusal) || error.answer.code !== 'not-found') return;
	if (!new RegExp(`^content/${collection}/${slug}(?:\\.en)?\\.\\w+$`).test(path)) return;
	setTimeout(() => history.replace(`/collections/${collection}`));
}

interface Asset {
	path: string;
	content: string;
	encoding: string;
}

/** No image without a text for those who cannot see it. */
async function withRecord(asset: Asset): Promise<Asset & { record: ImageRecord }> {
	const record = await askForRecord(asset.path.split('/').at(-1) ?? asset.path);
	if (!record) throw new Error('The image was not added.');
	return { ...asset, record };
}

/** What the server changed in the file it was sent, the form does not show yet. */
function droppedSomething({ droppedSignOffs }: SaveAnswer): boolean {
	if (droppedSignOffs.length > 0)
		tell('The text changed, so the sign-off given for it no longer holds. Send it for review again.', 'info');
	return droppedSignOffs.length > 0;
}

type SentFile = DataFile & { baseId?: string | undefined };

/** The files with what the person made of the two texts in place of the one that was refused. */
async function settleOne(files: SentFile[], conflict: Conflict): Promise<SentFile[]> {
	const text = await settle(conflict);
	if (text === undefined) throw new Error('Not saved. What you wrote is still in the form.');
	return files.map((file) =>
		file.path === conflict.path ? { ...file, raw: text, baseId: conflict.theirsId || undefined } : file,
	);
}
