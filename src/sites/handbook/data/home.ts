/** The first page: what one has to do, by when, and what has changed. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { type Change, changes } from './changes.ts';
import { type Frame, frameOf } from './frame.ts';
import { current, type Named, named } from './listed.ts';
import { type Task, tasks } from './tasks.ts';
import { type TimescaleRow, timescaleRows } from './timescale-table.ts';

const NEWEST = 5;

export interface Home {
	frame: Frame;
	/** The day the handbook is for. */
	today: string;
	tasks: Task[];
	changes: Change[];
	timescales: TimescaleRow[];
	overdue: (Named & { due: string; owner: string })[];
	pilots: {
		id: string;
		name: string;
		path: string;
		running: boolean;
		from: string;
		areas: { name: string; path: string }[];
		notNamed: boolean;
	}[];
	areas: { name: string; path: string }[];
	counts: { standards: number; letters: number; guidance: number; victimPages: number };
}

export function homePage(input: SiteInput): PageInput[] {
	const inUse = changes(input).filter(({ withdrawn }) => !withdrawn);
	const data: Home = {
		frame: frameOf(input, { path: '/', title: 'Victim communication handbook' }),
		today: input.today,
		tasks: tasks(input),
		changes: inUse.slice(0, NEWEST),
		timescales: timescaleRows(input, 'prosecuting authority')
			.filter(({ standard, everybody }) => (standard ?? everybody)?.verified)
			.sort((a, b) => Number(a.standard === undefined) - Number(b.standard === undefined)),
		overdue: current(input)
			.filter(({ review }) => review.overdue)
			.flatMap((document) =>
				named(document).map((name) => ({ ...name, due: document.review.next, owner: document.owner })),
			),
		pilots: input.pilots.map(({ id, name, path = '', running, from, areas, areasNotNamed }) => ({
			id,
			name: name.en,
			path,
			running,
			from,
			areas: areas.flatMap(({ area }) => areaLink(input, area)),
			notNamed: areasNotNamed,
		})),
		areas: input.areas.flatMap(({ id }) => areaLink(input, id)),
		counts: {
			standards: current(input, 'standard').length,
			letters: current(input, 'letter').length,
			guidance: current(input, 'guidance').length,
			victimPages: current(input, 'victim-page').length,
		},
	};
	return [{ path: '/', data }];
}

export function areaLink(input: SiteInput, id: string): { name: string; path: string }[] {
	const area = input.areas.find((each) => each.id === id);
	return area ? [{ name: area.name.en, path: area.path ?? '' }] : [];
}
