/** `npm run check`, as somebody at a terminal or a code host meets it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';
import { issuesInText } from '../../src/release/report.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const fixture = (name: string) => `tests/fixtures/${name}`;
/** For a file with Windows line endings, which a repository would not keep as they are. */
const made = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(made, { recursive: true, force: true }));

interface Ended {
	code: number | null;
	out: string;
	complaint: string;
}

function check(...words: string[]): Promise<Ended> {
	return new Promise((done, failed) => {
		const child = spawn(process.execPath, ['scripts/check.ts', ...words], { cwd: ROOT });
		let [out, complaint] = ['', ''];
		child.stdout.on('data', (data) => {
			out += data;
		});
		child.stderr.on('data', (data) => {
			complaint += data;
		});
		child.on('error', failed);
		child.on('close', (code) => done({ code, out: out.trimEnd(), complaint: complaint.trimEnd() }));
	});
}
const at = ['--at', '2026-11-23T09:00:00Z'];

const problems = `tests/fixtures/check-problems/A note.txt
  1:1  error  Unexpected place for a file, expected one of the folders: standards, letters, guidance, victim-pages, passages, areas, pilots, rights, timescales, organisations, terms, people, topics, bank-holidays, redirects, media  (file-name)
      Move the file into the folder of its type, or delete it.

tests/fixtures/check-problems/guidance/phone-calls.en.mdx
  5:1  error  Unexpected person “ownre” in owner, expected one that exists  (missing-target)
      Write “owner”, or create “ownre”.
  21:5  error  Unexpected document “GD-404” in Link, expected one that exists  (missing-target)
      Correct the code. A document that was deleted has to come back: withdraw it instead, and never change its code.
  23:1  error  Unexpected <script>, expected one of: Notice, Timescale, Right, Organisation, Contact, Term, Link, Passage, Steps, Details, Say, Avoid, Example, When, Image  (unknown-component)
      Delete the tag. For the sign < itself write &lt;.

tests/fixtures/check-problems/letters/no-charge.en.mdx
  2:1  error  Unexpected “LT-1” for “Reference code”, expected a code such as LT-001  (keys)
      LT- and 3 digits. Unique, and never changed once published.

tests/fixtures/check-problems/letters/stopped.en.mdx
  26:6  error  Unexpected placeholder “victim name”, expected one that is declared  (undeclared-placeholder)
      Declare “victim name” in letters/stopped.en.mdx.

tests/fixtures/check-problems/victim-pages/help.en.mdx
  25:5  error  Unexpected guidance page “GD-001” for staff on a public page, expected material for the public  (staff-material)
      Take it out, or use one whose audience is the public.

7 errors in 5 files.`;

describe('in words', () => {
	test('sound content', async () => {
		expect(await check('--content', fixture('check-sound'), ...at)).toEqual({
			code: 0,
			out: 'No problems found.',
			complaint: '',
		});
	});

	test('warnings alone let it pass', async () => {
		expect(await check('--content', fixture('check-warnings'), ...at)).toEqual({
			code: 0,
			out: `tests/fixtures/check-warnings/guidance/phone-calls.en.mdx
  21:5  warning  Unexpected mention of GD-002, which is withdrawn, expected a document in force  (withdrawn-target)
      Write GD-003 instead.

1 warning in 1 file.`,
			complaint: '',
		});
	});

	test('the same content, a month earlier, has nothing to warn of', async () => {
		const { code, out } = await check('--content', fixture('check-warnings'), '--at', '2026-10-23T09:00:00Z');
		expect({ code, out }).toEqual({ code: 0, out: 'No problems found.' });
	});

	test('every problem at once, grouped by file', async () => {
		expect(await check('--content', fixture('check-problems'), ...at)).toEqual({
			code: 1,
			out: problems,
			complaint: '',
		});
	});
});

describe('for machines', () => {
	test('--json prints the issues and nothing else', async () => {
		const { code, out } = await check('--content', fixture('check-problems'), '--json', ...at);
		const issues = JSON.parse(out) as Issue[];
		expect(code).toBe(1);
		expect(issues).toHaveLength(7);
		expect(issues[1]).toEqual({
			file: 'guidance/phone-calls.en.mdx',
			place: { line: 5, column: 1 },
			rule: 'missing-target',
			severity: 'error',
			message: 'Unexpected person “ownre” in owner, expected one that exists',
			fix: 'Write “owner”, or create “ownre”.',
		});
	});

	test('--json of sound content is an empty list', async () => {
		expect(await check('--content', fixture('check-sound'), '--json', ...at)).toEqual({
			code: 0,
			out: '[]',
			complaint: '',
		});
	});

	test('--sarif is a log that code hosts understand', async () => {
		const { code, out } = await check('--content', fixture('check-problems'), '--sarif', ...at);
		expect(code).toBe(1);
		const log = JSON.parse(out);
		expect(log.version).toBe('2.1.0');
		expect(log.$schema).toBe('https://json.schemastore.org/sarif-2.1.0.json');
		expect(log.runs).toHaveLength(1);
		const [{ tool, results }] = log.runs;
		expect(tool.driver.name).toBe('content-check');
		const rules = tool.driver.rules.map(({ id }: { id: string }) => id);
		expect(new Set(rules).size).toBe(rules.length);
		expect(results).toHaveLength(7);
		for (const { ruleId, level, message, locations } of results) {
			expect(rules).toContain(ruleId);
			expect(['error', 'warning', 'note', 'none']).toContain(level);
			expect(message.text).toMatch(/\.$/);
			const [{ physicalLocation }] = locations;
			expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w./%-]+$/);
			expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
			expect(physicalLocation.region.startColumn).toBeGreaterThanOrEqual(1);
		}
		expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
			'tests/fixtures/check-problems/A%20note.txt',
		);
	});

	test('both at once are refused: no reader of one could read the other', async () => {
		const { code, out, complaint } = await check(
			'--content',
			fixture('check-sound'),
			'--json',
			'--sarif',
			...at,
		);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(complaint).toMatch(/^Ask for one report: --json or --sarif\.\nUsage: /);
	});

	test('--sarif of sound content is a log without results', async () => {
		const { code, out } = await check('--content', fixture('check-sound'), '--sarif', ...at);
		expect(code).toBe(0);
		expect(JSON.parse(out).runs[0]).toEqual({
			tool: { driver: { name: 'content-check', rules: [] } },
			results: [],
		});
	});
});

describe('single files', () => {
	const root = fixture('check-problems');

	test('only the file named is told of', async () => {
		const { code, out } = await check('--content', root, `${root}/victim-pages/help.en.mdx`, ...at);
		expect(code).toBe(1);
		expect(out).toBe(
			`${problems.slice(problems.indexOf(`${root}/victim-pages`), problems.indexOf('\n\n7 errors'))}\n\n1 error in 1 file.`,
		);
	});

	test('a folder stands for its files', async () => {
		const { code, out } = await check('--content', root, `${root}/letters`, ...at);
		expect(code).toBe(1);
		expect(out.split('\n').at(-1)).toBe('2 errors in 2 files.');
	});

	test('a sound file among broken ones passes', async () => {
		expect(await check('--content', root, `${root}/people/owner.yaml`, ...at)).toEqual({
			code: 0,
			out: 'No problems found.',
			complaint: '',
		});
	});
});

describe('--markup', () => {
	const file = (name: string) => `${fixture('check-markup')}/${name}`;

	test('judges bytes, boundary and body, whatever the keys', async () => {
		expect(await check('--markup', file('sound.mdx'))).toEqual({
			code: 0,
			out: 'No problems found.',
			complaint: '',
		});
	});

	test('finds what is wrong with each of several files', async () => {
		const bytes = join(made, 'bytes.mdx');
		writeFileSync(bytes, 'Text\twith a tab.\r\n');
		const { code, out } = await check('--markup', file('boundary.mdx'), file('body.mdx'), bytes, '--json');
		expect(code).toBe(1);
		const inShort = (JSON.parse(out) as Issue[]).map(
			(issue) => `${issue.file}:${issue.place.line}:${issue.place.column} ${issue.message}`,
		);
		expect(inShort).toEqual([
			expect.stringMatching(/bytes\.mdx:1:5 Unexpected tab U\+0009, expected visible text$/),
			expect.stringMatching(
				/bytes\.mdx:1:17 Unexpected Windows line ending \(CR\) U\+000D, expected visible text$/,
			),
			expect.stringMatching(/^tests\/fixtures\/check-markup\/body\.mdx:5:11 Unexpected .+, expected .+/),
			expect.stringMatching(
				/^tests\/fixtures\/check-markup\/body\.mdx:7:1 Unexpected <script>, expected one of: .+/,
			),
			'tests/fixtures/check-markup/boundary.mdx:3:1 Unexpected line “---foo”, expected exactly ---',
		]);
	});

	test('names files as they were found from here', async () => {
		const { out } = await check('--markup', resolve(ROOT, file('boundary.mdx')));
		expect(out.split('\n')[0]).toBe(relative(ROOT, resolve(ROOT, file('boundary.mdx'))));
	});
});

describe('a command that is not understood ends with 2, says why and prints no report', () => {
	test.each<[name: string, words: string[], complaint: RegExp]>([
		['an unknown option', ['--jsn'], /Unknown option '--jsn'[\s\S]*Usage: npm run check/],
		[
			'a folder that is not there',
			['--content', 'nowhere'],
			/^Unexpected content folder “nowhere”, expected a folder that exists$/,
		],
		['a file for a folder', ['--content', 'package.json'], /^Unexpected content folder “package.json”/],
		[
			'a file that is not there',
			['--content', fixture('check-sound'), 'content/guidance/nothing.en.mdx'],
			/^Unexpected file “content\/guidance\/nothing.en.mdx”, expected one that exists$/,
		],
		[
			'a file of other content',
			['--content', fixture('check-sound'), 'package.json'],
			/^Unexpected file “package.json”, expected one below tests\/fixtures\/check-sound$/,
		],
		[
			'a moment without a time',
			['--at', '2026-11-23'],
			/^Unexpected moment “2026-11-23”, expected a date and time in universal time such as 2026-11-23T09:00:00Z$/,
		],
		['--markup without a file', ['--markup'], /^Name at least one file\.\nUsage:/],
		['--markup of a folder', ['--markup', 'content'], /^Unexpected folder “content”, expected a file$/],
		[
			'--markup of a file that is not there',
			['--markup', 'nothing.mdx'],
			/^Unexpected file “nothing.mdx”, expected one that exists$/,
		],
	])('%s', async (_, words, complaint) => {
		const ended = await check(...words);
		expect(ended.complaint).toMatch(complaint);
		expect({ code: ended.code, out: ended.out }).toEqual({ code: 2, out: '' });
	});
});

test('--help prints how it is used', async () => {
	const { code, out } = await check('--help');
	expect(code).toBe(0);
	expect(out).toMatch(/^Usage: npm run check -- \[FILE…\]/);
});

test('a file name gives no orders to the terminal', () => {
	const text = issuesInText(
		[
			{
				file: 'guidance/\u001b[2Ja\u202Eb.mdx',
				place: { line: 1, column: 1 },
				rule: 'file-name',
				severity: 'error',
				message: 'Unexpected file name “\u001b[2Ja\nb.mdx”, expected another',
				fix: 'Rename the file.',
			},
		],
		'content',
	);
	expect(text.split('\n').length).toBe(5);
	expect(text).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
});
