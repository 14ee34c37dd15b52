/**
 * How everything stands at a moment: the register told from its first entry to that moment.
 *
 * A text that was removed later, or had personal data taken out, is told as it is now: the old one is gone.
 */
import { dayOf } from '../model/document.ts';
import { asAt } from './as-at.ts';
import type { EditionFacts } from './edition.ts';
import type { PartHashes, RegisterEntry, RenderedParts } from './register-entry.ts';

/** What happened to a document besides its editions. */
export type DocumentEvent = Exclude<RegisterEntry, { kind: 'edition' | 'rendering' | 'data' }>;

/** An edition with what happened to it since. */
export interface PublishedEdition extends EditionFacts {
	/** The hashes of its latest rendering. */
	parts: RenderedParts & Partial<Pick<PartHashes, 'source' | 'record'>>;
	/** From 1. */
	rendering: number;
	/** Why its text was removed from reading. */
	error?: string;
	/** Personal data was taken out of it. */
	redacted?: true;
	/** Sign-offs that came after an emergency. */
	signedLater: EditionFacts['signOffs'];
}

export interface Standing extends Pick<EditionFacts, 'code' | 'type' | 'id' | 'title'> {
	/** The id it was first published under: that of its folder. */
	folder: string;
	/** Ids it had before. */
	formerIds: string[];
	/** By number. */
	editions: PublishedEdition[];
	/** The earliest first. */
	events: DocumentEvent[];
	withdrawn?: { on: string; why: string; replacedBy?: string };
	/** The code of the document it is now part of. */
	mergedInto?: string;
}

/** Every document published by a moment, by code. */
export function standingOf(register: readonly RegisterEntry[], at: string): Map<string, Standing> {
	const documents = new Map<string, Standing>();
	for (const entry of register) {
		const known = documents.get(entry.code);
		if (entry.at <= at) {
			if (entry.kind === 'edition') documents.set(entry.code, withEdition(known, entry));
			else if (known && entry.kind !== 'rendering' && entry.kind !== 'data') tell(known, entry);
		}
		const edition =
			'number' in entry ? known?.editions.find(({ number }) => number === entry.number) : undefined;
		if (!edition) continue;
		// The files hold the latest form alone for what was taken out, and every form of the rest.
		if (entry.kind === 'rendering' && entry.at <= at)
			Object.assign(edition, { parts: { ...edition.parts, ...entry.parts }, rendering: entry.rendering });
		if (entry.kind === 'redaction')
			Object.assign(edition, { parts: entry.parts, rendering: entry.rendering, redacted: true });
		if (entry.kind === 'error') {
			edition.error = entry.why;
			edition.parts = { ...edition.parts, record: entry.record };
		}
		if (entry.kind === 'sign-off' && entry.at <= at) edition.signedLater.push(entry.signOff);
	}
	return documents;
}

function withEdition(known: Standing | undefined, entry: RegisterEntry & { kind: 'edition' }): Standing {
	const { index, previous, at, kind, parts, ...facts } = entry;
	const { code, type, id, title } = facts;
	const edition: PublishedEdition = { ...facts, parts, rendering: 1, signedLater: [] };
	// Publishing it again ends a withdrawal.
	return {
		code,
		type,
		id,
		title,
		folder: known?.folder ?? id,
		formerIds: known?.formerIds ?? [],
		editions: [...(known?.editions ?? []), edition],
		events: known?.events ?? [],
	};
}

function tell(document: Standing, entry: DocumentEvent): void {
	document.events.push(entry);
	if (entry.kind === 'withdrawal') {
		const { on, why, replacedBy } = entry;
		document.withdrawn = { on, why, ...(replacedBy !== undefined && { replacedBy }) };
	}
	if (entry.kind === 'merge') document.mergedInto = entry.into;
	if (entry.kind === 'rename') {
		document.formerIds = [...document.formerIds.filter((id) => id !== entry.to), entry.from];
		document.id = entry.to;
	}
}

/** The editions whose text can be read, by number. */
export function readableEditions({ editions }: Standing): PublishedEdition[] {
	return editions.filter(({ error }) => error === undefined);
}

/** The edition that is shown at a day, and one that is published and to come into force later. */
export function editionsOn(
	document: Standing,
	day: string,
): { shown?: PublishedEdition; coming?: PublishedEdition } {
	const readable = readableEditions(document).filter(({ published }) => dayOf(published) <= day);
	const shown = asAt(readable, day, 'in force') ?? readable[0];
	const coming = readable.findLast(
		({ number, inForceFrom }) => number > (shown?.number ?? 0) && inForceFrom > day,
	);
	return { ...(shown && { shown }), ...(coming && { coming }) };
}

/** The latest thing said of reviews: with its latest edition or after it. */
export function latestReview({ editions, events }: Standing): EditionFacts['review'] {
	const event = events.findLast((each) => each.kind === 'review');
	const edition = editions.findLast(({ review }) => review !== undefined);
	const later = event && (!edition || event.at > edition.published);
	return later ? { on: event.on, by: event.by, outcome: event.outcome, next: event.next } : edition?.review;
}
