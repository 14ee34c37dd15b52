/**
 * Reading content: files to entries (see read-text.ts). The only module that reads the content folder (editions
 * apart).
 *
 * Every file is judged on its own and every problem is kept: one broken file never hides another.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { collections } from './collection.ts';
import type { Entry, Unread } from './entry.ts';
import { compare, type Issue, type Place, sortIssues } from './issue.ts';
import { IMAGE, type KeptKeys, LEFT_BY_PROGRAMS, nameOf, type ReadText, readBytes } from './read-text.ts';

export interface Content {
	/** The folder that was read. */
	root: string;
	/** Sorted by file. */
	entries: Entry[];
	/** Files whose keys have problems. */
	unread: Unread[];
	issues: Issue[];
}

/** Folders below content/ that other modules own. */
const NOT_OURS = new Set(['editions']);

/** Read a content folder. Throws only when the folder itself cannot be read. */
export function loadContent(root: string, kept?: KeptKeys): Content {
	const reading = readFiles(root, kept);
	let step = reading.next();
	while (!step.done) step = reading.next();
	return step.value;
}

/** The same a file at a time, for who has more to do meanwhile: what each comes to, and in the end all of it. */
export function* readFiles(root: string, kept?: KeptKeys): Generator<ReadText, Content> {
	const entries: Entry[] = [];
	const unread: Unread[] = [];
	const issues: Issue[] = [];
	const files = contentFiles(root, issues);
	for (const file of files) {
		const read = readEntry(root, file, kept);
		issues.push(...read.issues);
		if (read.entry) entries.push(read.entry);
		if (read.unread) unread.push(read.unread);
		yield read;
	}
	issues.push(...checkImages(root, files, entries, unread));
	return { root, entries, unread, issues: sortIssues(issues) };
}

/** Read one file, named by its path below the content folder. */
export function readEntry(root: string, file: string, kept?: KeptKeys): ReadText {
	const named = nameOf(file);
	if ('issue' in named) return { issues: [named.issue] };
	if (IMAGE.test(file)) return { issues: [] };
	const bytes = bytesOf(root, file);
	if ('issue' in bytes) return { unread: { ...named, file }, issues: [bytes.issue] };
	return readBytes(bytes, file, kept);
}

/** Every record has its image, every image its record, and an image is what its name says by its first bytes. */
function checkImages(
	root: string,
	files: readonly string[],
	entries: readonly Entry[],
	unread: readonly Unread[],
): Issue[] {
	const folder = collections.media.folder;
	const images = files
		.filter((file) => IMAGE.test(file))
		.flatMap((file) => {
			const named = nameOf(file);
			return 'issue' in named || named.type !== 'media' ? [] : [basename(file)];
		});
	const records = entries.filter((entry): entry is Entry<'media'> => entry.type === 'media');
	const problem = (file: string, place: Place, message: string, fix: string): Issue => ({
		file,
		place,
		rule: 'image',
		severity: 'error',
		message,
		fix,
	});
	const top = { line: 1, column: 1 };
	return [
		...records
			.filter(({ data }) => !images.includes(data.file))
			.map((entry) =>
				problem(
					entry.file,
					entry.locate(['file']),
					`Unexpected file “${entry.data.file}”, expected an image in content/${folder}`,
					'Upload the image, or correct the name.',
				),
			),
		...images.flatMap((name) => {
			const file = `${folder}/${name}`;
			const found: Issue[] = [];
			const recorded =
				records.some(({ data }) => data.file === name) ||
				unread.some(({ type, id }) => type === 'media' && id === name.replace(IMAGE, ''));
			if (!recorded) {
				found.push(
					problem(
						file,
						top,
						'Unexpected image without a record, expected its text alternative and credit',
						`Add ${folder}/${name.replace(IMAGE, '')}.yaml, or delete the image.`,
					),
				);
			}
			const bytes = bytesOf(root, file);
			if ('issue' in bytes) found.push(bytes.issue);
			else if (imageKind(bytes) !== name.split('.').at(-1)) {
				found.push(
					problem(
						file,
						top,
						'Unexpected bytes, expected the kind of image its name says',
						'Save the picture again as PNG, JPEG or WebP with the matching ending.',
					),
				);
			}
			return found;
		}),
	];
}

/** A file may be gone, or closed to us, by the time it is read: one more issue, and all others are still told. */
function bytesOf(root: string, file: string): Buffer | { issue: Issue } {
	try {
		return readFileSync(join(root, file));
	} catch {
		const issue: Issue = {
			file,
			place: { line: 1, column: 1 },
			rule: 'file-kind',
			severity: 'error',
			message: 'Unexpected file that cannot be read, expected an ordinary file',
			fix: 'Check that the file is still there and may be read.',
		};
		return { issue };
	}
}

/** The kind of an image by its first bytes, never by its name. */
function imageKind(bytes: Buffer): 'png' | 'jpg' | 'webp' | undefined {
	if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'png';
	if (bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff') return 'jpg';
	if (
		bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
		bytes.subarray(8, 12).toString('latin1') === 'WEBP'
	)
		return 'webp';
	return undefined;
}

function contentFiles(root: string, issues: Issue[]): string[] {
	const files: string[] = [];
	const walk = (folder: string) => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const path = join(folder, entry.name);
			const file = relative(root, path).split(sep).join('/');
			if (NOT_OURS.has(file) || entry.name === '.gitkeep') continue;
			if (LEFT_BY_PROGRAMS.test(entry.name)) {
				issues.push({
					file,
					place: { line: 1, column: 1 },
					rule: 'file-name',
					severity: 'warning',
					message: `Unexpected file “${entry.name}” of another program, expected content; it is not read`,
					fix: 'Delete it, unless the program that wrote it is still open.',
				});
			} else if (!(entry.isFile() || entry.isDirectory())) {
				issues.push({
					file,
					place: { line: 1, column: 1 },
					rule: 'file-kind',
					severity: 'error',
					message: `Unexpected link “${basename(path)}”, expected an ordinary file`,
					fix: 'Replace the link with a copy of the file.',
				});
			} else if (entry.isDirectory()) walk(path);
			else files.push(file);
		}
	};
	walk(root);
	return files.sort(compare);
}
