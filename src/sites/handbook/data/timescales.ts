/** The timescales: each promise, the rule it follows and how sure we are of it. */
import { timescaleInWords } from '../../../model/timescale.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type EvidenceShown, evidenceShown } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Named, named } from './listed.ts';
import { dataRecord } from './search-record.ts';
import { type Binds, type Cell, cell, holds, type TimescaleRow, timescaleRows } from './timescale-table.ts';

export interface TimescalesPage {
	frame: Frame;
	groups: { binds: Binds; title: string; rows: TimescaleRow[] }[];
	past: { name: string; path: string; to: string }[];
}

export interface TimescalePage {
	frame: Frame;
	name: string;
	words: string;
	starts: string;
	ends: string;
	binds: string;
	entitlement: string;
	counterpart?: Cell & { name: string };
	right?: { name: string; path: string };
	validFrom: string;
	validTo?: string;
	past: boolean;
	workingDays: boolean;
	evidence: EvidenceShown;
	mentions: Named[];
}

export const boundWords: Record<Binds, string> = {
	'prosecuting authority': 'Us, the prosecuting authority',
	police: 'The police',
	'witness care unit': 'The Witness Care Unit',
	court: 'The court',
	victim: 'The victim',
};

const groupTitles: Record<Binds, string> = {
	'prosecuting authority': 'What we have to do',
	police: 'What the police have to do',
	'witness care unit': 'What the Witness Care Unit has to do',
	court: 'What the court has to do',
	victim: 'How long a victim has',
};

export const entitlementWords = {
	standard: 'Everybody without Enhanced Rights',
	enhanced: 'People with Enhanced Rights',
	everybody: 'Everybody, the same for all',
};

export function timescalePages(input: SiteInput): PageInput[] {
	const groups = (Object.keys(groupTitles) as Binds[]).map((binds) => ({
		binds,
		title: groupTitles[binds],
		rows: timescaleRows(input, binds),
	}));
	const list: TimescalesPage = {
		frame: frameOf(input, { ...sections.timescales, section: 'timescales' }),
		groups: groups.filter(({ rows }) => rows.length > 0),
		past: input.timescales
			.filter((each) => !holds(each, input.today))
			.map(({ name, path = '', validTo = '' }) => ({ name: name.en, path, to: validTo })),
	};
	const places = input.timescales.map(({ name, path = '' }) => ({ title: name.en, path }));
	return [
		{ path: '/timescales/', data: list },
		...input.timescales.map((timescale): PageInput => {
			const {
				name,
				path = '',
				startsWhen,
				endsWhen,
				binds,
				entitlement,
				validFrom,
				validTo,
				evidence,
				linksHere,
				unit,
			} = timescale;
			const counterpart = input.timescales.find(({ id }) => id === timescale.counterpart);
			const right = input.rights.find(({ id }) => id === timescale.right);
			const data: TimescalePage = {
				frame: frameOf(input, {
					path,
					title: name.en,
					section: 'timescales',
					inSection: places,
					below: true,
				}),
				name: name.en,
				words: timescaleInWords(timescale),
				starts: startsWhen.en,
				ends: endsWhen.en,
				binds: boundWords[binds],
				entitlement: entitlementWords[entitlement],
				...(counterpart && { counterpart: { name: counterpart.name.en, ...cell(counterpart) } }),
				...(right && { right: { name: `Right ${right.number}: ${right.title.en}`, path: right.path ?? '' } }),
				validFrom,
				...(validTo !== undefined && { validTo }),
				past: !holds(timescale, input.today),
				workingDays: unit === 'working day',
				evidence: evidenceShown(evidence),
				mentions: linksHere.flatMap(named),
			};
			const summary = `${data.words}. ${data.binds}.`;
			return {
				path,
				data,
				search: dataRecord({
					lastChecked: evidence.lastChecked,
					title: name.en,
					summary,
					type: 'Timescale',
					shown: [
						data.words,
						...(data.evidence.verified ? [] : ['not confirmed']),
						...(data.past ? ['no longer applies'] : []),
					],
					text: `${summary} Starts when: ${startsWhen.en} Ends when: ${endsWhen.en} For: ${data.entitlement}.`,
					...(timescale.right !== undefined && { right: timescale.right }),
				}),
			};
		}),
	];
}
