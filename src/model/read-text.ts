/**
 * One file of content, from its bytes to an entry: the gate, the canonical front matter and the schema. It opens no
 * file, so the editor judges a draft by the same code as a build judges a folder.
 */
import { collections, type EntryType, entryTypes } from './collection.ts';
import type { Entry, Unread } from './entry.ts';
import { ID_PATTERN } from './field.ts';
import { splitFrontMatter } from './front-matter.ts';
import { checkBytes } from './gate.ts';
import type { Issue } from './issue.ts';
import { type Language, languages } from './language.ts';
import { checkKeys } from './schema.ts';
import { readKeys } from './yaml.ts';

export const IMAGE = /\.(?:png|jpg|webp)$/;

/**
 * What file managers, and editors that have a file open, put beside it: .DS_Store, .page.mdx.swp, page.mdx~, .#page.mdx.
 * Nothing is built of it, so it must not stop who writes from seeing their page.
 */
export const LEFT_BY_PROGRAMS = /^\.|~$|^#.*#$/;

/** Keys that were read and judged before without a problem, by the type and the text they stand in. */
export interface KeptKeys {
	get(type: string, yaml: string): unknown;
	set(type: string, yaml: string, data: unknown): void;
}

/** What a file comes to: an entry, or the words why its keys cannot be read. */
export interface ReadText {
	entry?: Entry;
	unread?: Unread;
	issues: Issue[];
}

/** Read the bytes of one file, named by its path below the content folder. */
export function readBytes(bytes: Uint8Array, file: string, kept?: KeptKeys): ReadText {
	const named = nameOf(file);
	if ('issue' in named) return { issues: [named.issue] };
	const { type, id, language } = named;
	const unread: Unread = { type, id, language, file };
	const gate = checkBytes(bytes, file);
	const code = /^code: *["']?([A-Z]+-\d+)/m.exec(gate.text ?? '')?.[1];
	if (code) unread.code = code;
	if (gate.text === undefined || gate.issues.some(({ severity }) => severity === 'error'))
		return { unread, issues: gate.issues };

	const collection = collections[type];
	const split = collection.hasBody ? splitFrontMatter(gate.text, file) : undefined;
	if (split && !split.frontMatter) return { unread, issues: [...gate.issues, ...split.issues] };
	if (split?.frontMatter) unread.body = split.frontMatter.body;
	const keys = keysOf(named, split?.frontMatter?.yaml ?? gate.text, file, split ? 2 : 1, kept);
	if ('issues' in keys) return { unread, issues: [...gate.issues, ...keys.issues] };
	const entry: Entry = {
		type,
		id,
		language,
		file,
		...keys,
		...(split?.frontMatter && { body: split.frontMatter.body }),
	};
	return { entry, issues: gate.issues };
}

/** Read and judge keys, or take them as they were before; their places are then looked up when somebody asks. */
function keysOf(
	{ type, language }: { type: EntryType; language: Language },
	yaml: string,
	file: string,
	firstLine: number,
	kept: KeptKeys | undefined,
): Pick<Entry, 'data' | 'locate'> | { issues: Issue[] } {
	const collection = collections[type];
	const translated = language !== 'en' && 'translationSchema' in collection;
	const kind = translated ? `translation of ${type}` : type;
	const known = kept?.get(kind, yaml);
	if (known !== undefined) {
		let read: ReturnType<typeof readKeys> | undefined;
		const locate: Entry['locate'] = (path) => {
			read ??= readKeys(yaml, file, firstLine);
			return read.keys?.locate(path) ?? { line: firstLine, column: 1 };
		};
		return { data: known as Entry['data'], locate };
	}
	const { keys, issues } = readKeys(yaml, file, firstLine);
	if (!keys) return { issues };
	const schema = translated ? collection.translationSchema : collection.schema;
	const checked = checkKeys(schema, keys.value, file, keys.locate);
	if (checked.data === undefined) return { issues: checked.issues };
	kept?.set(kind, yaml, checked.data);
	return { data: checked.data as Entry['data'], locate: keys.locate };
}

/** What a path says about its entry: the folder is the type, the name the id and the language. */
export function nameOf(file: string): { type: EntryType; id: string; language: Language } | { issue: Issue } {
	const [folder = '', name = '', ...deeper] = file.split('/');
	const problem = (message: string, fix: string) => ({
		issue: {
			file,
			place: { line: 1, column: 1 },
			rule: 'file-name',
			severity: 'error' as const,
			message,
			fix,
		},
	});
	const type = entryTypes.find((each) => collections[each].folder === folder);
	if (!type || name === '' || deeper.length > 0) {
		const folders = entryTypes.map((each) => collections[each].folder).join(', ');
		return problem(
			`Unexpected place for a file, expected one of the folders: ${folders}`,
			'Move the file into the folder of its type, or delete it.',
		);
	}
	if (type === 'media' && IMAGE.test(name) && ID_PATTERN.test(name.replace(IMAGE, '')))
		return { type, id: name.replace(IMAGE, ''), language: 'en' };
	const [id = '', ...endings] = name.split('.');
	const image = type === 'media' ? ', and its image <id>.png, <id>.jpg or <id>.webp' : '';
	const wanted = collections[type].hasBody
		? `<id>.en.mdx, or another of ${languages.join(', ')}`
		: `<id>.yaml${image}`;
	const ending = endings.join('.');
	const language = collections[type].hasBody
		? languages.find((each) => ending === `${each}.mdx`)
		: ending === 'yaml'
			? 'en'
			: undefined;
	if (!language || !ID_PATTERN.test(id)) {
		return problem(
			`Unexpected file name “${name}”, expected ${wanted}`,
			'Rename the file. An id is made of small letters, digits and single hyphens.',
		);
	}
	return { type, id, language };
}
