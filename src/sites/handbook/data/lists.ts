/** The list of each type of document, in groups, to be narrowed by stage and topic. */
import { type DocumentType, documentTypes } from '../../../model/collection.ts';
import { journeyStageNames, journeyStages } from '../../../model/journey-stage.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sectionOf, sections } from '../sections.ts';
import { type Frame, frameOf } from './frame.ts';
import { current, english, type Listed, listed } from './listed.ts';

export interface List {
	frame: Frame;
	type: DocumentType;
	intro: string;
	groups: { id: string; name: string; documents: Listed[] }[];
	stages: { id: string; name: string }[];
	topics: { id: string; name: string }[];
	withdrawn: Listed[];
}

const intros: Record<DocumentType, string> = {
	standard:
		'What every communication with a victim has to meet. Each standard is made of numbered clauses: a must, a should or a may.',
	letter:
		'One template for each decision or offer. Each says what it must contain and marks what you write yourself.',
	guidance:
		'How to do it: calls, emails and letters, the rights of victims, each stage of a case, and the pilots.',
	'victim-page': 'What victims read on the public site. Read a page before you send somebody to it.',
};

export function listPages(input: SiteInput): PageInput[] {
	return documentTypes.map((type) => {
		const { title, path } = sections[sectionOf[type]];
		const documents = current(input, type).map((document) => listed(input, document));
		const used = (key: 'stages' | 'topics', id: string) =>
			documents.some((document) => document[key].includes(id));
		const data: List = {
			frame: frameOf(input, { path, title, section: sectionOf[type] }),
			type,
			intro: intros[type],
			groups: groupsOf(input, type, documents),
			stages: journeyStages
				.filter((id) => used('stages', id))
				.map((id) => ({ id, name: journeyStageNames[id].en })),
			topics: input.topics
				.filter(({ id }) => used('topics', id))
				.map(({ id, name }) => ({ id, name: name.en })),
			withdrawn: english(input, type)
				.filter(({ state }) => state === 'withdrawn')
				.map((document) => listed(input, document)),
		};
		return { path, data };
	});
}

/** Standards and letters stand in one list; the others by the topic they name first. */
function groupsOf(input: SiteInput, type: DocumentType, documents: Listed[]): List['groups'] {
	if (type === 'standard' || type === 'letter')
		return [{ id: 'all', name: sections[sectionOf[type]].title, documents }];
	return [...input.topics]
		.sort((a, b) => a.name.en.localeCompare(b.name.en, 'en'))
		.map(({ id, name }) => ({
			id,
			name: name.en,
			documents: documents.filter(({ topics }) => topics[0] === id),
		}))
		.filter((group) => group.documents.length > 0);
}
