/** The pilots: what is tried, where and since when. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type EvidenceShown, evidenceShown } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';
import { areaLink } from './home.ts';
import { current, type Named, named } from './listed.ts';
import { paragraphs } from './rights.ts';
import { dataRecord } from './search-record.ts';

export interface PilotShown {
	id: string;
	name: string;
	path: string;
	summary: string[];
	from: string;
	to?: string;
	running: boolean;
	areas: { name: string; path: string; from: string; to?: string }[];
	notNamed: boolean;
}

export interface PilotsPage {
	frame: Frame;
	pilots: PilotShown[];
}

export interface PilotPage extends PilotShown {
	frame: Frame;
	/** Documents that belong to it. */
	documents: Named[];
	mentions: Named[];
	evidence: EvidenceShown;
}

export function pilotPages(input: SiteInput): PageInput[] {
	const shown = input.pilots.map((pilot) => pilotShown(input, pilot));
	const places = shown.map(({ name, path }) => ({ title: name, path }));
	const list: PilotsPage = {
		frame: frameOf(input, { ...sections.pilots, section: 'pilots' }),
		pilots: shown,
	};
	return [
		{ path: '/pilots/', data: list },
		...input.pilots.map((pilot, index): PageInput => {
			const own = shown[index] as PilotShown;
			const documents = current(input).filter(({ appliesTo }) => appliesTo.pilots?.includes(pilot.id));
			const codes = new Set(documents.map(({ code }) => code));
			const data: PilotPage = {
				...own,
				frame: frameOf(input, {
					path: own.path,
					title: own.name,
					section: 'pilots',
					inSection: places,
					below: true,
				}),
				documents: documents.flatMap(named),
				mentions: pilot.linksHere.filter(({ code }) => code !== undefined && !codes.has(code)).flatMap(named),
				evidence: evidenceShown(pilot.evidence),
			};
			return {
				path: own.path,
				data,
				search: dataRecord({
					lastChecked: pilot.evidence.lastChecked,
					title: own.name,
					summary: own.summary[0] ?? '',
					type: 'Pilot',
					text: [...own.summary, ...own.areas.map(({ name }) => name)].join('\n'),
					filters: { area: own.areas.map(({ name }) => name) },
				}),
			};
		}),
	];
}

function pilotShown(
	input: SiteInput,
	{ id, name, path = '', summary, from, to, running, areas, areasNotNamed }: SiteInput['pilots'][number],
): PilotShown {
	return {
		id,
		name: name.en,
		path,
		summary: paragraphs(summary),
		from,
		...(to !== undefined && { to }),
		running,
		areas: areas.flatMap((each) =>
			areaLink(input, each.area).map((link) => ({
				...link,
				from: each.from,
				...(each.to !== undefined && { to: each.to }),
			})),
		),
		notNamed: areasNotNamed,
	};
}
