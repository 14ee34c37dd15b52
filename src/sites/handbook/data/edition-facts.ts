/** What every page of the past says of an edition: when, why, who answers for it, and how it stands. */
import { staffRoles } from '../../../model/applies-to.ts';
import type { DocumentType } from '../../../model/collection.ts';
import { dayOf } from '../../../model/document.ts';
import { type Language, languageNames } from '../../../model/language.ts';
import type { EditionInput, HistoryInput, SiteInput } from '../../../release/site-input.ts';
import {
	changesAddress,
	editionAddress,
	eventsOf,
	hasChanges,
	isReadable,
} from '../../shared/editions/past.ts';

/** An edition that a page leads to. */
export interface EditionLink {
	number: number;
	path: string;
	/** The day of publication. */
	published: string;
}

export interface EditionShown extends EditionLink {
	type: DocumentType;
	code: string;
	title: string;
	state: EditionInput['state'];
	inForceFrom: string;
	/** The first day on which another edition was in force instead, and which. */
	superseded?: { on: string; by: EditionLink };
	/** Whether its text may be read. */
	readable: boolean;
	/** What changed since the edition before. */
	changes?: string;
	change: { major: boolean; what: string; why: string; whoMustAct: string; actBy?: string };
	/** What, other than its own text, changed its words. */
	causes: string[];
	emergency?: { reason: string; by: string };
	/** Whether an emergency was signed off afterwards, or needs to be. */
	signedAfter: 'yes' | 'not yet' | 'not needed';
	signOffs: { role: string; by: string; language: string; on: string }[];
	hash: string;
	/** Why its text, or a part of it, was taken out. */
	takenOut: { what: 'all' | 'personal data'; why: string; on: string }[];
}

const signedAs = {
	reviewer: 'Reviewed',
	approver: 'Approved',
	translator: 'Translation checked',
	legal: 'Legal check',
} as const;

export function editionShown(
	history: HistoryInput,
	edition: EditionInput,
	language: Language = 'en',
): EditionShown {
	const {
		number,
		type,
		code,
		title,
		state,
		inForceFrom,
		superseded,
		changeNote,
		causes = [],
		hash,
	} = edition;
	const { kind, what, why, whoMustAct = [], actBy } = changeNote;
	const later = eventsOf(history, 'sign-off', number);
	const successor = history.editions.find((each) => each.number === superseded?.by);
	return {
		...editionLink(edition, language),
		type,
		code,
		title,
		state,
		inForceFrom,
		...(superseded &&
			successor && { superseded: { on: superseded.on, by: editionLink(successor, language) } }),
		readable: isReadable(edition),
		...(hasChanges(history, edition, language) && { changes: changesAddress('staff', edition, language) }),
		change: {
			major: kind === 'major',
			what,
			why,
			whoMustAct: whoMustAct.map((role) => staffRoles[role]).join(', '),
			...(actBy !== undefined && { actBy }),
		},
		causes: causes.map(({ name }) => name),
		...(edition.emergency && { emergency: edition.emergency }),
		signedAfter: edition.emergency ? (later.length > 0 ? 'yes' : 'not yet') : 'not needed',
		signOffs: [...edition.signOffs, ...later.map(({ signOff }) => signOff)].map(
			({ role, by, language, at }) => ({
				role: signedAs[role],
				by,
				language: languageNames[language].english,
				on: dayOf(at),
			}),
		),
		hash,
		takenOut: [
			...eventsOf(history, 'error', number).map(({ why, at }) => ({
				what: 'all' as const,
				why,
				on: dayOf(at),
			})),
			...eventsOf(history, 'redaction', number).map(({ why, at }) => ({
				what: 'personal data' as const,
				why,
				on: dayOf(at),
			})),
		],
	};
}

/** The link to an edition in a language, or in English where it does not have it. */
export function editionLink(edition: EditionInput, language: Language = 'en'): EditionLink {
	return {
		number: edition.number,
		path: editionAddress('staff', edition, edition.languages.includes(language) ? language : 'en'),
		published: dayOf(edition.published),
	};
}

/** The name of a document by its code, for what replaced it. */
export function documentLink(input: SiteInput, code: string): { code: string; title: string; path: string } {
	const found = input.histories.find((history) => history.code === code);
	return { code, title: found?.title ?? '', path: found?.path ?? '/a-z/' };
}
