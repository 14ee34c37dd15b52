/**
 * Changes, as “What is new” tells them: every edition by the release that brought it, what else happened to documents,
 * and in a working copy what is still to be published.
 */
import { type StaffRole, staffRoles } from '../../../model/applies-to.ts';
import { dayOf } from '../../../model/document.ts';
import { compare } from '../../../model/issue.ts';
import type { DocumentInput, EditionInput, HistoryInput, SiteInput } from '../../../release/site-input.ts';
import { changesAddress, hasChanges } from '../../shared/editions/past.ts';
import { english, type Named, named, type Reach, reachOf } from './listed.ts';

export interface Change {
	/** Unique, and never used again once it is published: `GD-004/3`. */
	id: string;
	document: Named;
	/** The moment readers could first see it. Absent: not published yet. */
	published?: string;
	/** The edition, and what is different in it from the one before. */
	edition?: { number: number; path: string; changes?: string };
	major: boolean;
	what: string;
	why: string;
	/** Facts and passages that changed it, where its own text did not. */
	causes: string[];
	/** The day it applies from. */
	from: string;
	/** Whether that day is still to come. */
	coming: boolean;
	whoMustAct: string[];
	roles: StaffRole[];
	actBy?: string;
	withdrawn: boolean;
	/** Published before it was signed off. */
	emergency?: { reason: string; by: string; signedOff: boolean };
	/** Whom the document is for. */
	reach: Reach;
	topics: string[];
}

/** Not yet published first, then the newest release; in a release major before minor. */
export function changes(input: SiteInput): Change[] {
	const documents = new Map(english(input).map((document) => [document.code, document]));
	const published = new Set(input.histories.map(({ code }) => code));
	return [
		...[...documents.values()]
			.filter(({ code, unpublished }) => unpublished || !published.has(code))
			.flatMap((document) => unpublishedChange(input, document)),
		...input.histories.flatMap((history) => {
			const document = documents.get(history.code);
			return [
				...history.editions
					.filter(({ state }) => state !== 'published in error')
					.map((edition) => editionChange(input, history, edition, document)),
				...history.events.flatMap((event) => eventChange(input, history, event, document)),
			];
		}),
	].sort(
		(a, b) =>
			compare(b.published ?? '9', a.published ?? '9') ||
			Number(b.major) - Number(a.major) ||
			(a.published === undefined ? compare(b.from, a.from) : 0) ||
			compare(a.document.code, b.document.code),
	);
}

function unpublishedChange(input: SiteInput, document: DocumentInput): Change[] {
	const { changeNote, publishAt, review, state } = document;
	const from = changeNote.inForceFrom ?? publishAt?.slice(0, 10) ?? review.lastReviewed;
	return named(document).map((name) => ({
		id: `${document.code}/next`,
		document: name,
		...noted(input, changeNote, from),
		causes: [],
		withdrawn: state === 'withdrawn',
		...concerns(document),
	}));
}

function editionChange(
	input: SiteInput,
	history: HistoryInput,
	edition: EditionInput,
	document: DocumentInput | undefined,
): Change {
	const {
		title,
		number,
		path,
		published,
		changeNote,
		inForceFrom,
		causes = [],
		emergency,
		signOffs,
	} = edition;
	const signedLater = history.events.some((event) => event.kind === 'sign-off' && event.number === number);
	return {
		id: `${history.code}/${number}`,
		document: { ...nameOf(history), title },
		published,
		edition: {
			number,
			path,
			...(hasChanges(history, edition, 'en') && { changes: changesAddress('staff', edition, 'en') }),
		},
		...noted(input, changeNote, inForceFrom),
		causes: causes.map(({ name }) => name),
		withdrawn: false,
		...(emergency && { emergency: { ...emergency, signedOff: signedLater || signOffs.length > 0 } }),
		...concerns(document),
	};
}

function eventChange(
	input: SiteInput,
	history: HistoryInput,
	event: HistoryInput['events'][number],
	document: DocumentInput | undefined,
): Change[] {
	const told = toldOf(input, event);
	// A merge says of a withdrawal with it what is to be used instead.
	const isMerged = history.events.some(({ kind, at }) => kind === 'merge' && at === event.at);
	if (!told || (event.kind === 'withdrawal' && isMerged)) return [];
	return [
		{
			id: `${history.code}/${event.kind}/${event.at}`,
			document: nameOf(history),
			published: event.at,
			major: true,
			...told,
			causes: [],
			coming: told.from > input.today,
			whoMustAct: [],
			roles: [],
			withdrawn: event.kind === 'withdrawal' || event.kind === 'merge',
			...concerns(document),
		},
	];
}

/** What readers are told of an event; reviews without change and later sign-offs stand in the history alone. */
function toldOf(
	input: SiteInput,
	event: HistoryInput['events'][number],
): Pick<Change, 'what' | 'why' | 'from'> | undefined {
	const from = dayOf(event.at);
	const titleOf = (code: string) => {
		const found = input.histories.find((history) => history.code === code);
		return found ? `${code} ${found.title}` : code;
	};
	switch (event.kind) {
		case 'withdrawal':
			return {
				what: event.replacedBy ? `Withdrawn. Use ${titleOf(event.replacedBy)}.` : 'Withdrawn.',
				why: event.why,
				from: event.on,
			};
		case 'merge':
			return {
				what: `Merged into ${titleOf(event.into)}.`,
				why: 'Its text is part of the other document now.',
				from,
			};
		case 'error':
			return {
				what: `Edition ${event.number} was published in error and has been taken away.`,
				why: event.why,
				from,
			};
		default:
			return undefined;
	}
}

function noted(input: SiteInput, note: DocumentInput['changeNote'], from: string) {
	const { kind, what, why, whoMustAct = [], actBy } = note;
	return {
		major: kind === 'major',
		what,
		why,
		from,
		coming: from > input.today,
		whoMustAct: whoMustAct.map((role) => staffRoles[role]),
		roles: whoMustAct,
		...(actBy !== undefined && { actBy }),
	};
}

function concerns(document: DocumentInput | undefined): Pick<Change, 'reach' | 'topics'> {
	return {
		reach: document ? reachOf(document.appliesTo) : {},
		topics: document?.topics.map(({ id }) => id) ?? [],
	};
}

function nameOf({ type, code, title, path }: HistoryInput): Named {
	return { type, code, title, path };
}
