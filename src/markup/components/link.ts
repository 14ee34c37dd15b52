/** A link to a document, or a clause of one, by its reference code, which stays right when the document moves. */
import { z } from 'zod';
import { collections, type DocumentType } from '../../model/collection.ts';
import type { Entry } from '../../model/entry.ts';
import { reference } from '../../model/field.ts';
import type { Component, Page } from '../component.ts';
import { h, spoken } from '../element.ts';
import type { ComponentNode } from '../node.ts';
import { clauseNumber } from './clause.ts';

export const link: Component = {
	name: 'Link',
	summary:
		'Links to one of our documents by its code. Without words it prints the title, or the number of the clause.',
	props: z.strictObject({
		to: reference('document', 'Document', 'The reference code, for example GD-004.'),
		clause: clauseNumber
			.optional()
			.meta({ title: 'Clause', description: 'The number of a clause of the standard, for example 3.' }),
	}),
	place: 'inline',
	content: 'words or nothing',
	linksWords: true,
	render: (node, page) => {
		const { to = '', clause } = node.props;
		const entry = page.document(to, node);
		const address = entry && page.href('document', to);
		const anchor = `${to}.${clause}`;
		const found = entry !== undefined && clause !== undefined && hasClause(entry, clause, node, page);
		const href = address !== undefined && found ? `${address}#${anchor}` : address;
		if (node.children.length > 0) {
			const words = page.renderInsideLink(node.children);
			return href === undefined ? words : [h('a', { href }, words)];
		}
		if (clause !== undefined)
			return href === undefined ? [{ type: 'text', value: anchor }] : [h('a', { href }, [anchor])];
		if (!entry) return [{ type: 'text', value: to }];
		page.show('document', to);
		const title = spoken(
			entry.language === page.language ? { text: entry.data.title } : page.inEnglish(entry.data.title),
		);
		return href === undefined ? [title] : [h('a', { href }, [title])];
	},
	examples: [
		{
			name: 'with words',
			source: 'Read <Link to="GD-001">how to call</Link> first.',
			html: '<p>Read <a href="/guidance/example-guidance/">how to call</a> first.</p>',
		},
		{
			name: 'with the title',
			source: 'Read <Link to="GD-001" /> first.',
			html: '<p>Read <a href="/guidance/example-guidance/">Example guidance</a> first.</p>',
		},
		{
			name: 'a clause, with its number',
			source: 'Read <Link to="VCS-02" clause="1" /> first.',
			html: '<p>Read <a href="/standards/example-standard/#VCS-02.1">VCS-02.1</a> first.</p>',
		},
		{
			name: 'a clause, with words',
			source: 'Look whether you <Link to="VCS-02" clause="2">should call</Link>.',
			html: '<p>Look whether you <a href="/standards/example-standard/#VCS-02.2">should call</a>.</p>',
		},
	],
	refused: [
		{
			name: 'a path',
			source: 'Read <Link to="/guidance/phone-calls/">this</Link>.',
			issues: [
				'1:12 Unexpected value “/guidance/phone-calls/” for “to” of <Link>, expected a reference code such as GD-001',
			],
		},
		{
			name: 'a clause that the standard does not have',
			source: 'Read <Link to="VCS-02" clause="3" />.',
			issues: ['1:6 Unexpected clause 3 of VCS-02, expected one of: 1, 2'],
		},
		{
			name: 'a clause of what is no standard',
			source: 'Read <Link to="GD-001" clause="1">this</Link>.',
			issues: [
				'1:6 Unexpected clause 1 of GD-001, which is a guidance page, expected the code of a standard',
			],
		},
		{
			name: 'a clause that is no number',
			source: 'Read <Link to="VCS-02" clause="VCS-02.1" />.',
			issues: ['1:24 Unexpected value “VCS-02.1” for “clause” of <Link>, expected a whole number from 1'],
		},
	],
};

/** Whether the document is a standard with this clause; reports when it is not. */
function hasClause(entry: Entry<DocumentType>, clause: string, node: ComponentNode, page: Page): boolean {
	const { to = '' } = node.props;
	if (entry.type !== 'standard') {
		page.report(
			node.at,
			'missing-clause',
			`Unexpected clause ${clause} of ${to}, which is a ${collections[entry.type].name}, expected the code of a standard`,
			`Name a standard, or delete clause="${clause}".`,
		);
		return false;
	}
	const numbers = page.clausesOf(entry);
	// What is wrong with a body that cannot be read is said of that body, and not of each link to it.
	if (!numbers || numbers.includes(clause)) return numbers !== undefined;
	page.report(
		node.at,
		'missing-clause',
		`Unexpected clause ${clause} of ${to}, expected ${numbers.length > 0 ? `one of: ${numbers.join(', ')}` : 'a standard that has clauses'}`,
		`Name the clause that says this, or delete clause="${clause}".`,
	);
	return false;
}
