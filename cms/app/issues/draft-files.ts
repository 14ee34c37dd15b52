/** The files that the open form would save, as they would be saved now. */
import { slugFormatter } from 'decap-cms-core/dist/esm/lib/formatters';
import type { Map as ImmutableMap } from 'immutable';
import type { DraftFile, DraftIssue } from '../../../src/cms/draft-issue.ts';
import { writeFile } from '../../../src/cms/file-format.ts';
import { collections, entryTypes } from '../../../src/model/collection.ts';
import { ID_PATTERN } from '../../../src/model/field.ts';
import { type Language, languages } from '../../../src/model/language.ts';

type Entry = ImmutableMap<string, unknown>;

export interface FormFiles {
	/** Folder of the collection. */
	collection: string;
	files: DraftFile[];
	/** Languages whose form holds what no file can hold. */
	issues: DraftIssue[];
}

/** What the form of an entry would save; nothing for what is no content of ours. */
export function formFiles(entry: Entry, collection: unknown, settings: unknown): FormFiles | undefined {
	const name = String(entry.get('collection') ?? '');
	const type = entryTypes.find((each) => collections[each].folder === name);
	if (!type) return undefined;
	const id = idOf(entry, collection, settings);
	const { hasBody } = collections[type];
	const issues: DraftIssue[] = [];
	const files = (hasBody ? languages : (['en'] as const)).flatMap((language): DraftFile[] => {
		const data = dataOf(entry, language);
		if (!data) return [];
		const file = `${name}/${id}.${hasBody ? `${language}.mdx` : 'yaml'}`;
		try {
			const text = writeFile(name, language, data);
			return text === '' && language !== 'en' ? [] : [{ file, text }];
		} catch (error) {
			issues.push(cannotSave(file, (error as Error).message));
			return [];
		}
	});
	return { collection: name, files, issues };
}

function dataOf(entry: Entry, language: Language): Record<string, unknown> | undefined {
	const data = entry.getIn(language === 'en' ? ['data'] : ['i18n', language, 'data']) as Entry | undefined;
	return data?.toJS() as Record<string, unknown> | undefined;
}

/** The language a file is in. */
export function languageOfFile(file: string): Language {
	return languages.find((each) => file.endsWith(`.${each}.mdx`)) ?? 'en';
}

/** The id of the entry; of a new one, the id that it will get. */
function idOf(entry: Entry, collection: unknown, settings: unknown): string {
	const slug = String(entry.get('slug') ?? '');
	if (slug !== '') return slug;
	try {
		const id = slugFormatter(collection, entry.get('data'), settings);
		return ID_PATTERN.test(id) ? id : NEW;
	} catch {
		return NEW;
	}
}

const NEW = 'new';

function cannotSave(file: string, message: string): DraftIssue {
	return {
		file,
		place: { line: 1, column: 1 },
		rule: 'cannot-save',
		severity: 'error',
		message,
		fix: 'Repair the text shown in the form, then fill in the fields.',
		path: [],
		why: 'What cannot be written down would be lost.',
		blocks: 'draft',
	};
}
