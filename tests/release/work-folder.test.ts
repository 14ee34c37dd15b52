/** What is taken away of finished and of unfinished work. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepNewest } from '../../src/release/work-folder.ts';

it('keeps what was named and what a living process makes, and nothing that a killed one left', () => {
	const folder = mkdtempSync(join(tmpdir(), 'work-'));
	try {
		const { pid: dead } = spawnSync('true');
		for (const name of ['new', 'old', `new.${process.ppid}.tmp`, `new.${dead}.tmp`, 'tmp'])
			mkdirSync(join(folder, name, 'assets'), { recursive: true });
		keepNewest(folder, ['new']);
		expect(readdirSync(folder).sort()).toEqual(['new', `new.${process.ppid}.tmp`]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
