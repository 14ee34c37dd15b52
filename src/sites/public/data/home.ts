/** The first page: what do you need, where are you now, who can help. */
import { inLanguage } from '../../../model/field.ts';
import { type JourneyStage, journeyStageNames, journeyStages } from '../../../model/journey-stage.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { wordsFor } from '../../shared/words/index.ts';
import { stageAddress } from '../address.ts';
import type { Frame } from '../frame.ts';
import { topicAddress } from './information.ts';
import {
	type Fragment,
	frameOf,
	inBothLanguages,
	type Listed,
	listed,
	pagesInOtherLanguages,
	passage,
} from './site.ts';
import { type Service, serviceOf } from './support.ts';

interface Choice {
	name: string;
	description: string;
	path: string;
}

export interface Home {
	frame: Frame;
	/** Pages in languages the site itself does not speak. */
	otherLanguages: Listed[];
	needs: Choice[];
	moreTopics: Choice[];
	stages: (Choice & { stage: JourneyStage })[];
	emergency?: Fragment;
	/** Services that help everybody. */
	help: Service[];
}

export function homePages(input: SiteInput): PageInput[] {
	return inBothLanguages((language) => {
		const frame = frameOf(input, 'home', language);
		const choices = input.topics
			.toSorted((a, b) => (a.homePosition ?? 99) - (b.homePosition ?? 99))
			.map(({ id, name, description, homePosition }) => ({
				first: homePosition !== undefined,
				choice: {
					name: inLanguage(name, language),
					description: inLanguage(description, language),
					path: topicAddress(id, language),
				},
			}));
		const data: Home = {
			frame,
			otherLanguages: pagesInOtherLanguages(input).map((page) => listed(page, language)),
			needs: choices.filter(({ first }) => first).map(({ choice }) => choice),
			moreTopics: choices.filter(({ first }) => !first).map(({ choice }) => choice),
			stages: journeyStages.map((stage) => ({
				stage,
				name: journeyStageNames[stage][language],
				description: wordsFor(language).stages[stage],
				path: stageAddress(stage, language),
			})),
			emergency: passage(input, 'emergency', language),
			help: input.organisations
				.filter(({ id }) => id === 'victim-support')
				.map((organisation) => serviceOf(organisation, language)),
		};
		return { path: frame.path, data };
	});
}
