/**
 * Whoever checks finds out: every way of tampering with a published register, a frozen text or a page is detected, by
 * the command and by the small verifier for outsiders.
 */
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptCheckpoints } from '../../src/editions/checkpoint.ts';
import { partHashes } from '../../src/editions/part-hashes.ts';
import { registerFiles } from '../../src/editions/published-register.ts';
import { appendEntry } from '../../src/editions/register.ts';
import { openSigningKey } from '../../src/editions/signing.ts';
import { verifySite } from '../../src/editions/verify.ts';
import { sha256Hex } from '../../src/model/canonical.ts';
import { sampleLines, sampleView } from './sample-register.ts';
import { checkpointOf, type Files, ORIGIN, sampleSite } from './sample-site.ts';
import { drawFrom, foreignKey, historyNames, powers, withFlippedBit, withHistory } from './tamper.ts';

const SEED = Number(process.env.SEED ?? 20_261_123);
const VERIFIER = join(import.meta.dirname, '..', '..', 'public', 'both', 'register', 'verify.mjs');
const lines = sampleLines(7);
const sizes = [3, 5, 7];
const site = sampleSite(lines, sizes);
const keys = [openSigningKey(ORIGIN, undefined).verifierKey];
const readerOf = (files: Files) => ({
	read: (path: string) => files[path],
	hash: (path: string) => sha256Hex(files[path] ?? ''),
});
/** What was found sound in any case before. */
const remembered = new Set<string>();
/** Checked with nothing known and with all that was found sound before: the same is wrong. */
const verify = (files: Files, kept: string[] = []) => {
	const published = { ...readerOf(files), keys, kept };
	const verdict = verifySite(published);
	const sound = {
		has: (checked: string) => remembered.has(checked),
		add: (checked: string) => void remembered.add(checked),
	};
	expect(verifySite({ ...published, sound })).toEqual(verdict);
	return verdict;
};

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'proof-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the verifier for outsiders says of these files. */
function outsider(files: Files, kept: string[] = [], given = keys) {
	rmSync(folder, { recursive: true, force: true });
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const keep = kept.flatMap((text, index) => {
		writeFileSync(join(folder, `kept-${index}`), text);
		return ['--kept', join(folder, `kept-${index}`)];
	});
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[VERIFIER, folder, ...given.flatMap((key) => ['--key', key]), ...keep],
		{ encoding: 'utf8' },
	);
	expect(stderr).toBe('');
	return { sound: status === 0, said: stdout };
}

describe('a site that nobody touched', () => {
	it('is sound', () => {
		verify(site);
		expect(remembered.size).toBe(6);
		expect(verify(site, [checkpointOf(site)])).toEqual({
			problems: [],
			entries: 7,
			editions: 6,
			tombstones: 0,
			demonstration: true,
		});
		const { sound, said } = outsider(site, [checkpointOf(site), checkpointOf(sampleSite(lines.slice(0, 3)))]);
		expect(said).toContain('Sound: 7 entries and 6 editions.');
		expect(sound).toBe(true);
		expect(said).toContain('demonstration key');
	});

	it('is sound by the key it names itself, and says so', () => {
		expect(verifySite({ ...readerOf(site) }).problems).toEqual([]);
		const { sound, said } = outsider(site, [], []);
		expect(sound).toBe(true);
		expect(said).toContain('The key came with what was checked');
	});

	it('is sound while nothing has been published', () => {
		const empty: Files = { ...sampleSite([], []), [registerFiles.keys]: '' };
		expect(verifySite({ ...readerOf(empty) }).problems).toEqual([]);
		expect(outsider(empty, [], []).sound).toBe(true);
	});

	it('is not sound to somebody who trusts another key', () => {
		const other = [foreignKey.verifierKey];
		expect(verifySite({ ...readerOf(site), keys: other }).problems.length).toBeGreaterThan(0);
		expect(outsider(site, [], other).sound).toBe(false);
	});
});

/** Cases of each way of tampering; together more than 10,000. */
const FLIPS = 5_000;
const EACH = 200;
/** One of so many cases is also shown to the verifier for outsiders. */
const SAMPLE = 60;

describe('tampering', () => {
	let cases = 0;

	it('with one bit of any file is found', () => {
		const draw = drawFrom(SEED);
		for (let index = 0; index < FLIPS; index++) {
			const { files, where } = withFlippedBit(site, draw);
			expect(verify(files).problems.length, where).toBeGreaterThan(0);
			if (index % SAMPLE === 0) expect(outsider(files).sound, where).toBe(false);
			cases++;
		}
	}, 600_000);

	describe.each(historyNames)('%s', (name) => {
		it.each(powers)(
			'with power over %s is found',
			(power) => {
				const draw = drawFrom(SEED + historyNames.indexOf(name) * 10 + powers.indexOf(power));
				// Against who holds the key of the register itself, only a checkpoint kept from before helps.
				const kept = power === 'the key itself' ? [checkpointOf(site)] : [];
				for (let index = 0; index < EACH; index++) {
					const files = withHistory(name, power, lines, sizes, draw);
					// Entries that come after, signed by the register itself, are what a register is for.
					if (name === 'forge' && power === 'the key itself') {
						expect(verify(files, kept).problems).toEqual([]);
						continue;
					}
					cases++;
					expect(verify(files, kept).problems.length, `case ${index}`).toBeGreaterThan(0);
					if (index % SAMPLE === 0) expect(outsider(files, kept).sound, `case ${index}`).toBe(false);
				}
			},
			600_000,
		);
	});

	it('was tried more than 10,000 times', () => {
		expect(cases).toBeGreaterThan(10_000);
	});
});

describe('what is wrong', () => {
	const problemsOf = (changes: Files) => verify({ ...site, ...changes }).problems;
	const page = 'guidance/document-002/editions/1/index.html';

	it.each<[string, Files, RegExp]>([
		[
			'an edition that the register does not know',
			{
				[registerFiles.places]: (site[registerFiles.places] ?? '').replace(
					/\]\n$/,
					',{"code":"GD-900","number":1,"pages":{},"parts":"/x.json"}]\n',
				),
			},
			/^GD-900, edition 1 is published, but/,
		],
		[
			'a page of another text',
			{ [page]: (site[page] ?? '').replace('Words', 'Wards') },
			/^GD-002, edition 1: the page .* does not show/,
		],
		[
			'a page of another title',
			{ [page]: (site[page] ?? '').replace('<h1>Document', '<h1>Monument') },
			/^GD-002, edition 1: the page .* does not show/,
		],
		[
			'words added within what was frozen',
			{ [page]: (site[page] ?? '').replace('</div>', '<p>More.</p></div>') },
			/does not show/,
		],
		[
			'a page that holds it in a comment',
			{
				[page]: (site[page] ?? '').replace('<div', '<!-- <div').replace('</div>', '</div> --><p>Forged.</p>'),
			},
			/does not show/,
		],
		[
			'a page that holds it in a template',
			{ [page]: (site[page] ?? '').replace('<div', '<template><div') },
			/does not show/,
		],
		[
			'a page with another title before it',
			{ [page]: (site[page] ?? '').replace('<h1>', '<H1>Forged</H1><h1 hidden>') },
			/does not show/,
		],
		[
			'a page elsewhere',
			{
				'kept/index.html': site[page] ?? '',
				[page]: '<h1>Forged</h1>',
				[registerFiles.places]: (site[registerFiles.places] ?? '').replace(
					'"/guidance/document-002/editions/1/"',
					'"/kept/"',
				),
			},
			/^GD-002, edition 1: register\/editions.json says that it stands at .*\/kept\/, expected /,
		],
		[
			'a frozen text elsewhere',
			{
				'kept.json': site['guidance/document-002/editions/1.json'] ?? '',
				[registerFiles.places]: (site[registerFiles.places] ?? '').replace(
					'"/guidance/document-002/editions/1.json"',
					'"/kept.json"',
				),
			},
			/^GD-002, edition 1: register\/editions.json says that it stands at \/kept.json/,
		],
		[
			'a text that stands in the frozen one twice',
			{
				'guidance/document-002/editions/1.json': (
					site['guidance/document-002/editions/1.json'] ?? ''
				).replace('"html":', '"html":{"en":"Forged"},"html":'),
			},
			/^GD-002, edition 1: .* and nothing else/,
		],
		[
			'a place that is named twice, or is nothing',
			{ [registerFiles.places]: (site[registerFiles.places] ?? '').replace('[{', '[null,{"code":"GD-9",') },
			/^register\/editions.json is missing or is not the list of editions in canonical JSON$/,
		],
		[
			'a checkpoint that is missing',
			{ [registerFiles.checkpoint]: '' },
			/^register\/checkpoint.txt is not the last/,
		],
		[
			'something else among the checkpoints',
			{ [registerFiles.checkpoints]: `${site[registerFiles.checkpoints]}\nmore\n` },
			/is not a signed checkpoint/,
		],
	])('is told in words: %s', (_, changes, words) => {
		expect(problemsOf(changes).join('\n')).toMatch(words);
		expect(outsider({ ...site, ...changes }).sound).toBe(false);
	});

	it('is told, whatever looks like an evidence pack lies beside the register', () => {
		const planted = {
			'evidence.json': JSON.stringify({ entries: [], earlier: [], texts: [] }),
			'checkpoint.txt': checkpointOf(site),
			'key.txt': site[registerFiles.keys] ?? '',
		};
		expect(outsider({ ...site, ...planted }).said).toContain('Sound: 7 entries and 6 editions.');
		expect(outsider({ ...site, ...planted, [page]: '<h1>Forged</h1>' }).sound).toBe(false);
	});

	it('does not depend on how a kept checkpoint was sent and saved', () => {
		const kept = checkpointOf(sampleSite(lines.slice(0, 3)));
		const all = site[registerFiles.checkpoints] ?? '';
		for (const text of [kept.replaceAll('\n', '\r\n'), kept.trimEnd(), `\uFEFF${kept}`, `${kept}\n\n`, all]) {
			expect(verify(site, keptCheckpoints(text)).problems).toEqual([]);
			expect(outsider(site, [text])).toMatchObject({ sound: true });
			const other = text.replace('/handbook', '/another');
			expect(verify(site, keptCheckpoints(other)).problems.length).toBeGreaterThan(0);
			expect(outsider(site, [other]).sound).toBe(false);
		}
		expect(outsider(site, ['nothing']).said).not.toContain('undefined');
	}, 60_000);

	it('is told when a file is missing', () => {
		for (const path of Object.keys(site)) {
			const { [path]: _, ...rest } = site;
			expect(verify(rest as Files).problems.length === 0, path).toBe(path === registerFiles.keys);
			expect(outsider(rest as Files).sound, path).toBe(path === registerFiles.keys);
		}
	});
});

describe('a document that was renamed', () => {
	const [from, to, at] = ['document-002', 'another-name', '2026-03-01T09:00:00Z'];
	const renamed = [...lines, appendEntry(lines, { kind: 'rename', at, code: 'GD-002', from, to })];
	const before = sampleSite(renamed, [...sizes, 8]);
	const places = before[registerFiles.places] ?? '';
	const moved = Object.fromEntries(
		Object.entries({ ...before, [registerFiles.places]: places.replaceAll(`/${from}/`, `/${to}/`) }).map(
			([path, text]) => [path.replace(`/${from}/`, `/${to}/`), text],
		),
	);

	it('has the pages of its past under its new name, and no longer under the old one', () => {
		expect(verify(moved).problems).toEqual([]);
		expect(outsider(moved)).toMatchObject({ sound: true });
		expect(verify(before).problems[0]).toContain(`expected /guidance/${to}/editions/1.json`);
		expect(outsider(before).sound).toBe(false);
	});
});

describe('a text that was taken out', () => {
	const at = '2026-03-01T09:00:00Z';
	const redacted = 'The name was taken out.';
	const withRedaction = [
		...lines,
		appendEntry(lines, {
			kind: 'redaction',
			at,
			code: 'GD-002',
			number: 1,
			rendering: 2,
			why: 'It named somebody.',
			parts: { source: {}, ...partHashes({ en: sampleView('GD-002', 1, redacted) }) },
		}),
	];

	it('for personal data leaves a tombstone that verifies, and nothing of what it said', () => {
		const files = sampleSite(withRedaction, [...sizes, 8], { words: { 'GD-002 1': redacted } });
		expect(verify(files, [checkpointOf(site)])).toMatchObject({ problems: [], editions: 5, tombstones: 1 });
		expect(outsider(files, [checkpointOf(site)]).sound).toBe(true);
		expect(files['guidance/document-002/editions/1.json']).not.toContain('Words of edition');
		// Its entry, with the hashes of what was there, stands as it always did.
		expect(files[registerFiles.register]).toContain(lines[1]);
	});

	it('but is still shown is found', () => {
		const files = sampleSite(withRedaction, [...sizes, 8]);
		expect(verify(files).problems.length).toBeGreaterThan(0);
		expect(outsider(files).sound).toBe(false);
	});

	it('as published in error leaves its hash alone', () => {
		const removed = [
			...lines,
			appendEntry(lines, { kind: 'error', at, code: 'GD-002', number: 1, why: 'It was a draft.' }),
		];
		const files = sampleSite(removed, [...sizes, 8]);
		expect(files['guidance/document-002/editions/1.json']).toBeUndefined();
		expect(verify(files, [checkpointOf(site)])).toMatchObject({ problems: [], editions: 5, tombstones: 1 });
		expect(outsider(files, [checkpointOf(site)]).sound).toBe(true);
		const listed = { ...files, [registerFiles.places]: site[registerFiles.places] as string };
		expect(verify(listed).problems).toEqual([
			'GD-002, edition 1 was taken from reading, but is listed at /guidance/document-002/editions/1.json',
		]);
		expect(outsider(listed).sound).toBe(false);
	});
});

describe('the verifier for outsiders', () => {
	it('is one small file without dependencies', () => {
		const text = readFileSync(VERIFIER, 'utf8');
		expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
		expect([...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual(
			expect.arrayContaining(['node:crypto', 'node:fs']),
		);
		expect(text).not.toMatch(/from '(?!node:)|require\(|import\(/);
	});

	it.each<[string, string[], RegExp]>([
		[
			'a folder that is not there',
			['nothing'],
			/^There is no register \(register\/register\.jsonl\) and no /,
		],
		['a folder with nothing to check', [import.meta.dirname], /^There is no register/],
		['an option that there is not', ['--help'], /^Unknown option '--help'\.\n/],
		['an option without its value', ['--key'], /^Option '--key <value>' argument missing\.\n/],
		['a key that is none', ['--key', 'abc'], /^“abc” is not a key\. Give the whole line of key\.txt/],
		['a kept file that is not there', ['--kept', 'nothing'], /^There is no file “nothing”/],
		['two folders', ['one', 'two'], /^One folder or address can be checked at a time/],
		['an address that does not answer', ['http://127.0.0.1:9/'], /^http:\S+ could not be reached: /],
	])('says in words, and not that anything is unsound: %s', (_, given, words) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFIER, ...given], {
			encoding: 'utf8',
		});
		expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
		expect(stdout).toMatch(words);
		expect(stdout).toContain('Nothing was checked. Usage: node verify.mjs');
		expect(stdout).not.toContain('NOT SOUND');
	});

	it('checks over the network, and takes a server in trouble for no tampering', async () => {
		let status = 200;
		const server = createServer(({ url }, answer) => {
			const text = site[(url ?? '').slice(1)];
			answer.statusCode = text === undefined ? 404 : status;
			answer.end(text);
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const run = () =>
			new Promise<string>((done) =>
				execFile(process.execPath, [VERIFIER, `http://127.0.0.1:${port}`], (_, stdout) => done(stdout)),
			);
		expect(await run()).toContain('Sound: 7 entries and 6 editions.');
		status = 503;
		expect(await run()).toMatch(/could not be read: the server answered 503\.\nNothing was checked/);
		server.close();
	}, 60_000);
});
