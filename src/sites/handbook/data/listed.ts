/** A document as lists show it. */
import type { AppliesTo } from '../../../model/applies-to.ts';
import { offenceGroups, staffRoles, victimGroups } from '../../../model/applies-to.ts';
import { channelNames } from '../../../model/channel.ts';
import type { DocumentType } from '../../../model/collection.ts';
import { inLanguage } from '../../../model/field.ts';
import { journeyStageNames } from '../../../model/journey-stage.ts';
import { type Language, languageNames } from '../../../model/language.ts';
import type { DocumentInput, LinkInput, SiteInput } from '../../../release/site-input.ts';

/** What the choice of Area and role is compared with; an absent key means all. */
export interface Reach {
	areas?: string[];
	pilots?: string[];
	roles?: string[];
}

export interface Listed {
	type: DocumentType;
	code: string;
	title: string;
	summary: string;
	path: string;
	/** Said when it is not simply in force. */
	state?: 'not yet in force' | 'withdrawn';
	overdue?: true;
	/** Whom and what it is limited to, in words; roles are left to the choice of the reader. */
	only: string[];
	reach: Reach;
	stages: string[];
	topics: string[];
	/** English names of the other languages it exists in. */
	alsoIn: string[];
}

/** A document that a list only names. */
export interface Named extends Pick<Listed, 'type' | 'code' | 'title' | 'path'> {
	/** The language of the title, when it is not English. */
	language?: Language;
}

/** The English documents, withdrawn ones left out. */
export function current(input: SiteInput, type?: DocumentType): DocumentInput[] {
	return english(input, type).filter(({ state }) => state !== 'withdrawn');
}

/** The English documents, withdrawn ones too. */
export function english(input: SiteInput, type?: DocumentType): DocumentInput[] {
	return input.documents.filter(
		(document) => document.language === 'en' && (type === undefined || document.type === type),
	);
}

export function listed(input: SiteInput, document: DocumentInput): Listed {
	const { type, code, title, summary, path, state, review, appliesTo, stages, topics, languages } = document;
	return {
		type,
		code,
		title,
		summary,
		path,
		...((state === 'not yet in force' || state === 'withdrawn') && { state }),
		...(review.overdue && state !== 'withdrawn' && { overdue: true as const }),
		only: appliesInWords(input, { ...appliesTo, staffRoles: undefined }).map(({ values }) => values),
		reach: reachOf(appliesTo),
		stages,
		topics: topics.map(({ id }) => id),
		alsoIn: languages
			.filter(({ language }) => language !== 'en')
			.map(({ language }) => languageNames[language].english),
	};
}

export function named(document: LinkInput | DocumentInput): Named[] {
	const { type, code, title, path } = document;
	if (type === undefined || code === undefined) return [];
	const other = 'language' in document && document.language !== 'en' ? { language: document.language } : {};
	return [{ type, code, title, path, ...other }];
}

export function reachOf({ areas, pilots, staffRoles }: AppliesTo): Reach {
	return {
		...(areas?.length && { areas }),
		...(pilots?.length && { pilots }),
		...(staffRoles?.length && { roles: staffRoles }),
	};
}

/** What a document is limited to, in words. Empty when it applies to everybody and everything. */
export function appliesInWords(input: SiteInput, appliesTo: AppliesTo): { what: string; values: string }[] {
	const {
		areas = [],
		pilots = [],
		offenceGroups: offences = [],
		victimGroups: victims = [],
		staffRoles: roles = [],
		channels = [],
	} = appliesTo;
	const nameOf = (things: { id: string; name: { en: string } }[], id: string) => {
		const found = things.find((thing) => thing.id === id);
		return found ? inLanguage(found.name, 'en') : id;
	};
	return [
		{ what: 'Areas', values: areas.map((id) => nameOf(input.areas, id)) },
		{ what: 'Pilot', values: pilots.map((id) => `Pilot: ${nameOf(input.pilots, id)}`) },
		{ what: 'Crimes', values: offences.map((key) => offenceGroups[key]) },
		{ what: 'People', values: victims.map((key) => victimGroups[key]) },
		{ what: 'Staff', values: roles.map((key) => staffRoles[key]) },
		{ what: 'Channels', values: channels.map((key) => channelNames[key]) },
	].flatMap(({ what, values }) => (values.length > 0 ? [{ what, values: values.join(', ') }] : []));
}

export const stageName = (stage: keyof typeof journeyStageNames) => journeyStageNames[stage].en;
