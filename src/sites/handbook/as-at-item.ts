/** A document as it stood on a day, in the list of that day. Built from text, never from HTML. */
import type { AsAtQuestion } from '../../editions/as-at.ts';
import { dayInWords } from '../../model/day-in-words.ts';
import { dayOf } from '../../model/day-of.ts';
import { element } from '../shared/search-result.ts';
import { inTime, type Stood } from './as-at-place.ts';

export function itemAsAt({ code, edition, gone }: Stood, day: string, as: AsAtQuestion): HTMLElement {
	const { number, title, path, published, inForceFrom, error } = edition;
	const facts = [
		`Edition ${number}`,
		`published ${dayInWords(dayOf(published), 'en')}`,
		`in force from ${dayInWords(inForceFrom, 'en')}`,
		...(error ? ['published in error, its text is taken away'] : []),
		...(gone === undefined ? [] : [`withdrawn on ${dayInWords(gone, 'en')}`]),
	];
	return element(
		'li',
		{},
		element(
			'p',
			{ class: 'document-title' },
			element('span', { class: 'code' }, code),
			' ',
			element('a', { href: inTime(path, day, as) }, title),
		),
		element('p', { class: 'document-facts' }, facts.join(' · ')),
	);
}
