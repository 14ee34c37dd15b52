/** Saving: what somebody wrote in the editor, kept as one commit, or refused with both texts when another was first. */

import type { Conflict, SaveAnswer } from '../../src/cms/answers.ts';
import { rulesOfDrafts } from '../../src/cms/draft-issue.ts';
import type { DataFile, DraftName, ParamsOf } from '../../src/cms/protocol.ts';
import { checkBytes } from '../../src/model/gate.ts';
import type { Commit } from './commits.ts';
import { type Desk, MOVED, onDraft, type Person } from './desk.ts';
import type { Draft } from './drafts.ts';
import { keysOf } from './key-edit.ts';
import { imageFiles } from './media.ts';
import { NO_BLOB, textOf } from './merging.ts';
import { contentPath, draftNameOf } from './paths.ts';
import { needs } from './people.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { type Files, type Step, writeStep } from './writing.ts';

type Save = ParamsOf<'persistEntry'>;

/** Save the files of one entry, in the draft of that entry. */
export async function save(desk: Desk, person: Person, params: Save): Promise<SaveAnswer> {
	const { collectionName } = params.options;
	const [first] = params.dataFiles;
	const name = draftNameOf(contentPath(first?.path ?? ''));
	if (name.collection !== collectionName)
		throw new Refusal('bad-request', `“${first?.path}” is not in the collection ${collectionName}.`);
	needs(person, 'edit', 'translate');
	for (const file of params.dataFiles) {
		if (file.newPath !== undefined && file.newPath !== file.path)
			throw new Refusal(
				'bad-request',
				'A page gets another id with “Rename”, so that its old address still works.',
			);
		refuseOtherEntry(name, file.path);
	}
	const images = await imageFiles(desk, name, params.assets);
	return onDraft(desk, name, async (draft) => {
		const from = draft?.head ?? (await desk.repository.main());
		const files = new Map<string, string | Uint8Array>(images);
		for (const file of params.dataFiles) {
			const text = await textToWrite(desk.repository, from, draft, file);
			if (text !== undefined) files.set(file.path, text);
		}
		refuseForeignText(person, files);
		const saved = await writeStep(desk, draft, { person, name, what: 'save', files });
		if (saved === MOVED) return MOVED;
		const now = await Promise.all(
			params.dataFiles.map(async ({ path }) => [
				path,
				(await desk.repository.trees.entry(from.tree, path))?.id,
			]),
		);
		return {
			...saved,
			ids: { ...Object.fromEntries(now.filter(([, id]) => id !== undefined)), ...saved.ids },
		};
	});
}

/** Write a text of one file as part of a draft; `step` says on which grounds. */
export async function saveText(
	desk: Desk,
	draft: Draft | undefined,
	path: string,
	text: string,
	step: Omit<Step, 'files'>,
): Promise<SaveAnswer | typeof MOVED> {
	const files: Files = new Map([[path, soundText(path, text)]]);
	refuseForeignText(step.person, files);
	return writeStep(desk, draft, { ...step, files });
}

/** A draft holds the files of its own entry. */
export function refuseOtherEntry(name: DraftName, path: string): void {
	const named = contentPath(path);
	const { collection, slug } = draftNameOf(named);
	if (named.image || collection !== name.collection || slug !== name.slug)
		throw new Refusal('bad-request', `“${path}” is not a file of ${name.collection}/${name.slug}.`);
}

/** What to write for a file that was sent; undefined when there is nothing of it to write. */
async function textToWrite(
	repository: Repository,
	from: Commit,
	draft: Draft | undefined,
	{ path, raw, baseId: opened }: DataFile,
): Promise<string | undefined> {
	const baseId = opened === NO_BLOB ? undefined : opened;
	const base = baseId === undefined ? undefined : await repository.blob(baseId);
	const text = raw.replaceAll('\r\n', '\n');
	// What somebody did not change cannot undo what another did.
	if (base && textOf(base) === text) return undefined;
	if (isEmptyTranslation(path, text)) return undefined;
	const sound = soundText(path, text);
	const now = await repository.file(from, path);
	if (now?.id === baseId || textOf(now?.bytes) === sound) return sound;
	const last = draft?.commits.at(-1);
	const conflict: Conflict = {
		path,
		base: textOf(base),
		theirs: textOf(now?.bytes),
		yours: sound,
		theirsId: now?.id ?? NO_BLOB,
		by: last?.author.name ?? 'What is published',
		at: new Date((last ?? from).at).toISOString(),
	};
	throw new Refusal(
		'stale',
		`${last ? `${conflict.by} saved this` : 'This was published'} after you opened it. Nothing of yours is lost: compare the two texts and choose.`,
		{ conflict },
	);
}

/**
 * The text, when it may be kept as a draft. Drafts may have any problem but those that would be a danger to the
 * repository, or to other programs that open its files.
 */
function soundText(path: string, text: string): string {
	const sound = text.replaceAll('\r\n', '\n');
	const { file } = contentPath(path);
	const issues = checkBytes(new TextEncoder().encode(sound), file).issues.filter(({ rule }) =>
		rulesOfDrafts.has(rule),
	);
	if (/^(?:---|\+\+\+)[^\n]/.test(sound) || (path.endsWith('.mdx') && !sound.startsWith('---\n')))
		issues.push({
			file,
			place: { line: 1, column: 1 },
			rule: 'front-matter',
			severity: 'error',
			message: 'Unexpected first line, expected the line ---',
			fix: 'Begin the file with a line of exactly three hyphens.',
		});
	if (issues.length > 0)
		throw new Refusal('blocked', `This cannot be saved. ${issues[0]?.message}. ${issues[0]?.fix}`, {
			issues,
		});
	return sound;
}

/** A translation that says nothing itself is no file; where there is one, an empty form does not undo it. */
function isEmptyTranslation(path: string, text: string): boolean {
	const { language } = contentPath(path);
	if (language === 'en') return false;
	if (text.trim() === '') return true;
	const keys = keysOf(text);
	if (!keys) return false;
	const body = text.split('\n---\n').slice(1).join('\n---\n');
	const own = Object.entries(keys).filter(([key, value]) => key !== 'translation' && !isBlank(value));
	return body.trim() === '' && own.length === 0;
}

function isBlank(value: unknown): boolean {
	return (
		value === null ||
		value === undefined ||
		(typeof value === 'string' ? value.trim() === '' : isEmptyList(value))
	);
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

/** A translator writes in the languages that are translated. */
function refuseForeignText(person: Person, files: Files): void {
	const english = [...files.keys()].some((path) => contentPath(path).language === 'en');
	if (english) needs(person, 'edit');
}
