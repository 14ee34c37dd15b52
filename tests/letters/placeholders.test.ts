/** Placeholders: every gap in a letter is declared, every declaration is used, and conditions ask for answers there are. */
import { expect, test } from 'vitest';
import { checkPlaceholders } from '../../src/letters/index.ts';
import { parseBody } from '../../src/markup/index.ts';
import type { Entry } from '../../src/model/entry.ts';
import { readEntry } from '../../src/model/load.ts';
import { inFolder, inWords, keys, page } from '../model/miniature.ts';

const declared = `decisionType: late-reply
channels:
  - letter
mustSay: []
placeholders:
  - name: victim name
    type: name
    label: Who?
    example: Sam Example
    required: true
  - name: late
    type: yes or no
    label: Is it late?
    example: yes
    required: true
  - name: how told
    type: choice
    label: How?
    example: by phone
    required: false
    choices:
      - by phone
      - by letter
`;
const all =
	'Dear ((victim name)),\n\n<When placeholder="late" is="yes">\n\nWe are sorry.\n\n</When>\n\nWe told you ((how told)).';
const welsh = (placeholders: string, body: string) =>
	page(`title: Teitl\nsummary: Crynodeb.\ntranslation:\n  state: machine-drafted\n${placeholders}`, body);

/** What is said of a letter with a body, in English or in another language. */
function said(
	body: string,
	{ front = declared, translated }: { front?: string; translated?: string } = {},
): string[] {
	return inFolder(
		{
			'letters/late.en.mdx': page(keys('LT-001') + front, body),
			...(translated !== undefined && { 'letters/late.cy.mdx': translated }),
		},
		(root) => {
			const english = readEntry(root, 'letters/late.en.mdx').entry as Entry<'letter'>;
			const letter =
				translated === undefined ? english : (readEntry(root, 'letters/late.cy.mdx').entry as Entry);
			const { file, type, language } = letter;
			const parsed = parseBody(letter.body ?? { source: '', firstLine: 1 }, { file, type, language });
			expect(parsed.issues).toEqual([]);
			return checkPlaceholders(english, letter, parsed).map(inWords);
		},
	);
}

test('a letter that uses all it declares', () => {
	expect(said(all)).toEqual([]);
});

test.each<[name: string, body: string, issues: string[]]>([
	[
		'a gap that is not declared, with the nearest one',
		`${all}\n\nFor ((victims name)).`,
		[
			'letters/late.en.mdx:54:5 error: Unexpected placeholder “victims name”, expected one that is declared. Write ((victim name)), or declare “victims name”.',
		],
	],
	[
		'a gap that is like no other',
		`${all}\n\nSince ((day of the crime)).`,
		[
			'letters/late.en.mdx:54:7 error: Unexpected placeholder “day of the crime”, expected one that is declared. Declare “day of the crime” in letters/late.en.mdx.',
		],
	],
	[
		'a condition on what is not declared',
		`${all}\n\n<When placeholder="lte" is="yes">A.</When>`,
		[
			'letters/late.en.mdx:54:1 error: Unexpected placeholder “lte”, expected one that is declared. Write ((late)), or declare “lte”.',
		],
	],
	[
		'an answer that is neither yes nor no',
		all.replace('is="yes"', 'is="maybe"'),
		[
			'letters/late.en.mdx:46:1 error: Unexpected answer “maybe” to “late”, expected one of: yes, no. Correct the condition.',
		],
	],
	[
		'an answer that is no choice',
		`${all}\n\n<When placeholder="how told" is="by post">A.</When>`,
		[
			'letters/late.en.mdx:54:1 error: Unexpected answer “by post” to “how told”, expected one of: by phone, by letter. Correct the condition.',
		],
	],
	[
		'a condition on free text',
		`${all}\n\n<When placeholder="victim name" is="Sam Example">A.</When>`,
		[
			'letters/late.en.mdx:54:1 error: Unexpected answer “Sam Example” to “victim name”, expected a placeholder answered by yes or no or by a choice. Correct the condition.',
		],
	],
	[
		'declared names in other brackets, which nobody is asked for',
		`${all}\n\nGoodbye, [Victim name]. Ask us about \\{victim_name\\} or **&lt;how told>**.`,
		[
			'letters/late.en.mdx:54:10 error: Unexpected “[Victim name]”, expected the placeholder ((victim name)). Write ((victim name)): nobody is asked for what stands in other brackets, and the victim would read “[Victim name]”.',
			'letters/late.en.mdx:54:39 error: Unexpected “{victim_name}”, expected the placeholder ((victim name)). Write ((victim name)): nobody is asked for what stands in other brackets, and the victim would read “{victim_name}”.',
			'letters/late.en.mdx:54:59 error: Unexpected “<how told>”, expected the placeholder ((how told)). Write ((how told)): nobody is asked for what stands in other brackets, and the victim would read “<how told>”.',
		],
	],
	[
		'declarations that nothing uses',
		'Dear ((victim name)),',
		[
			'letters/late.en.mdx:29:5 warning: Unexpected placeholder “late”, which the letter never uses. Put ((late)) into the text, or delete the declaration.',
			'letters/late.en.mdx:34:5 warning: Unexpected placeholder “how told”, which the letter never uses. Put ((how told)) into the text, or delete the declaration.',
		],
	],
])('reports %s', (_, body, issues) => {
	expect(said(body)).toEqual(issues);
});

test.each<[name: string, body: string]>([
	['a choice that there is', `${all}\n\n<When placeholder="how told" is="by letter">A.</When>`],
	['a gap used twice', `${all}\n\nGoodbye, ((victim name)).`],
	['other words in other brackets', `${all}\n\nShe said [pause] that it was late [1].`],
	['a gap within emphasis and lists', all.replace('((how told))', '**((how told))**')],
])('accepts %s', (_, body) => {
	expect(said(body)).toEqual([]);
});

test('reports a second declaration of one name', () => {
	const front = declared.replace('name: how told\n    type: choice', 'name: late\n    type: choice');
	expect(said(all.replace('((how told))', 'by phone'), { front })).toEqual([
		'letters/late.en.mdx:34:5 error: Unexpected second declaration of “late”, expected one. Delete one of the two.',
	]);
});

test('a translation may leave a gap out, and must not bring one of its own', () => {
	expect(said(all, { translated: welsh('', 'Annwyl ((victim name)),') })).toEqual([]);
	expect(
		said(all, {
			translated: welsh('placeholders:\n  - name: late\n    label: Yn hwyr?\n', 'Annwyl ((enw)),'),
		}),
	).toEqual([
		'letters/late.cy.mdx:11:8 error: Unexpected placeholder “enw”, expected one that is declared. Declare “enw” in letters/late.en.mdx.',
	]);
});

test('a translation may not rename a gap', () => {
	expect(
		said(all, { translated: welsh('placeholders:\n  - name: enw\n    label: Pwy?\n', 'Annwyl,') }),
	).toEqual([
		'letters/late.cy.mdx:7:5 error: Unexpected placeholder “enw”, expected a name declared in letters/late.en.mdx. Use the English name; translate only its words.',
	]);
});
