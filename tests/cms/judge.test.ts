/** A draft judged as it is written: each kind of problem at its field, with its reason and the moment it holds up. */
import { describe, expect, test } from 'vitest';
import type { DraftFile, WritingRule } from '../../src/cms/draft-issue.ts';
import { holdingUp } from '../../src/cms/draft-issue.ts';
import { judgeDraft } from '../../src/cms/judge.ts';
import { componentDocs } from '../../src/markup/index.ts';
import { AT, changed, entries, published, textOf } from './published.ts';

const judge = (...files: DraftFile[]) => judgeDraft(files, published, { at: AT });

test('what is published is sound as a draft, in every file', () => {
	const found = entries.flatMap(({ file }) => judge({ file, text: textOf(file) }));
	expect(found).toEqual([]);
	expect(entries.length).toBeGreaterThan(200);
});

const standard = 'standards/accessible-communication.en.mdx';
const letter = 'letters/decision-not-to-charge.en.mdx';
const welshLetter = 'letters/decision-not-to-charge.cy.mdx';
const page = 'victim-pages/help-at-home.en.mdx';
const welshPage = 'victim-pages/help-at-home.cy.mdx';
const guidance = 'guidance/late-letters.en.mdx';
const timescale = 'timescales/no-charge-standard.yaml';
const passage = 'passages/ask-us.en.mdx';

interface Case {
	name: string;
	draft: DraftFile;
	path: (string | number)[];
	says: RegExp;
	blocks: 'draft' | 'review' | 'publish' | undefined;
}

const firstBlock = (file: string) => {
	const [, body = ''] = /^---\n[\s\S]*?\n---\n\n([\s\S]*)$/.exec(textOf(file)) ?? [];
	return body.slice(0, 40);
};

const cases: Case[] = [
	{
		name: 'a title that is empty',
		draft: changed(standard, /^title: .*$/m, 'title: ""'),
		path: ['title'],
		says: /^Enter “Title”/,
		blocks: 'review',
	},
	{
		name: 'a field that is missing',
		draft: changed(standard, /^ {2}why: .*\n/m, ''),
		path: ['changeNote', 'why'],
		says: /^Enter “Why it changed”/,
		blocks: 'review',
	},
	{
		name: 'a summary that is too long',
		draft: changed(guidance, /^summary: .*$/m, `summary: ${'word '.repeat(60)}end`),
		path: ['summary'],
		says: /characters in “Summary”, expected at most 240/,
		blocks: 'review',
	},
	{
		name: 'one item of a list',
		draft: changed(standard, '  - right-4', '  - Right 4'),
		path: ['rights', 1],
		says: /“Right 4” for “Right”/,
		blocks: 'review',
	},
	{
		name: 'a hidden character in a field',
		draft: changed(standard, 'title: Accessible', 'title: Acc\u200Bessible'),
		path: ['title'],
		says: /invisible character/,
		blocks: 'review',
	},
	{
		name: 'a hidden character in a field, by an escape',
		draft: changed(standard, /^title: .*$/m, 'title: "Acc\\u200Bessible"'),
		path: ['title'],
		says: /invisible character/,
		blocks: 'review',
	},
	{
		name: 'a block that nobody knows',
		draft: changed(standard, '## Ask, record', '<Warning>\n\nText.\n\n</Warning>\n\n## Ask, record'),
		path: ['blocks', 1],
		says: /Unexpected <Warning>/,
		blocks: 'review',
	},
	{
		name: 'an attribute with a wrong value',
		draft: changed(standard, 'number="2" strength="must"', 'number="2" strength="shall"'),
		path: ['blocks', 2, 'strength'],
		says: /“shall” for “Strength”/,
		blocks: 'review',
	},
	{
		name: 'an attribute that is missing',
		draft: changed(standard, '<Clause number="2" strength="must">', '<Clause number="2">'),
		path: ['blocks', 2, 'strength'],
		says: /^Enter “Strength” for “Clause”/,
		blocks: 'review',
	},
	{
		name: 'a word inside a block',
		draft: changed(standard, 'You must ask each person', 'You must {ask} each person'),
		path: ['blocks', 1, 'content', 0],
		says: /curly brackets/,
		blocks: 'review',
	},
	{
		name: 'a clause without its duty',
		draft: changed(standard, 'You must ask each person', 'Ask each person'),
		path: ['blocks', 1],
		says: /without the word “must”/,
		blocks: 'review',
	},
	{
		name: 'long guidance, which is one text',
		draft: changed(guidance, firstBlock(guidance), `{1 + 1} ${firstBlock(guidance)}`),
		path: ['body'],
		says: /curly brackets/,
		blocks: 'review',
	},
	{
		name: 'a gap that is in no list',
		draft: changed(letter, '((victim name))', '((victim nmae))'),
		path: ['blocks', 1, 'content', 1],
		says: /Unexpected placeholder “victim nmae”/,
		blocks: 'review',
	},
	{
		name: 'a gap of a translation that English does not have',
		draft: changed(welshLetter, '((victim name))', '((enw))'),
		path: ['blocks', 1, 'content', 1],
		says: /Unexpected placeholder “enw”/,
		blocks: 'review',
	},
	{
		name: 'a gap that the letter never uses',
		draft: changed(
			letter,
			/^placeholders:\n/m,
			'placeholders:\n  - name: shoe size\n    type: text\n    label: Size?\n    example: 43\n    required: true\n'.replace(
				'43',
				'"43"',
			),
		),
		path: ['placeholders', 0],
		says: /“shoe size”, which the letter never uses/,
		blocks: undefined,
	},
	{
		name: 'a fact that is not there',
		draft: changed(
			standard,
			'You must ask each person',
			'You must within <Timescale id="no-such" /> ask each person',
		),
		path: ['blocks', 1, 'content', 0],
		says: /Unexpected timescale “no-such”/,
		blocks: 'publish',
	},
	{
		name: 'an owner who is not there',
		draft: changed(standard, 'owner: standards-lead', 'owner: standards-leed'),
		path: ['owner'],
		says: /Unexpected person “standards-leed”/,
		blocks: 'publish',
	},
	{
		name: 'a code that another page has',
		draft: changed(guidance, /^code: .*$/m, 'code: GD-001'),
		path: ['code'],
		says: /Unexpected code GD-001/,
		blocks: 'publish',
	},
	{
		name: 'a clause that a link names and the standard has not',
		draft: changed(
			guidance,
			firstBlock(guidance),
			`Read <Link to="VCS-07" clause="99" />. ${firstBlock(guidance)}`,
		),
		path: ['body'],
		says: /Unexpected clause 99 of VCS-07/,
		blocks: 'publish',
	},
	{
		name: 'a translation without a neutral title',
		draft: changed(welshPage, /^tabTitle: .*\n/m, ''),
		path: [],
		says: /neutral title for the browser tab/,
		blocks: 'publish',
	},
	{
		name: 'staff material on a public page',
		draft: changed(page, /\n\n## /, '\n\n<Passage id="safe-contact-check" />\n\n## '),
		path: ['blocks', 1],
		says: /Unexpected passage “safe-contact-check” for staff/,
		blocks: 'publish',
	},
	{
		name: 'a number in data',
		draft: changed(timescale, /^length: .*$/m, 'length: soon'),
		path: ['length'],
		says: /“soon” for “Length”, expected a number/,
		blocks: 'review',
	},
	{
		name: 'a passage that other pages show to the public',
		draft: changed(passage, 'audience: public', 'audience: staff'),
		path: [],
		says: /^In the victim page “.+”: Unexpected passage “ask-us” for staff/,
		blocks: 'publish',
	},
	{
		name: 'a file with no place',
		draft: { file: 'standards/No Place.mdx', text: textOf(standard) },
		path: [],
		says: /Unexpected file name/,
		blocks: 'draft',
	},
	{
		name: 'a control character',
		draft: changed(standard, 'title: Accessible', 'title: Acc\u0007essible'),
		path: ['title'],
		says: /control character/,
		blocks: 'draft',
	},
	{
		name: 'front matter that cannot be read',
		draft: changed(standard, /^owner: .*$/m, 'owner: [a'),
		path: [],
		says: /^Unexpected /,
		blocks: 'review',
	},
];

describe('each kind of problem', () => {
	test.each(cases)('$name', ({ draft, path, says, blocks }) => {
		const found = judge(draft);
		const issue = found.find(({ message }) => says.test(message));
		expect(issue, JSON.stringify(found, null, 1)).toBeDefined();
		expect(issue?.path).toEqual(path);
		expect(issue?.blocks).toBe(blocks);
		expect(issue?.why).toMatch(/^[A-Z].*\.$/);
		expect(issue?.fix).toMatch(/\S/);
		expect(issue?.fix).not.toMatch(/The key is/);
	});
});

test('a clause that others lead to does not go unseen', () => {
	const named = published.references.find(({ clause, via }) => clause !== undefined && via === 'Link');
	const english = entries.find(
		({ type, language, data }) =>
			type === 'standard' && language === 'en' && (data as { code: string }).code === named?.id,
	);
	const draft = changed(
		english?.file ?? '',
		new RegExp(`<Clause number="${named?.clause}"[^]*$`),
		'## No more clauses\n\nText.\n',
	);
	expect(judge(draft)).toContainEqual(
		expect.objectContaining({
			rule: 'lost-clause',
			path: expect.arrayContaining([]),
			blocks: 'publish',
			message: expect.stringContaining(named?.file ?? '?'),
		}),
	);
});

test('files of one draft are judged together', () => {
	const english = {
		file: 'guidance/brand-new.en.mdx',
		text: textOf(guidance).replace(/^code: .*$/m, 'code: GD-900'),
	};
	const welsh = {
		file: 'guidance/brand-new.cy.mdx',
		text: '---\ntitle: Newydd\nsummary: Rhywbeth newydd.\ntranslation:\n  state: in review\n---\n\nTestun.\n',
	};
	expect(judge(welsh)).toContainEqual(
		expect.objectContaining({ rule: 'missing-english', blocks: 'publish' }),
	);
	expect(judge(english, welsh)).toEqual([]);
});

test('a file that a draft takes away is missed by those who name it', () => {
	const found = judge({ file: timescale, text: undefined });
	expect(found[0]).toMatchObject({
		blocks: 'publish',
		message: expect.stringMatching(/^In the .+no-charge-standard/),
	});
});

test('each moment waits for what it waits for, and for all that came before', () => {
	const found = judge(
		changed(standard, 'owner: standards-lead', 'owner: nobody'),
		changed(guidance, /^title: .*$/m, 'title: ""'),
	);
	expect(holdingUp(found, 'draft')).toEqual([]);
	expect(holdingUp(found, 'review').map(({ file }) => file)).toEqual([guidance]);
	expect(holdingUp(found, 'publish').map(({ file }) => file)).toEqual(
		expect.arrayContaining([guidance, standard]),
	);
});

test('rules about writing plug in by one function', () => {
	const plain: WritingRule = ({ entry, english, body, catalogue }) =>
		body && english.id === entry.id && catalogue.entry(entry.file)
			? [
					{
						file: entry.file,
						place: entry.locate(['summary']),
						rule: 'plain-words',
						severity: 'warning',
						message: 'Unexpected “utilise”, expected “use”',
						fix: 'Write “use”.',
						why: 'Short words are read by more people.',
					},
				]
			: [];
	const text = textOf(guidance);
	expect(judgeDraft([{ file: guidance, text }], published, { at: AT, rules: [plain] })).toEqual([
		expect.objectContaining({
			rule: 'plain-words',
			path: ['summary'],
			why: 'Short words are read by more people.',
		}),
	]);
});

test('every rule of texts says why', () => {
	const files: Partial<Record<string, string>> = {
		standard,
		letter,
		guidance,
		'victim-page': page,
	};
	const found = componentDocs.flatMap(({ refused }) =>
		refused.flatMap(({ type = 'guidance', source }) => {
			const file = files[type] ?? guidance;
			const [keys = ''] = textOf(file).split(/(?<=\n---\n)/, 2);
			return judge({ file, text: `${keys}\n${source}\n` });
		}),
	);
	expect(found.length).toBeGreaterThan(40);
	expect(found.filter(({ why }) => why === '').map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});
