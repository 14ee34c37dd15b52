/** Every page, A to Z: what search falls back to. */
import { inLanguage } from '../../../model/field.ts';
import { journeyStageNames, journeyStages } from '../../../model/journey-stage.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { fill, wordsFor } from '../../shared/words/index.ts';
import { addressFor, stageAddress } from '../address.ts';
import type { Frame } from '../frame.ts';
import { topicAddress } from './information.ts';
import { byLetter, type Letter } from './letters.ts';
import {
	frameOf,
	inBothLanguages,
	type Listed,
	listed,
	pagesInForce,
	pagesInOtherLanguages,
} from './site.ts';

export interface AtoZ {
	frame: Frame;
	letters: Letter<Listed>[];
}

export function atozPages(input: SiteInput): PageInput[] {
	return inBothLanguages((language) => {
		const frame = frameOf(input, 'atoz', language);
		const words = wordsFor(language);
		const page = (title: string, path: string): Listed => ({ title, summary: '', path });
		const pages = [
			...[...pagesInForce(input, language), ...pagesInOtherLanguages(input)].map((each) =>
				listed(each, language),
			),
			...input.topics.map(({ id, name }) => page(inLanguage(name, language), topicAddress(id, language))),
			...journeyStages.map((stage, index) =>
				page(
					`${journeyStageNames[stage][language]} – ${fill(words.stagePage.step, { number: index + 1, count: journeyStages.length })}`,
					stageAddress(stage, language),
				),
			),
			page(words.rights.title, addressFor('rights', language)),
			page(words.support.title, addressFor('support', language)),
			page(words.areas.title, addressFor('areas', language)),
			page(words.glossary.title, addressFor('glossary', language)),
			page(words.accessibility, addressFor('accessibility', language)),
			page(words.privacy, addressFor('privacy', language)),
		];
		const data: AtoZ = { frame, letters: byLetter(pages, ({ title }) => title, language) };
		return { path: frame.path, data };
	});
}
