/** The Areas: how to reach each, and what is different there. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type EvidenceShown, evidenceShown } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';
import { current, type Named, named } from './listed.ts';
import { dataRecord } from './search-record.ts';

interface PilotHere {
	name: string;
	path: string;
	from: string;
	to?: string;
}

export interface AreasPage {
	frame: Frame;
	areas: {
		id: string;
		name: string;
		path: string;
		covers: string;
		coversKnown: boolean;
		welsh: boolean;
		pilots: PilotHere[];
	}[];
}

export interface AreaPage {
	frame: Frame;
	name: string;
	welshName?: string;
	covers: string;
	coversEvidence: EvidenceShown;
	contact: { phone?: string; email?: string; post?: string; website?: string; hours?: string };
	contactEvidence: EvidenceShown;
	welsh: boolean;
	notes: { forVictims: boolean; text: string }[];
	pilots: PilotHere[];
	unnamedPilots: { name: string; path: string }[];
	/** Documents that hold only here. */
	only: Named[];
	mentions: Named[];
}

export function areaPages(input: SiteInput): PageInput[] {
	const pilotsOf = (area: SiteInput['areas'][number]): PilotHere[] =>
		area.pilots.map(({ id, name, from, to }) => ({
			name,
			from,
			...(to !== undefined && { to }),
			path: input.pilots.find((pilot) => pilot.id === id)?.path ?? '',
		}));
	const list: AreasPage = {
		frame: frameOf(input, { ...sections.areas, section: 'areas' }),
		areas: input.areas.map((area) => ({
			id: area.id,
			name: area.name.en,
			path: area.path ?? '',
			covers: area.covers.en,
			coversKnown: evidenceShown(area.evidence).verified,
			welsh: area.welshSpeaking,
			pilots: pilotsOf(area),
		})),
	};
	const places = input.areas.map(({ name, path = '' }) => ({ title: name.en, path }));
	return [
		{ path: '/areas/', data: list },
		...input.areas.map((area): PageInput => {
			const { id, name, path = '', covers, contact, notes = [], welshSpeaking, evidence, linksHere } = area;
			const data: AreaPage = {
				frame: frameOf(input, { path, title: name.en, section: 'areas', inSection: places, below: true }),
				name: name.en,
				...(name.cy !== undefined && { welshName: name.cy }),
				covers: covers.en,
				coversEvidence: evidenceShown(evidence),
				contact: {
					phone: contact.phone,
					email: contact.email,
					post: contact.post,
					website: contact.website,
					hours: contact.hours?.en,
				},
				contactEvidence: evidenceShown(contact.evidence),
				welsh: welshSpeaking,
				notes: notes.map(({ audience, text }) => ({ forVictims: audience === 'public', text: text.en })),
				pilots: pilotsOf(area),
				unnamedPilots: input.pilots
					.filter(({ areasNotNamed, running }) => areasNotNamed && running)
					.map((pilot) => ({ name: pilot.name.en, path: pilot.path ?? '' })),
				only: current(input)
					.filter(({ appliesTo }) => appliesTo.areas?.includes(id))
					.flatMap(named),
				mentions: linksHere.flatMap(named),
			};
			return {
				path,
				data,
				search: dataRecord({
					lastChecked: evidence.lastChecked,
					title: name.en,
					summary: covers.en,
					type: 'Area',
					shown: data.coversEvidence.verified ? [] : ['the places it covers are not confirmed'],
					text: [
						covers.en,
						...data.notes.map(({ text }) => text),
						...data.pilots.map((pilot) => pilot.name),
					].join('\n'),
					filters: { area: [name.en] },
				}),
			};
		}),
	];
}
