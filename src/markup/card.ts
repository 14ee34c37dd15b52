/** A contact card: what an organisation and an Area have in common on a page. */
import type { ElementContent } from 'hast';
import { dayInWords } from '../model/day-in-words.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Language } from '../model/language.ts';
import { direction } from '../model/language.ts';
import type { Page } from './component.ts';
import { h } from './element.ts';

export interface CardLine {
	name: string;
	value: (ElementContent | string)[];
}

export function card({
	name,
	label,
	about,
	lines,
	end,
}: {
	name: ElementContent;
	/** The name alone, which screen readers say when they come to the card. */
	label: string;
	about: ElementContent[];
	lines: CardLine[];
	end: ElementContent;
}): ElementContent {
	return h('div', { className: ['card'], role: 'group', ariaLabel: label }, [
		h('p', { className: ['card-name'] }, [h('strong', {}, [name])]),
		...about,
		lines.length > 0 &&
			h(
				'dl',
				{},
				lines.map((each) => h('div', {}, [h('dt', {}, [each.name]), h('dd', {}, each.value)])),
			),
		end,
	]);
}

/** When it was last checked, and whether the body itself says so. */
export function checkedLine({ mark, lastChecked }: Evidence, page: Page): ElementContent {
	const checked = page.word('checked', { day: dayInWords(lastChecked, page.language) });
	return h('p', { className: ['checked'] }, [
		mark === 'secondary' ? `${page.word('secondary')}. ${checked}` : checked,
	]);
}

/** A number to dial. Digits run from left to right in every language. */
export function phoneLink(number: string, language: Language): ElementContent {
	const dir = direction(language) === 'rtl' ? 'ltr' : undefined;
	return h('a', { href: `tel:${number.replace(/ /g, '')}`, dir }, [number]);
}

/** A link to another site, which learns nothing of where the reader came from. */
export function externalLink(address: string, words?: string): ElementContent {
	return h('a', { href: address, rel: ['noreferrer', 'noopener'] }, [
		words ?? address.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, ''),
	]);
}
