/** The support services and other bodies a victim may need. */
import { offenceGroups, victimGroups } from '../../../model/applies-to.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type EvidenceShown, evidenceShown } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Named, named } from './listed.ts';
import { dataRecord } from './search-record.ts';

export interface OrganisationShown {
	id: string;
	name: string;
	welshName?: string;
	path: string;
	about: string;
	phones: { number: string; label?: string; hours?: string; free: boolean; verified: boolean }[];
	textNumber?: string;
	relay?: string;
	languages: string[];
	website?: string;
	coverage: string;
	helps: string;
	emergency: boolean;
	verified: boolean;
}

export interface OrganisationsPage {
	frame: Frame;
	organisations: OrganisationShown[];
}

export interface OrganisationPage extends OrganisationShown {
	frame: Frame;
	/** Evidence of the entry, and of each number whose source is another. */
	evidence: { of: string; evidence: EvidenceShown }[];
	mentions: Named[];
}

export function organisationPages(input: SiteInput): PageInput[] {
	const shown = input.organisations
		.map((organisation) => ({ organisation, own: organisationShown(organisation) }))
		.sort(
			(a, b) =>
				Number(b.own.emergency) - Number(a.own.emergency) || a.own.name.localeCompare(b.own.name, 'en'),
		);
	const places = shown.map(({ own: { name, path } }) => ({ title: name, path }));
	const list: OrganisationsPage = {
		frame: frameOf(input, { ...sections.organisations, section: 'organisations' }),
		organisations: shown.map(({ own }) => own),
	};
	return [
		{ path: '/organisations/', data: list },
		...shown.map(({ organisation, own }): PageInput => {
			const data: OrganisationPage = {
				...own,
				frame: frameOf(input, {
					path: own.path,
					title: own.name,
					section: 'organisations',
					inSection: places,
					below: true,
				}),
				evidence: [
					{ of: 'This entry', evidence: evidenceShown(organisation.evidence) },
					...organisation.phones.map(({ number, evidence }) => ({
						of: number,
						evidence: evidenceShown(evidence),
					})),
				],
				mentions: organisation.linksHere.flatMap(named),
			};
			return {
				path: own.path,
				data,
				search: dataRecord({
					lastChecked: organisation.evidence.lastChecked,
					title: own.name,
					summary: own.about,
					type: 'Support service',
					shown: data.evidence.every(({ evidence }) => evidence.verified) ? [] : ['not confirmed'],
					text: [
						own.about,
						own.helps,
						...own.phones.map(({ number, verified }) =>
							[number, ...(verified ? [] : ['(not confirmed)']), number.replaceAll(' ', '')].join(' '),
						),
						...own.languages,
					].join('\n'),
					filters: { group: (organisation.helps?.victimGroups ?? []).map((key) => victimGroups[key]) },
				}),
			};
		}),
	];
}

function organisationShown({
	id,
	name,
	path = '',
	about,
	phones,
	textNumber,
	relay,
	languages = [],
	website,
	coverage,
	helps,
	emergency,
	evidence,
}: SiteInput['organisations'][number]): OrganisationShown {
	const specialisms = [
		...(helps?.offenceGroups ?? []).map((key) => offenceGroups[key]),
		...(helps?.victimGroups ?? []).map((key) => victimGroups[key]),
	];
	return {
		id,
		name: name.en,
		...(name.cy !== undefined && name.cy !== name.en && { welshName: name.cy }),
		path,
		about: about.en,
		phones: phones.map(({ number, label, hours, free, evidence }) => ({
			number,
			...(label && { label: label.en }),
			...(hours && { hours: hours.en }),
			free,
			verified: evidenceShown(evidence).verified,
		})),
		...(textNumber !== undefined && { textNumber }),
		...(relay !== undefined && { relay }),
		languages,
		...(website !== undefined && { website }),
		coverage,
		helps: specialisms.join(', '),
		emergency,
		verified: evidenceShown(evidence).verified,
	};
}
