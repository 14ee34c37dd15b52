/** All that was published on one site by a moment, as its pages tell of it. */
import {
	editionsOn,
	type PublishedEdition,
	type RegisterEntry,
	readableEditions,
	type Standing,
	standingOf,
	viewsHash,
} from '../editions/index.ts';
import type { Audience } from '../model/audience.ts';
import { dayOf } from '../model/document.ts';
import { compare } from '../model/issue.ts';
import { type Language, languages } from '../model/language.ts';
import { addressOf } from './addresses.ts';
import type { EditionInput, HistoryInput } from './site-input.ts';

/** The documents published on a site by a moment, by code. */
export function publishedBy(register: readonly RegisterEntry[], at: string): Standing[] {
	return [...standingOf(register, at).values()].sort((a, b) => compare(a.code, b.code));
}

/** The history of each document. */
export function historiesOf(published: readonly Standing[], site: Audience, today: string): HistoryInput[] {
	return published.map((document) => {
		const { code, type, id, title, editions, events } = document;
		return {
			code,
			type,
			id,
			title,
			path: addressOf(site, type, id) ?? '',
			editions: editions.map((edition) => editionInput(document, edition, site, today)),
			events,
		};
	});
}

/** One edition as lists tell of it, on a day. */
export function editionInput(
	document: Standing,
	edition: PublishedEdition,
	site: Audience,
	today: string,
): EditionInput {
	const { parts, rendering, error, redacted, signedLater, ...facts } = edition;
	const path = pathOf(document, site, edition.number);
	const { shown } = editionsOn(document, today);
	const next = readableEditions(document).find(
		({ number, inForceFrom }) => number > edition.number && inForceFrom <= today,
	);
	const withdrawn =
		document.mergedInto !== undefined || (document.withdrawn !== undefined && document.withdrawn.on <= today);
	return {
		...facts,
		path,
		languages: languagesOf(edition),
		state:
			error !== undefined
				? 'published in error'
				: next
					? 'superseded'
					: facts.inForceFrom > today
						? 'not yet in force'
						: withdrawn && shown === edition
							? 'withdrawn'
							: 'in force',
		...(next && {
			superseded: {
				on: [next.inForceFrom, dayOf(next.published)].sort().at(-1) ?? '',
				by: next.number,
				path: pathOf(document, site, next.number),
			},
		}),
		hash: viewsHash(edition.parts),
	};
}

/** The languages of an edition, English first. */
export function languagesOf({ parts }: PublishedEdition): Language[] {
	return languages.filter((language) => language in parts.view);
}

function pathOf({ type, id }: Standing, site: Audience, number: number): string {
	return `${addressOf(site, type, id)}editions/${number}/`;
}
