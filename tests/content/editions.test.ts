/** What is published of the content of this repository: everything that is finished, and a history that has one of each. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { editionsOn, readableEditions, type Standing, standingOf } from '../../src/editions/index.ts';
import { openViews, readRecord } from '../../src/editions/store.ts';
import { openWorkshop, type Planned, planPublication } from '../../src/release/index.ts';
import { openRegisters } from '../../src/release/registers.ts';
import { AT } from './real-content.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const registers = openRegisters(join(ROOT, 'content'));
const published = [...standingOf(registers.staff, AT).values()];
const counted = (has: (standing: Standing) => boolean) => published.filter(has).length;
const events = (kind: string) => registers.staff.filter((entry) => entry.kind === kind).length;

let planned: Planned;
beforeAll(async () => {
	mkdirSync(join(ROOT, 'var'), { recursive: true });
	const work = mkdtempSync(join(ROOT, 'var', 'test-content-'));
	const workshop = openWorkshop(ROOT, work);
	planned = await planPublication(workshop, { content: join(ROOT, 'content'), at: AT, authorsOf: () => [] });
	await workshop.close();
	rmSync(work, { recursive: true });
});

describe('the content of this repository', () => {
	it('is published to the last word: publishing again would change nothing', () => {
		expect(planned.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(planned.plan?.refusals).toEqual([]);
		expect(planned.plan?.entries).toEqual({ staff: [], public: [] });
	});

	it('has registers that are whole', () => {
		expect(registers.issues).toEqual([]);
	});

	it('has a history with one of each', () => {
		expect(new Set(registers.staff.map(({ at }) => at)).size).toBeGreaterThanOrEqual(10);
		expect(counted(({ editions }) => editions.length > 1)).toBeGreaterThanOrEqual(20);
		expect(counted(({ editions }) => editions.some(({ causes }) => causes !== undefined))).toBeGreaterThan(5);
		expect(counted(({ withdrawn, mergedInto }) => withdrawn !== undefined && !mergedInto)).toBeGreaterThan(0);
		expect(counted(({ mergedInto }) => mergedInto !== undefined)).toBe(1);
		expect(counted(({ formerIds }) => formerIds.length > 0)).toBe(1);
		expect(counted((each) => editionsOn(each, AT.slice(0, 10)).coming !== undefined)).toBeGreaterThan(0);
		const emergencies = published.flatMap(({ editions }) => editions.filter(({ emergency }) => emergency));
		expect(emergencies.map(({ signedLater }) => signedLater.length > 0).sort()).toEqual([false, true]);
		for (const kind of ['review', 'error', 'redaction', 'rendering'])
			expect(events(kind), kind).toBeGreaterThan(0);
	});

	it('has every text of its history, as it was frozen', () => {
		for (const document of published) {
			for (const edition of readableEditions(document)) {
				openViews(registers.folder, document, edition, 'staff');
				expect(readRecord(registers.folder, document, edition).number).toBe(edition.number);
			}
		}
		for (const document of standingOf(registers.public, AT).values())
			for (const edition of readableEditions(document))
				openViews(registers.folder, document, edition, 'public');
	});
});
