/** Every page from A to Z: the way round search. */
import { languageNames } from '../../../model/language.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections, typeNames } from '../sections.ts';
import { type Frame, frameOf } from './frame.ts';
import { byLetter, type Lettered } from './letters.ts';

interface Entry {
	title: string;
	path: string;
	/** What kind of page it is, with its code when it has one. */
	kind: string;
	lang?: string;
}

export interface AtozPage {
	frame: Frame;
	letters: Lettered<Entry>[];
}

export function atozPage(input: SiteInput): PageInput[] {
	const { title, path } = sections.atoz;
	const entries: Entry[] = [
		...input.documents.map(({ title, path, type, code, language, state }) => ({
			title,
			path,
			kind: [
				code,
				typeNames[type],
				...(language === 'en' ? [] : [languageNames[language].english]),
				...(state === 'withdrawn' ? ['withdrawn'] : []),
			].join(', '),
			...(language !== 'en' && { lang: language }),
		})),
		...input.rights.map(({ number, title, path = '' }) => ({
			title: title.en,
			path,
			kind: `Right ${number}`,
		})),
		...input.timescales.map(({ name, path = '' }) => ({ title: name.en, path, kind: 'Timescale' })),
		...input.areas.map(({ name, path = '' }) => ({ title: name.en, path, kind: 'Area' })),
		...input.pilots.map(({ name, path = '' }) => ({ title: name.en, path, kind: 'Pilot' })),
		...input.organisations.map(({ name, path = '' }) => ({ title: name.en, path, kind: 'Support service' })),
		...input.terms.map(({ id, term }) => ({ title: term.en, path: `/glossary/#${id}`, kind: 'Term' })),
		...input.topics.map(({ name, path = '' }) => ({ title: name.en, path, kind: 'Topic' })),
	];
	const data: AtozPage = {
		frame: frameOf(input, { path, title, section: 'atoz' }),
		letters: byLetter(entries, ({ title }) => title),
	};
	return [{ path, data }];
}
