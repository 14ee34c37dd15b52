/** Freezing that is cut short at any file operation: both registers are the old ones or the new ones, and it can be done again. */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../src/editions/index.ts';
import { freeze, recover } from '../../src/editions/publish.ts';
import { openRegister, openViews, readRecord } from '../../src/editions/store.ts';
import { planRedaction } from '../../src/release/retract.ts';
import { filesIn, note, openSmallContent, type SmallContent } from './small-content.ts';

/** How many operations are left before the machine stops. */
const power = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));

vi.mock('node:fs', async (original) => {
	const fs = await original<typeof import('node:fs')>();
	const failing = <A extends unknown[], R>(operation: (...args: A) => R) =>
		((...args: A) => {
			if (power.left <= 0) throw new Error('stopped');
			power.left--;
			return operation(...args);
		}) as typeof operation;
	return {
		...fs,
		writeFileSync: failing(fs.writeFileSync),
		renameSync: failing(fs.renameSync),
		copyFileSync: failing(fs.copyFileSync),
	};
});

let content: SmallContent;
let plan: Plan;
let before: Record<string, string>;

beforeAll(async () => {
	content = openSmallContent();
	content.sign();
	await content.publish('2026-02-02T09:00:00Z');
	content.replace('timescales/first-reply.yaml', 'length: 5', 'length: 3');
	content.replace('guidance/late-letters.en.mdx', 'See', 'Read');
	content.keys('guidance/late-letters.en.mdx', (keys) => ({ ...keys, changeNote: note('Read.') }));
	({ plan } = await content.plan('2026-03-02T09:00:00Z'));
	before = textsIn();
});
afterAll(() => content.close());

const textsIn = () =>
	Object.fromEntries(
		filesIn(content.editions).map((file) => [file, readFileSync(join(content.editions, file), 'utf8')]),
	);
const sizes = () =>
	(['staff', 'public'] as const).map((site) => openRegister(content.editions, site).lines.length);

/** Freeze with this many operations, in a folder of its own; whether it came to an end. */
function freezeWith(operations: number): boolean {
	power.left = operations;
	try {
		freeze(content.editions, plan);
		return true;
	} catch {
		return false;
	} finally {
		power.left = Number.POSITIVE_INFINITY;
	}
}

describe('freezing', () => {
	it('is whole or not at all, wherever it is stopped, and can be done again', () => {
		const kept = `${content.editions}-kept`;
		cpSync(content.editions, kept, { recursive: true });
		const [old, next] = ['old', 'new'].map((name) =>
			name === 'old'
				? sizes()
				: sizes().map((size, site) => size + plan.entries[site === 0 ? 'staff' : 'public'].length),
		);
		const found = new Set<string>();
		let operations = 0;
		for (let ended = false; !ended; operations++) {
			ended = freezeWith(operations);
			recover(content.editions);
			const now = sizes();
			expect([old, next], `stopped after ${operations} operations`).toContainEqual(now);
			found.add(now.join());
			expect(filesIn(content.editions).filter((file) => file.endsWith('.coming'))).toEqual([]);
			for (const site of ['staff', 'public'] as const)
				expect(openRegister(content.editions, site).issues).toEqual([]);
			if (now.join() === old?.join()) freeze(content.editions, plan);
			for (const code of ['GD-001', 'VP-001']) {
				const standing = content.standing(code);
				for (const edition of standing.editions) openViews(content.editions, standing, edition, 'staff');
			}
			expect(sizes()).toEqual(next);
			rmSync(content.editions, { recursive: true });
			cpSync(kept, content.editions, { recursive: true });
		}
		rmSync(kept, { recursive: true });
		expect(found.size).toBe(2);
		expect(operations).toBeGreaterThan(25);
	});

	it('leaves nothing behind when a disk is full, and everything as it was', () => {
		power.left = 9;
		expect(() => freeze(content.editions, plan)).toThrow('stopped');
		power.left = Number.POSITIVE_INFINITY;
		expect(textsIn()).toEqual(before);
	});

	it('of a text without somebody’s name is whole or not at all, and the name is gone in the end', () => {
		const why = { at: '2026-03-02T09:00:00Z', why: 'A name.' };
		const kept = `${content.editions}-kept`;
		cpSync(content.editions, kept, { recursive: true });
		const named = () => Object.values(textsIn()).some((text) => text.includes('within'));
		expect(named()).toBe(true);
		let operations = 0;
		for (let ended = false; !ended; operations++) {
			const redaction = planRedaction(content.folder, 'GD-001/1', 'within', why);
			power.left = operations;
			try {
				// Stopped before it could settle, as by a machine that is switched off.
				freeze(content.editions, redaction);
				ended = true;
			} catch {}
			power.left = Number.POSITIVE_INFINITY;
			recover(content.editions);
			const standing = content.standing('GD-001');
			for (const edition of standing.editions) {
				openViews(content.editions, standing, edition, 'staff');
				readRecord(content.editions, standing, edition);
			}
			if (!standing.editions[0]?.redacted)
				freeze(content.editions, planRedaction(content.folder, 'GD-001/1', 'within', why));
			else expect(() => planRedaction(content.folder, 'GD-001/1', 'within', why)).toThrow('npm run publish');
			// What the next publishing does when there is nothing new.
			freeze(content.editions, { entries: { staff: [], public: [] }, files: new Map() }).settle();
			expect(named(), `stopped after ${operations} operations`).toBe(false);
			rmSync(content.editions, { recursive: true });
			cpSync(kept, content.editions, { recursive: true });
		}
		rmSync(kept, { recursive: true });
		expect(operations).toBeGreaterThan(15);
		expect(existsSync(content.editions)).toBe(true);
	});

	it('is undone as if it had never been', () => {
		const frozen = freeze(content.editions, plan);
		expect(textsIn()).not.toEqual(before);
		frozen.undo();
		expect(textsIn()).toEqual(before);
	});
});
