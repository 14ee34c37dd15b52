/** The tasks the home page starts from: what a caseworker has to do, the letter for it, what to read and by when. */
import type { DecisionType } from '../../../model/letter-template.ts';
import type { SiteInput } from '../../../release/site-input.ts';
import { type Due, dueFor } from './due.ts';
import { current, type Named, named, type Reach, reachOf } from './listed.ts';

export interface Task {
	title: string;
	/** Letters and guidance for it, the first to open first. */
	documents: Named[];
	/** How soon: the standard time, then the one for people with Enhanced Rights. */
	due: Due[];
	/** Pages that are not documents. */
	places: { title: string; path: string }[];
	/** The pilots it is done in, when it is done nowhere else. */
	pilots: string[];
	reach: Reach;
}

interface TaskPlan {
	title: string;
	letters?: DecisionType[];
	/** Ids of guidance pages. */
	guidance: string[];
	places?: { title: string; path: string }[];
}

const plans: TaskPlan[] = [
	{
		title: 'Tell a victim we are not charging',
		letters: ['not-to-charge'],
		guidance: ['explaining-a-charging-decision'],
	},
	{
		title: 'Tell a victim the case has stopped',
		letters: ['charge-stopped'],
		guidance: ['explaining-a-charging-decision'],
	},
	{
		title: 'Tell a victim a charge has changed',
		letters: ['charge-changed'],
		guidance: ['explaining-a-charging-decision'],
	},
	{
		title: 'Explain a decision to charge',
		letters: ['charging-decision-explained'],
		guidance: ['universal-service-pilot'],
	},
	{
		title: 'Offer a meeting',
		letters: ['pre-trial-meeting-offer', 'bereaved-family-meeting-offer'],
		guidance: ['pre-trial-meetings', 'bereaved-families'],
	},
	{ title: 'Answer a request for a review', letters: ['review-outcome'], guidance: ['right-to-review'] },
	{ title: 'Say sorry for a late letter', letters: ['late-reply'], guidance: ['late-letters'] },
	{ title: 'Contact somebody safely', guidance: ['safe-contact', 'phone-calls', 'writing-an-email'] },
	{ title: 'Answer a complaint', guidance: ['complaints'] },
	{
		title: 'Work out a deadline',
		guidance: ['counting-working-days'],
		places: [
			{ title: 'Every timescale', path: '/timescales/' },
			{ title: 'Bank holidays', path: '/bank-holidays/' },
		],
	},
];

/** The tasks that the content has pages for. */
export function tasks(input: SiteInput): Task[] {
	const documents = current(input);
	return plans.flatMap(({ title, letters = [], guidance, places = [] }) => {
		const found = [
			...letters.flatMap((decision) => documents.filter(({ letter }) => letter?.decisionType === decision)),
			...guidance.flatMap((id) =>
				documents.filter((document) => document.type === 'guidance' && document.id === id),
			),
		];
		if (found.length === 0) return [];
		const ofEach = found.map(({ appliesTo }) => appliesTo.pilots ?? []);
		const pilots = ofEach.every((each) => each.length > 0) ? [...new Set(ofEach.flat())] : [];
		return [
			{
				title,
				documents: found.flatMap(named),
				due: dueFor(input, letters[0]).filter(({ entitlement }) => entitlement !== 'everybody'),
				places,
				pilots: input.pilots.filter(({ id }) => pilots.includes(id)).map(({ name }) => name.en),
				reach: reachOf({ pilots }),
			},
		];
	});
}
