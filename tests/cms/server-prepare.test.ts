/** Making the editor’s repository, and what a start that was killed leaves to the next one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareRepository } from '../../cms/server/index.ts';
import { git } from './editing-server.ts';

/** Begins to make the repository; then whoever asked for it is killed, and can take nothing away. */
const HALF_A_GIT = `#!/bin/sh
for asked in "$@"; do
	if [ "$asked" = init ]; then
		for folder in "$@"; do :; done
		mkdir -p "$folder/objects"
		kill -9 $PPID
		exit 1
	fi
done
PATH="$REST_OF_PATH"
exec git "$@"
`;

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'prepare-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('goes on after a start that was killed while git made the repository', async () => {
	const workingCopy = join(folder, 'clone');
	const repository = join(folder, 'var', 'repository.git');
	git(folder, 'init', '--quiet', '--initial-branch', 'main', workingCopy);
	git(workingCopy, 'commit', '--quiet', '--allow-empty', '--message', 'Content');
	const programs = join(folder, 'programs');
	mkdirSync(programs);
	writeFileSync(join(programs, 'git'), HALF_A_GIT.replace('$REST_OF_PATH', process.env.PATH ?? ''), {
		mode: 0o755,
	});

	const { signal } = spawnSync(
		process.execPath,
		[
			'--input-type=module',
			'--eval',
			`import { prepareRepository } from ${JSON.stringify(join(import.meta.dirname, '../../cms/server/index.ts'))};
			await prepareRepository(${JSON.stringify({ repository, workingCopy })});`,
		],
		{ env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` } },
	);
	expect(signal).toBe('SIGKILL');
	expect(readdirSync(join(folder, 'var'))).toHaveLength(1);

	expect(await prepareRepository({ repository, workingCopy })).toBe(
		'A repository for the editor was made of this clone.',
	);
	expect(git(repository, 'rev-parse', 'main')).toBe(git(workingCopy, 'rev-parse', 'HEAD'));
	expect(readdirSync(join(folder, 'var'))).toEqual(['repository.git']);
});
