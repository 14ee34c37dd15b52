/** Two texts that grew out of one: what is settled by itself, and what a person has to choose. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldAt, isSignOffs } from '../../cms/app/settle/place-words.ts';
import { chosenText, sectionsOf } from '../../cms/app/settle/three-way.ts';

const base = ['title: One', '', 'First paragraph.', '', 'Second paragraph.', '', 'Third paragraph.', ''].join(
	'\n',
);
const changedOf = (sections: ReturnType<typeof sectionsOf>) =>
	sections.map(({ changed }) => changed).filter((changed) => changed !== 'nobody');

describe('two texts that grew out of one', () => {
	it('takes in what only one of them changed', () => {
		const theirs = base.replace('First', 'Their first');
		const yours = base.replace('Third', 'Your third');
		const sections = sectionsOf(base, theirs, yours);
		expect(changedOf(sections)).toEqual(['theirs', 'yours']);
		expect(chosenText(sections, {})).toBe(
			base.replace('First', 'Their first').replace('Third', 'Your third'),
		);
	});

	it('asks where both changed the same place, and keeps either or both', () => {
		const theirs = base.replace('Second', 'Their second');
		const yours = base.replace('Second', 'Your second');
		const sections = sectionsOf(base, theirs, yours);
		expect(changedOf(sections)).toEqual(['both']);
		const index = sections.findIndex(({ changed }) => changed === 'both');
		expect(chosenText(sections, { [index]: 'theirs' })).toBe(theirs);
		expect(chosenText(sections, { [index]: 'yours' })).toBe(yours);
		expect(chosenText(sections, { [index]: 'both' })).toBe(
			base.replace('Second paragraph.', 'Their second paragraph.\nYour second paragraph.'),
		);
	});

	it('tells neighbouring lines apart', () => {
		const front = 'title: One\nsummary: Two\nowner: Three\n';
		const sections = sectionsOf(front, front.replace('One', 'Their one'), front.replace('Two', 'Your two'));
		expect(changedOf(sections)).toEqual(['theirs', 'yours']);
		expect(chosenText(sections, {})).toBe('title: Their one\nsummary: Your two\nowner: Three\n');
	});

	it('asks nothing where both made the same change', () => {
		const same = base.replace('Second', 'Another');
		expect(changedOf(sectionsOf(base, same, same))).toEqual([]);
	});

	it('chooses a text or its being taken away as a whole', () => {
		const yours = `${base}More.\n`;
		const sections = sectionsOf(base, '', yours);
		expect(sections).toHaveLength(1);
		expect(chosenText(sections, { 0: 'yours' })).toBe(yours);
		expect(chosenText(sections, { 0: 'theirs' })).toBe('');
	});
});

describe('any three texts', () => {
	const line = fc.constantFrom('', 'a', 'b', 'c', 'd');
	const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => `.${lines.join('\n')}`);

	it('lose nothing: choosing one side everywhere gives that text', () => {
		fc.assert(
			fc.property(text, text, text, (from, theirs, yours) => {
				const sections = sectionsOf(from, theirs, yours);
				const all = (choice: 'theirs' | 'yours') =>
					chosenText(sections, Object.fromEntries(sections.map((_, index) => [index, choice])));
				expect(all('theirs')).toBe(theirs);
				expect(all('yours')).toBe(yours);
			}),
		);
	});

	it('need no choice when one of them did not change', () => {
		fc.assert(
			fc.property(text, text, (from, other) => {
				expect(chosenText(sectionsOf(from, other, from), {})).toBe(other);
				expect(chosenText(sectionsOf(from, from, other), {})).toBe(other);
			}),
		);
	});
});

describe('a place where they differ', () => {
	const file = [
		'---',
		'title: One',
		'changeNote:',
		'  what: It is new.',
		'---',
		'',
		'title: in the text.',
	].join('\n');
	const path = 'content/guidance/appeals.en.mdx';

	it.each([
		[1, 'Title'],
		[3, 'Change note'],
		[6, 'Text'],
	])('in line %i is named as in the form: %s', (at, name) => expect(fieldAt(path, file, at)).toBe(name));

	it('of sign-offs alone is told from what somebody wrote', () => {
		const signOffs = ['signOffs:', '  - role: reviewer', '    language: en'];
		expect(isSignOffs({ theirs: [], yours: signOffs })).toBe(true);
		expect(isSignOffs({ theirs: ['changeNote:'], yours: [...signOffs, 'changeNote:'] })).toBe(false);
		expect(isSignOffs({ theirs: ['One'], yours: ['Two'] })).toBe(false);
	});
});
