import { expect, it } from 'vitest';
import { withClauses } from '../../src/search/clauses.ts';

it('makes a section of each clause', () => {
	const text =
		'Before.\nVCS-04.1 Must\nYou must give reasons.\nIn plain words.\nVCS-04.12 Should\nYou should be kind.';
	expect(withClauses({ id: 'reasons', heading: 'Reasons', text })).toEqual([
		{ id: 'reasons', heading: 'Reasons', text: 'Before.' },
		{ id: 'VCS-04.1', heading: 'VCS-04.1 Must', text: 'You must give reasons.\nIn plain words.' },
		{ id: 'VCS-04.12', heading: 'VCS-04.12 Should', text: 'You should be kind.' },
	]);
});

it('leaves a section without clauses as it is', () => {
	const section = { id: 'a', heading: 'A', text: 'See VCS-04.1 Must\nVCS-04 Must\nVCS-04.1 Must be read' };
	expect(withClauses(section)).toEqual([section]);
});
