/** A numbered clause of a standard: one duty, and how strong it is. */
import { z } from 'zod';
import { clauseStrengths } from '../../model/standard.ts';
import type { Component } from '../component.ts';
import { h } from '../element.ts';
import { wordsOf } from '../node.ts';
import { textOf } from '../text.ts';

/** What every number of a clause is. */
export const clauseNumber = z.string().regex(/^[1-9]\d?$/, 'Expected a whole number from 1');

export const clause: Component = {
	name: 'Clause',
	summary:
		'One numbered clause of a standard, with one duty. The word must, should or may stands in its text.',
	props: z.strictObject({
		number: clauseNumber.meta({ title: 'Number', description: '1, 2, 3 and so on, without a gap.' }),
		strength: z.enum(clauseStrengths).meta({
			title: 'Strength',
			description: 'Must: always. Should: unless there is a recorded reason. May: allowed.',
		}),
	}),
	place: 'block',
	content: 'blocks',
	types: ['standard'],
	topLevel: true,
	holds: ['Notice', 'Passage', 'When', 'Details', 'Example', 'Say', 'Avoid', 'Steps'],
	check: (node, { before, language, report }) => {
		const { number, strength } = node.props;
		if (number !== undefined && /^\d+$/.test(number) && Number(number) !== before + 1) {
			report(
				node.at,
				'clause-number',
				`Unexpected clause ${number}, expected ${before + 1}`,
				'Number the clauses 1, 2, 3 and so on, in order.',
			);
		}
		if (language !== 'en' || !clauseStrengths.some((each) => each === strength)) return;
		const words = wordsOf(node.children);
		const has = (word: string) =>
			new RegExp(`\\b${word}\\b`).test(words.replace(/^\s*\w/, (first) => first.toLowerCase()));
		if (!has(strength ?? '')) {
			report(
				node.at,
				'clause-strength',
				`Unexpected clause without the word “${strength}”, expected it in the text`,
				`Write what staff ${strength} do.`,
			);
		}
		for (const other of clauseStrengths) {
			if (other !== strength && has(other)) {
				report(
					node.at,
					'clause-strength',
					`Unexpected “${other}” in a clause that says “${strength}”, expected one duty in a clause`,
					'Make it a clause of its own, or use another word.',
					'warning',
				);
			}
		}
	},
	render: (node, page) => {
		const { number = '', strength: found } = node.props;
		const strength = clauseStrengths.find((each) => each === found) ?? 'must';
		const anchor = `${page.code ?? 'clause'}.${number}`;
		const content = page.render(node.children);
		page.addClause({ number, strength, anchor, text: textOf(content) });
		return [
			h('section', { className: ['clause', `clause-${strength}`], id: anchor }, [
				h('p', { className: ['clause-head'] }, [
					h(
						'a',
						{
							className: ['clause-anchor'],
							href: `#${anchor}`,
							ariaLabel: page.word('link to clause', { number: anchor }),
						},
						[anchor],
					),
					' ',
					h('strong', { className: ['strength', `strength-${strength}`] }, [page.word(strength)]),
				]),
				...content,
			]),
		];
	},
	examples: [
		{
			name: 'a duty',
			type: 'standard',
			source: '<Clause number="1" strength="must">\n\nYou must check the name.\n\n</Clause>',
			html: '<section class="clause clause-must" id="VCS-01.1"><p class="clause-head"><a class="clause-anchor" href="#VCS-01.1" aria-label="Link to clause VCS-01.1">VCS-01.1</a> <strong class="strength strength-must">Must</strong></p><p>You must check the name.</p></section>',
		},
	],
	refused: [
		{
			name: 'in guidance',
			source: '<Clause number="1" strength="must">\n\nYou must check.\n\n</Clause>',
			issues: ['1:1 Unexpected <Clause> here, expected it in standards only'],
		},
		{
			name: 'a gap in the numbers',
			type: 'standard',
			source: '<Clause number="2" strength="must">\n\nYou must check.\n\n</Clause>',
			issues: ['1:1 Unexpected clause 2, expected 1'],
		},
		{
			name: 'without its strength',
			type: 'standard',
			source: '<Clause number="1" strength="must">\n\nCheck the name.\n\n</Clause>',
			issues: ['1:1 Unexpected clause without the word “must”, expected it in the text'],
		},
		{
			name: 'two duties',
			type: 'standard',
			source: '<Clause number="1" strength="must">\n\nYou must check. You should ask.\n\n</Clause>',
			issues: ['1:1 Unexpected “should” in a clause that says “must”, expected one duty in a clause'],
		},
		{
			name: 'a clause in a list',
			type: 'standard',
			source: '- <Clause number="1" strength="must">\n\n  You must check.\n\n  </Clause>',
			issues: ['1:3 Unexpected <Clause> in a list or quote, expected it by itself'],
		},
		{
			name: 'a clause in a clause',
			type: 'standard',
			source:
				'<Clause number="1" strength="must">\n\nYou must check.\n\n<Clause number="2" strength="must">\n\nYou must ask.\n\n</Clause>\n\n</Clause>',
			issues: [
				'5:1 Unexpected <Clause> inside <Clause>, expected paragraphs, lists or one of: Notice, Passage, When, Details, Example, Say, Avoid, Steps',
			],
		},
	],
};
