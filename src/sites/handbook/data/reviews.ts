/** What waits for somebody: emergencies to sign off, reviews due, the overdue first, and facts that nobody could confirm. */
import type { Evidence } from '../../../model/evidence.ts';
import { isVerified } from '../../../model/evidence.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type Change, changes } from './changes.ts';
import { type Frame, frameOf } from './frame.ts';
import { current, type Named, named } from './listed.ts';

export interface ReviewsPage {
	frame: Frame;
	/** Published in an emergency, and not signed off yet; those that a later edition replaced are past signing. */
	unsigned: Change[];
	overdue: Due[];
	soon: Due[];
	later: Due[];
	/** By kind of fact. */
	unconfirmed: { kind: string; facts: Unconfirmed[] }[];
}

interface Unconfirmed {
	name: string;
	path: string;
	mark: Evidence['mark'];
	note?: string;
}

export type Due = Named & { due: string; last: string; owner: string };

/** How far ahead a review counts as due soon. */
const SOON_MONTHS = 6;

export function reviewsPage(input: SiteInput): PageInput[] {
	const { title, path } = sections.reviews;
	const due = current(input)
		.flatMap((document) =>
			named(document).map(
				(name): Due => ({
					...name,
					due: document.review.next,
					last: document.review.lastReviewed,
					owner: document.owner,
				}),
			),
		)
		.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
	const limit = new Date(`${input.today}T00:00:00Z`);
	limit.setUTCMonth(limit.getUTCMonth() + SOON_MONTHS);
	const latest = new Map(input.histories.map(({ code, editions }) => [code, editions.at(-1)?.number]));
	const soon = limit.toISOString().slice(0, 10);
	const data: ReviewsPage = {
		frame: frameOf(input, { path, title, section: 'reviews' }),
		unsigned: changes(input).filter(
			({ document, edition, emergency }) =>
				emergency && !emergency.signedOff && edition?.number === latest.get(document.code),
		),
		overdue: due.filter((each) => each.due < input.today),
		soon: due.filter((each) => each.due >= input.today && each.due <= soon),
		later: due.filter((each) => each.due > soon),
		unconfirmed: unconfirmed(input),
	};
	return [{ path, data }];
}

function unconfirmed(input: SiteInput): ReviewsPage['unconfirmed'] {
	const doubtful = (
		name: string,
		path: string | undefined,
		{ mark, source, lastChecked, note }: Evidence,
	): Unconfirmed[] =>
		isVerified({ mark, source, lastChecked })
			? []
			: [{ name, path: path ?? '', mark, ...(note !== undefined && { note }) }];
	return [
		{
			kind: 'Timescales',
			facts: input.timescales.flatMap(({ name, path, evidence }) => doubtful(name.en, path, evidence)),
		},
		{
			kind: 'Rights',
			facts: input.rights.flatMap(({ title, path, evidence }) => doubtful(title.en, path, evidence)),
		},
		{
			kind: 'Pilots',
			facts: input.pilots.flatMap(({ name, path, evidence }) => doubtful(name.en, path, evidence)),
		},
		{
			kind: 'Support services',
			facts: input.organisations.flatMap(({ name, path, evidence }) => doubtful(name.en, path, evidence)),
		},
		{
			kind: 'Phone numbers of support services',
			facts: input.organisations.flatMap(({ name, path, phones }) =>
				phones.flatMap(({ number, evidence }) =>
					doubtful(`${name.en}, ${number.replaceAll(' ', '\u00a0')}`, path, evidence),
				),
			),
		},
		{
			kind: 'How to reach an Area',
			facts: input.areas.flatMap(({ name, path, contact }) => doubtful(name.en, path, contact.evidence)),
		},
		{
			kind: 'What an Area covers',
			facts: input.areas.flatMap(({ name, path, evidence }) => doubtful(name.en, path, evidence)),
		},
	].filter(({ facts }) => facts.length > 0);
}
