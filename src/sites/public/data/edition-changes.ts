/** What changed in a version of a page: what matters first, then its words. */
import type { Language } from '../../../model/language.ts';
import type { EditionInput, HistoryInput, PageInput } from '../../../release/site-input.ts';
import { comparedViews } from '../../shared/editions/compared-views.ts';
import type { MatterInWords } from '../../shared/editions/matter-words.ts';
import { changesAddress, editionBefore, hasChanges, ofEveryChange } from '../../shared/editions/past.ts';
import { htmlOf } from '../../shared/editions/shown.ts';
import { fill, interfaceLanguage, wordsFor } from '../../shared/words/index.ts';
import type { Frame } from '../frame.ts';
import { historyFor, type Past, textOf, todayOf, type Version, versionOf } from './past.ts';
import type { Fragment } from './site.ts';

interface AroundComparison {
	frame: Frame;
	title: string;
	old: Version;
	version: Version;
	today: string;
	history: string;
	emergency?: Fragment;
}

export interface EditionChanges extends AroundComparison {
	matters: MatterInWords[];
	html: string;
	changes: number;
	added: number;
	removed: number;
}

export function editionChangesPages(past: Past): PageInput[] {
	return ofEveryChange(past.input.histories, (...about) => changesPage(past, ...about));
}

function changesPage(
	past: Past,
	history: HistoryInput,
	edition: EditionInput,
	language: Language,
): PageInput {
	const { emergency, ...everyPage } = past.everyPage(language);
	const old = editionBefore(history, edition, language) as EditionInput;
	const today = todayOf(past, history, language);
	const path = changesAddress('public', edition, language);
	const wordsIn = interfaceLanguage(language);
	const words = wordsFor(wordsIn);
	const tab = today?.victimPage?.tabTitle;
	const around = (): AroundComparison => ({
		frame: {
			language,
			path,
			languages: edition.languages
				.filter((each) => hasChanges(history, edition, each))
				.map((each) => ({ language: each, path: changesAddress('public', edition, each) })),
			...(tab !== undefined && {
				tabTitle: fill(words.past.tabChanges, { title: tab, number: edition.number }),
			}),
			...everyPage,
		},
		title: today?.title ?? history.title,
		old: versionOf(history, old, language),
		version: versionOf(history, edition, language),
		today: today?.path ?? history.path,
		history: historyFor(past, history, language),
		...(today?.victimPage?.sensitive && emergency && { emergency }),
	});
	return {
		path,
		as: '/version-changes/',
		later: () => {
			const page = around();
			return {
				key: JSON.stringify([old.hash, edition.hash, page]),
				data: (): EditionChanges => {
					const [before, after] = [textOf(past, old, language), textOf(past, edition, language)];
					if (!before || !after) throw new Error(`${path} has no text to compare`);
					const { elements, ...compared } = comparedViews(before, after, words, wordsIn, {});
					return { ...page, html: htmlOf(elements), ...compared };
				},
			};
		},
	};
}
