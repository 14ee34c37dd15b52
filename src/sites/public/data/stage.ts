/** A part of a case: what happens then, and what comes before and after. */
import { type JourneyStage, journeyStageNames, journeyStages } from '../../../model/journey-stage.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { type InterfaceLanguage, wordsFor } from '../../shared/words/index.ts';
import { neighbours, stageAddress } from '../address.ts';
import type { Frame } from '../frame.ts';
import { frameOf, inBothLanguages, type Listed, listed, pagesInForce } from './site.ts';

export interface Stage {
	frame: Frame;
	name: string;
	description: string;
	/** Its place among the parts of a case, from 1. */
	number: number;
	count: number;
	pages: Listed[];
	previous?: { name: string; path: string };
	next?: { name: string; path: string };
}

export function stagePages(input: SiteInput): PageInput[] {
	return journeyStages.flatMap((stage, index) =>
		inBothLanguages((language) => {
			const frame = frameOf(input, { path: `/stages/${stage}/` }, language);
			const { previous, next } = neighbours(stage);
			const data: Stage = {
				frame,
				name: journeyStageNames[stage][language],
				description: wordsFor(language).stages[stage],
				number: index + 1,
				count: journeyStages.length,
				pages: pagesInForce(input, language)
					.filter(({ stages }) => stages.includes(stage))
					// A page about this part alone comes before one about the whole case.
					.sort((a, b) => a.stages.length - b.stages.length)
					.map((page) => listed(page, language)),
				...(previous && { previous: link(previous, language) }),
				...(next && { next: link(next, language) }),
			};
			return { path: frame.path, data };
		}),
	);
}

function link(stage: JourneyStage, language: InterfaceLanguage) {
	return { name: journeyStageNames[stage][language], path: stageAddress(stage, language) };
}
