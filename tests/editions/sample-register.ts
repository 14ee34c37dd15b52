/** A made-up register: editions of a few documents, and everything else that can happen to them. */
import type { DocumentView } from '../../src/editions/index.ts';
import { partHashes } from '../../src/editions/part-hashes.ts';
import { appendEntry, type NewEntry } from '../../src/editions/register.ts';

/** What one site shows of a made-up edition. */
export function sampleView(
	code: string,
	number: number,
	words = `Words of edition ${number}.`,
): DocumentView {
	const id = `document-${code.slice(-3)}`;
	return {
		type: 'guidance',
		id,
		code,
		language: 'en',
		path: `/guidance/${id}/`,
		title: `Document ${code.slice(-3)}`,
		summary: 'What it is for.',
		html: `<h2 id="when">When</h2><p>${words} Ask Sam Example &#x26; say <a href="/a-z/">why</a>.</p>`,
		headings: [{ depth: 2, id: 'when', text: 'When' }],
		clauses: [],
		sections: [{ id: 'when', heading: 'When', text: `${words} Ask Sam Example & say why.` }],
		topics: [],
		stages: [],
		rights: [],
		appliesTo: {},
		owner: 'Guidance lead',
		related: [],
		facts: [],
	};
}

/** The entry of a made-up edition. */
export function sampleEdition(code: string, number: number, at: string, words?: string): NewEntry {
	const view = sampleView(code, number, words);
	return {
		kind: 'edition',
		at,
		code,
		type: view.type,
		id: view.id,
		number,
		title: view.title,
		published: at,
		inForceFrom: at.slice(0, 10),
		changeNote: {
			kind: 'major',
			what: `Edition ${number}: ask Sam Example.`,
			why: 'Readers asked.',
		} as never,
		signOffs: [{ role: 'approver', by: 'Legal adviser', language: 'en', at, hash: '0'.repeat(64) }],
		parts: { source: {}, ...partHashes({ en: view }) },
	};
}

/** The moment of the `index`-th made-up entry. */
export function sampleMoment(index: number): string {
	return new Date(Date.UTC(2025, 0, 6, 9) + index * 86_400_000 * 3).toISOString().replace('.000', '');
}

/** A register of this many lines. */
export function sampleLines(count: number): string[] {
	const lines: string[] = [];
	const numbers = new Map<string, number>();
	for (let index = 0; index < count; index++) {
		const code = `GD-00${(index % 4) + 1}`;
		const number = numbers.get(code) ?? 0;
		const at = sampleMoment(index);
		if (index % 5 === 4) {
			lines.push(
				appendEntry(lines, {
					kind: 'review',
					at,
					code,
					by: 'Legal adviser',
					outcome: 'Nothing to change.',
					on: at.slice(0, 10),
					next: '2027-11-02',
				}),
			);
		} else {
			numbers.set(code, number + 1);
			lines.push(appendEntry(lines, sampleEdition(code, number + 1, at)));
		}
	}
	return lines;
}
