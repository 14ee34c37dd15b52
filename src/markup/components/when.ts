/** Text that holds only in one case: a pilot, an Area, a role, a kind of crime or victim, or an answer in a letter. */
import type { ElementContent } from 'hast';
import { z } from 'zod';
import {
	offenceGroupSchema,
	offenceGroups,
	staffRoleSchema,
	staffRoles,
	victimGroupSchema,
	victimGroups,
} from '../../model/applies-to.ts';
import { dayInWords } from '../../model/day-in-words.ts';
import { line, reference } from '../../model/field.ts';
import { PLACEHOLDER_NAME } from '../../model/letter-template.ts';
import type { Component, Page } from '../component.ts';
import { h, spoken, type Words } from '../element.ts';
import type { ComponentNode } from '../node.ts';

const kinds = ['pilot', 'area', 'role', 'offence', 'victim', 'placeholder'] as const;
type Kind = (typeof kinds)[number];

export const when: Component = {
	name: 'When',
	summary: 'Text that holds only in one case. Exactly one condition; the case is printed above the text.',
	props: z.strictObject({
		pilot: reference('pilot', 'Pilot', 'The id of a pilot.').optional(),
		area: reference('area', 'Area', 'The id of an Area.').optional(),
		role: staffRoleSchema.optional(),
		offence: offenceGroupSchema.optional(),
		victim: victimGroupSchema.optional(),
		placeholder: z
			.string()
			.regex(PLACEHOLDER_NAME, 'Expected the name of a placeholder')
			.meta({ title: 'Placeholder', description: 'In letters: the placeholder whose answer decides.' })
			.optional(),
		is: line('Answer', 'In letters: the answer that is needed, for example yes.', 80).optional(),
	}),
	place: 'either',
	content: 'blocks',
	inLinks: true,
	holds: [
		'Notice',
		'Organisation',
		'Contact',
		'Passage',
		'Steps',
		'Details',
		'Say',
		'Avoid',
		'Example',
		'When',
		'Only',
		'Write',
		'Image',
	],
	holdsHeadings: true,
	condition: (props) => {
		const kind = kindOf(props);
		if (!kind) return undefined;
		return { kind, values: [props[kind] ?? ''], ...(props.is !== undefined && { is: props.is }) };
	},
	check: ({ props, at }, { type, report }) => {
		const found = kinds.filter((kind) => props[kind] !== undefined);
		if (found.length !== 1) {
			report(
				at,
				'condition',
				`Unexpected ${found.length === 0 ? 'When without a condition' : `conditions ${found.join(' and ')} in one When`}, expected exactly one of: ${kinds.join(', ')}`,
				'Write one condition. For two that must both hold put one <When> inside the other.',
			);
		} else if (props.role !== undefined && type === 'victim-page') {
			report(
				at,
				'condition',
				'Unexpected condition on a role of staff, expected text for everybody who reads the page',
				'Write it for victims, or move it to a guidance page.',
			);
		} else if (props.placeholder !== undefined && type !== 'letter') {
			report(
				at,
				'condition',
				'Unexpected condition on a placeholder, expected it in letter templates only',
				'Use another condition.',
			);
		} else if ((props.placeholder !== undefined) !== (props.is !== undefined)) {
			report(
				at,
				'condition',
				'Unexpected half of a condition, expected placeholder="…" with is="…"',
				'Write both, for example <When placeholder="interpreter needed" is="yes">.',
			);
		}
	},
	render: (node, page) => {
		const kind = kindOf(node.props);
		const value = kind === undefined ? '' : (node.props[kind] ?? '');
		const attributes = {
			className: ['when'],
			...(kind !== undefined && { [`dataWhen${kind[0]?.toUpperCase()}${kind.slice(1)}`]: value }),
			...(kind === 'placeholder' && { dataWhenIs: node.props.is }),
		};
		const label = kind === undefined ? [] : labelOf(kind, value, node, page);
		if (!node.block) {
			return [
				h('span', attributes, [
					h('span', { className: ['when-label'] }, ['(', ...label, ':) ']),
					...page.render(node.children),
				]),
			];
		}
		return [
			h('div', attributes, [h('p', { className: ['when-label'] }, label), ...page.render(node.children)]),
		];
	},
	examples: [
		{
			name: 'a pilot',
			source: '<When pilot="example-pilot">\n\nOffer a call.\n\n</When>',
			html: '<div class="when" data-when-pilot="example-pilot"><p class="when-label">Only in the pilot “Example pilot”</p><p>Offer a call.</p></div>',
		},
		{
			name: 'a pilot that has ended',
			source: '<When pilot="example-ended">\n\nOffer a call.\n\n</When>',
			html: '<div class="when" data-when-pilot="example-ended"><p class="when-label">Only in the pilot “Old pilot”, which ended on 31 March 2026</p><p>Offer a call.</p></div>',
		},
		{
			name: 'a role, in a sentence',
			source: 'Save it. <When role="prosecutor">Sign it too.</When>',
			html: '<p>Save it. <span class="when" data-when-role="prosecutor"><span class="when-label">(Only for this role: Prosecutor:) </span>Sign it too.</span></p>',
		},
		{
			name: 'an answer, in a letter',
			type: 'letter',
			source: '<When placeholder="interpreter needed" is="yes">\n\nAn interpreter will join us.\n\n</When>',
			html: '<div class="when" data-when-placeholder="interpreter needed" data-when-is="yes"><p class="when-label">Only if “interpreter needed” is yes</p><p>An interpreter will join us.</p></div>',
		},
	],
	refused: [
		{
			name: 'no condition',
			source: '<When>\n\nText.\n\n</When>',
			issues: [
				'1:1 Unexpected When without a condition, expected exactly one of: pilot, area, role, offence, victim, placeholder',
			],
		},
		{
			name: 'two conditions',
			source: '<When pilot="example-pilot" area="example-area">\n\nText.\n\n</When>',
			issues: [
				'1:1 Unexpected conditions pilot and area in one When, expected exactly one of: pilot, area, role, offence, victim, placeholder',
			],
		},
		{
			name: 'an unknown role',
			source: '<When role="prosecuter">\n\nText.\n\n</When>',
			issues: [
				'1:7 Unexpected value “prosecuter” for “role” of <When>, expected one of: prosecutor, victim-liaison-officer, victim-liaison-unit, rasso-unit, manager, quality-reviewer, central-team',
			],
		},
		{
			name: 'a placeholder outside letters',
			source: '<When placeholder="interpreter needed" is="yes">\n\nText.\n\n</When>',
			issues: ['1:1 Unexpected condition on a placeholder, expected it in letter templates only'],
		},
		{
			name: 'half a condition',
			type: 'letter',
			source: '<When placeholder="interpreter needed">\n\nText.\n\n</When>',
			issues: ['1:1 Unexpected half of a condition, expected placeholder="…" with is="…"'],
		},
	],
};

function kindOf(props: ComponentNode['props']): Kind | undefined {
	return kinds.find((kind) => props[kind] !== undefined);
}

function labelOf(kind: Kind, value: string, node: ComponentNode, page: Page): ElementContent[] {
	const label = (
		name: Words,
		key: Parameters<Page['word']>[0] = `when ${kind}`,
		gaps: Record<string, string> = {},
	) => page.wordAround(key, { name: spoken(name) }, gaps);
	switch (kind) {
		case 'pilot': {
			const pilot = page.fact('pilot', value, node)?.data;
			if (!pilot) return label({ text: value });
			page.show('pilot', value);
			const name = page.inLanguage(pilot.name);
			if (pilot.to !== undefined && page.compareToday(pilot.to) > 0)
				return label(name, 'when pilot ended', { day: dayInWords(pilot.to, page.language) });
			if (page.compareToday(pilot.from) < 0)
				return label(name, 'when pilot from', { day: dayInWords(pilot.from, page.language) });
			return label(name);
		}
		case 'area': {
			const area = page.fact('area', value, node)?.data;
			if (!area) return label({ text: value });
			page.show('area', value);
			return label(page.inLanguage(area.name));
		}
		case 'role':
			return label(page.inEnglish((staffRoles as Record<string, string>)[value] ?? value));
		case 'offence':
			return label(page.inEnglish((offenceGroups as Record<string, string>)[value] ?? value));
		case 'victim':
			return label(page.inEnglish((victimGroups as Record<string, string>)[value] ?? value));
		case 'placeholder': {
			const is = node.props.is ?? '';
			return label(page.inEnglish(value), 'when placeholder', {
				value: is === 'yes' || is === 'no' ? page.word(is) : is,
			});
		}
	}
}
