/**
 * Judging a draft against everything published: the same checks as a build makes, each issue at its field, with the
 * reason and the moment that waits for it. Runs in the editor as somebody types and in the editing server.
 */
import { checkPlaceholders } from '../letters/index.ts';
import { bodyOfEntry, renderBody } from '../markup/index.ts';
import { audienceOf, buildCatalogue, type Catalogue, codeOf } from '../model/catalogue.ts';
import { checkCatalogue } from '../model/catalogue-issues.ts';
import { collections } from '../model/collection.ts';
import { dayOf } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import { type Issue, sortIssues } from '../model/issue.ts';
import { nameOf } from '../model/read-text.ts';
import type { OpenData } from './catalogue-data.ts';
import {
	type DraftFile,
	type DraftIssue,
	type Moment,
	rulesOfDrafts,
	type WritingIssue,
	type WritingRule,
} from './draft-issue.ts';
import { fieldsOfPlaces, inFormOrder } from './form-path.ts';
import { inFormWords } from './form-words.ts';
import { lostClauses } from './lost-clauses.ts';
import { type ReadDraft, readDraft } from './read-draft.ts';
import { nameOfEntry } from './uses.ts';
import { whyOf } from './why.ts';

export interface JudgeOptions {
	/** The moment it is judged for. */
	at: string;
	rules?: readonly WritingRule[];
}

/** Judge all files of a draft, or of several that are to be published together. */
export function judgeDraft(
	files: readonly DraftFile[],
	published: OpenData,
	options: JudgeOptions,
): DraftIssue[] {
	return judgeRead(readDraft(files, published), published, options);
}

/** Judge a draft that is read already. */
export function judgeRead(
	draft: ReadDraft,
	published: OpenData,
	{ at, rules = [] }: JudgeOptions,
): DraftIssue[] {
	const issues = draft.files.flatMap((file): DraftIssue[] => {
		if (file.text === undefined) return [];
		const inFields = fieldFinder(file.file, file.text);
		const issue = (found: WritingIssue, blocks: Moment): DraftIssue => ({
			...inFormWords(found),
			path: found.path ?? inFields(found),
			why: found.why ?? whyOf(found.rule) ?? '',
			...(found.severity === 'error' && { blocks: found.blocks ?? momentOf(found, blocks) }),
		});
		return [
			...[...file.issues, ...(file.parsed?.issues ?? []), ...letterIssues(file, draft.catalogue)].map(
				(found) => issue(found, 'review'),
			),
			...factIssues(file, draft.catalogue, at).map((found) => issue(found, 'publish')),
			...writingIssues(file, draft.catalogue, at, rules).map((found) => issue(found, 'publish')),
		];
	});
	const between = issuesBetween(draft, published, at);
	const found = sortIssues(withoutRepeats([...issues, ...between])) as DraftIssue[];
	return draft.files.flatMap(({ file }) => {
		const own = found.filter((each) => each.file === file);
		const named = nameOf(file);
		return 'issue' in named ? own : inFormOrder(named.type, own);
	});
}

function momentOf({ rule }: Issue, otherwise: Moment): Moment {
	return rulesOfDrafts.has(rule) ? 'draft' : otherwise;
}

function fieldFinder(file: string, text: string): (issue: Issue) => DraftIssue['path'] {
	const named = nameOf(file);
	return 'issue' in named ? () => [] : fieldsOfPlaces({ file, text, ...named });
}

function isSound({ issues }: { issues: readonly Issue[] }): boolean {
	return issues.every(({ severity }) => severity !== 'error');
}

function letterIssues({ entry, parsed }: ReadDraft['files'][number], catalogue: Catalogue): Issue[] {
	const english = entry?.type === 'letter' ? catalogue.get('letter', entry.id) : undefined;
	if (!entry || !english || !parsed || !isSound(parsed)) return [];
	return checkPlaceholders(english, entry, parsed);
}

/** Problems that only show when the body meets the facts it names. */
function factIssues(
	{ entry, parsed }: ReadDraft['files'][number],
	catalogue: Catalogue,
	at: string,
): Issue[] {
	if (!entry || !parsed || !isSound(parsed)) return [];
	const { type, id, language } = entry;
	const english = catalogue.get(type, id) ?? entry;
	const code = codeOf(english);
	return renderBody(parsed, catalogue, {
		site: audienceOf(english),
		language,
		type,
		id,
		on: dayOf(at),
		...(code !== undefined && { code }),
		href: () => undefined,
		bodyOf: bodyOfEntry,
	}).issues.filter(({ file }) => file === entry.file);
}

function writingIssues(
	{ entry, parsed }: ReadDraft['files'][number],
	catalogue: Catalogue,
	at: string,
	rules: readonly WritingRule[],
): WritingIssue[] {
	if (!entry || (parsed && !isSound(parsed))) return [];
	const english: Entry = catalogue.get(entry.type, entry.id) ?? entry;
	return rules.flatMap((rule) => rule({ entry, english, ...(parsed && { body: parsed }), catalogue, at }));
}

/** What would be wrong between the draft and everything else, and is not already. */
function issuesBetween({ files, catalogue }: ReadDraft, published: OpenData, at: string): DraftIssue[] {
	const before = new Set(checkedBefore(published, at).map(inOneLine));
	const texts = new Map(files.map(({ file, text }) => [file, text]));
	const [first] = files;
	return [...checkCatalogue(catalogue, at), ...lostClauses(catalogue, published, files)].flatMap(
		(found): DraftIssue[] => {
			const text = texts.get(found.file);
			const blocks = found.severity === 'error' ? { blocks: 'publish' as const } : {};
			const why = whyOf(found.rule) ?? '';
			if (text !== undefined)
				return [{ ...inFormWords(found), path: fieldFinder(found.file, text)(found), why, ...blocks }];
			if (!first || before.has(inOneLine(found))) return [];
			// The file that is wrong is another one, but this draft makes it so.
			const other = catalogue.entry(found.file);
			const name = other
				? `the ${collections[other.type].name} “${nameOfEntry(other.id, other.data)}”`
				: found.file;
			return [
				{
					...found,
					file: first.file,
					place: { line: 1, column: 1 },
					path: [],
					message: `In ${name}: ${found.message}`,
					fix: `This draft makes it so: change it here, or change ${name} first. ${found.fix}`,
					why,
					...blocks,
				},
			];
		},
	);
}

/** Everything that is wrong between published entries. It stays the same until something is published. */
function checkedBefore(published: OpenData, at: string): Issue[] {
	const known = checked.get(published);
	if (known?.at === at) return known.issues;
	const issues = checkCatalogue(buildCatalogue(published.entries, published.references), at);
	checked.set(published, { at, issues });
	return issues;
}
const checked = new WeakMap<OpenData, { at: string; issues: Issue[] }>();

function inOneLine({ file, rule, message }: Issue): string {
	return `${file}\n${rule}\n${message}`;
}

/** The same is found by several checks; the one told first knows the earliest moment. */
function withoutRepeats(issues: readonly DraftIssue[]): DraftIssue[] {
	const key = ({ file, place, message }: DraftIssue) => `${file}:${place.line}:${place.column} ${message}`;
	return [...new Map([...issues].reverse().map((issue) => [key(issue), issue])).values()];
}
