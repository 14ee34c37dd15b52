/** What changed in an edition: what matters first, then the whole text with what went and what came. */
import type { Language } from '../../../model/language.ts';
import type { EditionInput, HistoryInput, PageInput } from '../../../release/site-input.ts';
import { comparedViews } from '../../shared/editions/compared-views.ts';
import type { MatterInWords } from '../../shared/editions/matter-words.ts';
import {
	changesAddress,
	compareAddress,
	editionAddress,
	editionBefore,
	hasChanges,
	historyAddress,
	ofEveryChange,
} from '../../shared/editions/past.ts';
import { htmlOf } from '../../shared/editions/shown.ts';
import { wordsFor } from '../../shared/words/index.ts';
import { sectionOf } from '../sections.ts';
import type { Past } from './edition.ts';
import { type EditionLink, type EditionShown, editionLink, editionShown } from './edition-facts.ts';
import { type Frame, pastFrame } from './frame.ts';

interface AroundComparison {
	frame: Frame;
	language: Language;
	code: string;
	title: string;
	old: EditionLink;
	edition: EditionShown;
	history: string;
	today: string;
	/** Where any other two are compared. */
	compare: string;
	/** What changed in the editions beside this one. */
	earlier?: EditionLink;
	later?: EditionLink;
}

export interface EditionChangesPage extends AroundComparison {
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
	const { load } = past;
	const path = changesAddress('staff', edition, language);
	const old = editionBefore(history, edition, language) as EditionInput;
	const title = `What changed in edition ${edition.number}`;
	const beside = (other: EditionInput | undefined) =>
		other && hasChanges(history, other, language)
			? { ...editionLink(other, language), path: changesAddress('staff', other, language) }
			: undefined;
	const around = (): AroundComparison => ({
		frame: pastFrame({ path, title: 'What changed', section: sectionOf[history.type] }, [
			{ title: `${history.code} ${history.title}`, path: history.path },
			{ title: 'History', path: historyAddress(history) },
			{ title: `Edition ${edition.number}`, path: editionAddress('staff', edition, language) },
		]),
		language,
		code: history.code,
		title,
		old: editionLink(old, language),
		edition: editionShown(history, edition, language),
		history: historyAddress(history),
		today: history.path,
		compare: compareAddress(history, old, edition, language),
		earlier: beside(old),
		later: beside(history.editions.find(({ number }) => number > edition.number)),
	});
	return {
		path,
		as: '/changes/',
		later: () => {
			const page = around();
			return {
				key: JSON.stringify([old.hash, edition.hash, page, past.namesHash]),
				data: (): EditionChangesPage => {
					const [before, after] = [load(old)[language], load(edition)[language]];
					if (!before || !after) throw new Error(`${path} has no text to compare`);
					const { elements, ...compared } = comparedViews(before, after, wordsFor('en'), 'en', past.names);
					return { ...page, html: htmlOf(elements), ...compared };
				},
			};
		},
	};
}
