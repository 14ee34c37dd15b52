/** Publishing: planning what goes live at a moment, and freezing it. Building and swapping the release come after. */
import { join } from 'node:path';
import {
	type Emergency,
	editionsOn,
	letterInForce,
	type Plan,
	plan,
	type Standing,
	standingOf,
} from '../editions/index.ts';
import { recover } from '../editions/publish.ts';
import { openData, openViews, readRecord } from '../editions/store.ts';
import type { Audience } from '../model/audience.ts';
import { dayOf } from '../model/document.ts';
import { type Issue, sortIssues } from '../model/issue.ts';
import { assembleSite } from './assemble.ts';
import { type AuthorsOf, candidatesOf, roleOf } from './candidates.ts';
import { frozenImages } from './frozen-images.ts';
import { drawImages } from './images.ts';
import { readContent } from './read-content.ts';
import { openRegisters } from './registers.ts';
import { hasErrors, type Workshop } from './release.ts';
import { siteData } from './site-data.ts';

export interface PublishOptions {
	/** Content folder. */
	content: string;
	/** The moment of the release, in universal time. */
	at: string;
	authorsOf: AuthorsOf;
	emergency?: Emergency;
}

export interface Planned {
	/** Everything that is wrong with the content; with errors there is no plan. */
	issues: Issue[];
	plan?: Plan;
	/** Images to keep with the editions: by their names there, where they lie. */
	images: ReadonlyMap<string, string>;
}

/** Check everything and plan what publishing would do. Nothing is written. */
export async function planPublication(workshop: Workshop, options: PublishOptions): Promise<Planned> {
	const { content, at, authorsOf, emergency } = options;
	recover(join(content, 'editions'));
	const registers = openRegisters(content);
	const judged = await readContent(content, { at, parser: workshop.parser, store: workshop.parsed });
	const images = await drawImages(judged.catalogue, content, workshop.work);
	const issues = [...registers.issues, ...judged.issues, ...images.issues];
	if (hasErrors(issues)) return { issues: sortIssues(issues), images: new Map() };
	const assembled = {
		staff: assembleSite(judged, 'staff', at, workshop.rendered),
		public: assembleSite(judged, 'public', at, workshop.rendered),
	};
	issues.push(...assembled.staff.issues, ...assembled.public.issues);
	if (emergency && !judged.catalogue.get('person', emergency.by)?.data.may.includes('approve'))
		issues.push(unknownApprover(emergency.by));
	if (hasErrors(issues)) return { issues: sortIssues(issues), images: new Map() };

	const published = standingOf(registers.staff, '9999');
	const found = candidatesOf(judged, assembled, images, authorsOf, published);
	const codes = new Set(found.candidates.map(({ code }) => code));
	const held = judged.catalogue.entries.flatMap(({ data }) => {
		const { code } = data as { code?: string };
		return code !== undefined && !codes.has(code) ? [code] : [];
	});
	const dataOf = (site: Audience) => ({
		now: siteData(assembled[site].input, frozenImages(assembled[site].input, images)),
		before: openData(registers.folder, registers[site], site, at),
	});
	const addresses = (site: Audience) => {
		const byPath = new Map(assembled[site].input.documents.map(({ path, code }) => [path, code]));
		return (path: string) => byPath.get(path);
	};
	return {
		issues: sortIssues(issues),
		images: new Map(found.images.map(({ name, file }) => [name, file])),
		plan: plan({
			at,
			candidates: found.candidates,
			held: new Set(held),
			registers,
			record: (document, number) => {
				const edition = document.editions.find((each) => each.number === number);
				if (!edition) throw new Error(`${document.code} has no edition ${number}`);
				return readRecord(registers.folder, document, edition);
			},
			letters: lettersInForce(registers.folder, [...published.values()], at),
			data: { staff: dataOf('staff'), public: dataOf('public') },
			codeAt: { staff: addresses('staff'), public: addresses('public') },
			role: (person) => roleOf(judged.catalogue, person),
			...(emergency && { emergency }),
		}),
	};
}

/** The published letters that are in force on a day or come into force later. */
function lettersInForce(editions: string, published: readonly Standing[], at: string) {
	return published
		.filter(({ type, withdrawn, mergedInto }) => type === 'letter' && !withdrawn && mergedInto === undefined)
		.flatMap((document) => {
			const { shown, coming } = editionsOn(document, dayOf(at));
			return [shown, coming].flatMap((edition) => {
				const view = edition && openViews(editions, document, edition, 'staff').en;
				return (view && edition && letterInForce(view, edition)) ?? [];
			});
		});
}

function unknownApprover(person: string): Issue {
	return {
		file: `people/${person}.yaml`,
		place: { line: 1, column: 1 },
		rule: 'emergency',
		severity: 'error',
		message: `Unexpected person “${person}” for an emergency, expected the id of somebody who may approve`,
		fix: 'Name with --by the id of an approver, as its file under people/ is called.',
	};
}
