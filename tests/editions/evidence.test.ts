/** Evidence packs: the same bytes each time, sound by the verifier inside, and no longer when anything in them changes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { type EvidenceRecord, makeEvidence } from '../../src/editions/evidence.ts';
import type { EvidenceQuestion } from '../../src/editions/evidence-choice.ts';
import { partHashes } from '../../src/editions/part-hashes.ts';
import { registerFiles } from '../../src/editions/published-register.ts';
import { appendEntry } from '../../src/editions/register.ts';
import { openSigningKey } from '../../src/editions/signing.ts';
import { sha256Hex } from '../../src/model/canonical.ts';
import { sampleLines, sampleMoment, sampleView } from './sample-register.ts';
import { checkpointOf, type Files, ORIGIN, sampleSite } from './sample-site.ts';
import { drawFrom } from './tamper.ts';

const verifier = readFileSync(
	join(import.meta.dirname, '..', '..', 'public', 'both', registerFiles.verifier),
	'utf8',
);
const lines = sampleLines(19);
const site: Files = { ...sampleSite(lines, [4, 11, 19]), [registerFiles.verifier]: verifier };
const readerOf = (files: Files) => async (path: string) =>
	files[path] === undefined ? undefined : strToU8(files[path]);
const packOf = async (question: EvidenceQuestion, files = site) => makeEvidence(readerOf(files), question);

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the verifier in a pack says of it. */
function check(files: Record<string, Uint8Array>, ...more: string[]) {
	rmSync(folder, { recursive: true, force: true });
	for (const [name, bytes] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), bytes);
	}
	writeFileSync(join(folder, 'kept'), checkpointOf(sampleSite(lines.slice(0, 11), [4, 11])));
	const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'verify.mjs'), ...more], {
		encoding: 'utf8',
	});
	expect(stderr).toBe('');
	return { sound: status === 0, said: stdout };
}

/** From where to where a file proves anything: not the question, how the record is laid out, or the tags around a text. */
function provingPart(name: string, bytes: Uint8Array): [number, number] {
	const text = new TextDecoder('latin1').decode(bytes);
	if (name === 'evidence.json') return [text.indexOf('"line"') + 9, text.indexOf('"proof"') - 10];
	if (name.startsWith('editions/')) return [text.indexOf('<h1>') + 4, text.indexOf('</h1>')];
	return [0, bytes.length - 1];
}

describe('an evidence pack', () => {
	it('has the same bytes each time, whatever the clock and its zone', async () => {
		const zone = process.env.TZ;
		const packs: string[] = [];
		for (const other of ['UTC', 'Asia/Tokyo', 'America/New_York']) {
			process.env.TZ = other;
			packs.push(sha256Hex(await packOf({ code: 'GD-002' })));
		}
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
		expect(new Set(packs).size).toBe(1);
	});

	it.each<[string, EvidenceQuestion, number]>([
		['a document', { code: 'GD-002' }, 4],
		['a document as at a day', { code: 'GD-002', on: sampleMoment(6).slice(0, 10) }, 1],
		['a day', { on: sampleMoment(2).slice(0, 10) }, 3],
	])('of %s is sound by the verifier inside', async (_, question, texts) => {
		const files = unzipSync(await packOf(question));
		const { sound, said } = check(files);
		expect(said).toContain(`and ${texts} texts of an evidence pack.`);
		expect(sound).toBe(true);
		const { verifierKey } = openSigningKey(ORIGIN, undefined);
		expect(check(files, '--key', verifierKey).sound).toBe(true);
	});

	it('holds the texts, the change notes, the sign-offs, the hashes and the proofs', async () => {
		const files = unzipSync(await packOf({ code: 'GD-002' }));
		expect(Object.keys(files)).toEqual([...Object.keys(files)].sort());
		expect(Object.keys(files)).toEqual(
			expect.arrayContaining([
				'index.html',
				'verify.mjs',
				'evidence.json',
				'checkpoint.txt',
				'key.txt',
				'texts/GD-002-1.en.html',
				'texts/GD-002-1.en.txt',
				'editions/GD-002-4.en.html',
			]),
		);
		const text = (name: string) => strFromU8(files[name] as Uint8Array);
		expect(text('texts/GD-002-2.en.html')).toBe(sampleView('GD-002', 2).html);
		expect(text('editions/GD-002-2.en.html')).toContain(sampleView('GD-002', 2).html);
		const page = text('index.html');
		for (const words of [
			'Edition 1: ask Sam Example.',
			'Legal adviser (approver, English)',
			sha256Hex(sampleView('GD-002', 3).html),
			'node verify.mjs',
			'everybody has',
		])
			expect(page).toContain(words);
		const record = JSON.parse(text('evidence.json')) as EvidenceRecord;
		expect(record.entries.every(({ line }) => line.includes('"code":"GD-002"'))).toBe(true);
		expect(record.earlier).toHaveLength(2);
	});

	it('says what was in force on the day asked about', async () => {
		const [on, after] = [sampleMoment(1).slice(0, 10), sampleMoment(5).slice(0, 10)];
		const pageOf = async (question: EvidenceQuestion) =>
			strFromU8(unzipSync(await packOf(question))['index.html'] as Uint8Array);
		expect(await pageOf({ code: 'GD-002', on })).toContain('edition 1 was in force');
		expect(await pageOf({ code: 'GD-002', on: after })).toContain('edition 2 was in force');
		expect(await pageOf({ code: 'GD-002', on: '2001-01-01' })).toContain(
			'no edition was in force, and none had been published',
		);
	});

	it('does not say of a day after its last entry more than it knows', async () => {
		const last = sampleMoment(18).slice(0, 10);
		const answer = async (on: string) =>
			/class="answer">([^<]*)/.exec(
				strFromU8(unzipSync(await packOf({ code: 'GD-002', on }))['index.html'] as Uint8Array),
			)?.[1];
		expect(await answer(last)).toMatch(/ was in force\.$/);
		expect(await answer('2030-01-01')).toMatch(
			/ was in force\. The last entry of the register is of \d+ \w+ 2025: what was published after that day is not told here\.$/,
		);
	});

	it('says that what was published in error stood until it was taken away', async () => {
		const { code, number } = JSON.parse(lines[18] ?? '') as { code: string; number: number };
		const at = '2026-03-05T09:00:00Z';
		const more = [...lines, appendEntry(lines, { kind: 'error', at, code, number, why: 'A draft.' })];
		const files = { ...sampleSite(more, [19, 20]), [registerFiles.verifier]: verifier };
		const answer = async (on: string) =>
			/class="answer">([^<]*)/.exec(
				strFromU8(unzipSync(await packOf({ code, on }, files))['index.html'] as Uint8Array),
			)?.[1];
		expect(await answer('2026-03-04')).toContain(
			`edition ${number} was in force. Edition ${number} was published in error, and its text was taken away later.`,
		);
		expect(await answer('2026-03-05')).toContain(`edition ${number - 1} was in force.`);
	});

	it('says that what was withdrawn was no longer in force', async () => {
		const { code } = JSON.parse(lines[0] ?? '') as { code: string };
		const [at, on] = ['2026-03-05T09:00:00Z', '2026-03-05'];
		const more = [...lines, appendEntry(lines, { kind: 'withdrawal', at, code, on, why: 'Not used.' })];
		const files = { ...sampleSite(more, [19, 20]), [registerFiles.verifier]: verifier };
		const answer = async (day: string) =>
			/class="answer">([^<]*)/.exec(
				strFromU8(unzipSync(await packOf({ code, on: day }, files))['index.html'] as Uint8Array),
			)?.[1];
		expect(await answer('2026-03-04')).toMatch(/: edition \d was in force\.$/);
		expect(await answer('2026-03-05')).toMatch(
			/no edition was in force any longer: edition \d was withdrawn on 5 March 2026/,
		);
	});

	it('knows a checkpoint that somebody kept', async () => {
		const files = unzipSync(await packOf({ code: 'GD-002' }));
		expect(check(files, '--kept', join(folder, 'kept')).sound).toBe(true);
		const other = unzipSync(
			await packOf(
				{ code: 'GD-004', on: '2001-01-01' },
				{ ...sampleSite(lines, [4, 19]), [registerFiles.verifier]: verifier },
			),
		);
		expect(check(other, '--kept', join(folder, 'kept')).said).toContain('check the site against it instead');
	});

	it('is found out when one bit of what it proves changes', async () => {
		const files = unzipSync(await packOf({ code: 'GD-003' }));
		const draw = drawFrom(20_261_123);
		const proving = Object.keys(files).filter((name) =>
			/^texts\/|^editions\/|^evidence\.json$|^checkpoint\.txt$|^key\.txt$/.test(name),
		);
		for (let index = 0; index < 60; index++) {
			const name = proving[index % proving.length] as string;
			const bytes = Uint8Array.from(files[name] as Uint8Array);
			const [from, to] = provingPart(name, bytes);
			const at = from + draw(to - from);
			bytes[at] = (bytes[at] as number) ^ (1 << draw(7));
			expect(check({ ...files, [name]: bytes }).sound, `byte ${at} of ${name}`).toBe(false);
		}
	}, 300_000);

	it('is found out when a page in it reads as something else', async () => {
		const files = unzipSync(await packOf({ code: 'GD-002' }));
		const name = 'editions/GD-002-2.en.html';
		const page = strFromU8(files[name] as Uint8Array);
		const { html, summary } = sampleView('GD-002', 2);
		const forged = {
			words: page.replace(html, html.replace(/[a-z]{4,}(?=[^<>]*<)/, 'never')),
			summary: page.replace(summary, `${summary} Not today.`),
			date: page.replace('in force from', 'in force long before'),
			'words before it': page.replace('<h1>', '<p>Withdrawn.</p><h1>'),
			'words before its body': page.replace('<body>', '</head><p>Withdrawn.</p><body>'),
			'what hides it': page.replace('<style>', '<style>h1{display:none}'),
			'a comment around it': page.replace('<h1>', '<!-- <h1>'),
			'a picture before it': page.replace('<h1>', '<img src="forged.png"><h1>'),
			'its name': page.replace('<title>', '<title>Withdrawn: '),
			'words after it': page.replace('</body>', '<p>Withdrawn.</p></body>'),
			nothing: '',
		};
		for (const [what, text] of Object.entries(forged)) {
			expect(text, what).not.toBe(page);
			const { sound, said } = check({ ...files, [name]: strToU8(text) });
			expect(sound, what).toBe(false);
			expect(said, what).toContain(`${name} is not what was frozen`);
		}
		const { [name]: _, ...without } = files;
		expect(check(without).sound).toBe(false);
	});

	it('is found out when a text in it is in no record', async () => {
		const files = unzipSync(await packOf({ code: 'GD-002' }));
		const record = JSON.parse(strFromU8(files['evidence.json'] as Uint8Array)) as EvidenceRecord;
		const [, ...texts] = record.texts;
		const without = check({ ...files, 'evidence.json': strToU8(JSON.stringify({ ...record, texts })) });
		expect(without.said).toContain('editions/GD-002-1.en.html does not belong to the pack');
		expect(without.sound).toBe(false);
		const planted = check({ ...files, 'editions/GD-002-9.en.html': strToU8('<h1>Forged</h1>') });
		expect(planted.said).toContain('editions/GD-002-9.en.html does not belong to the pack');
		expect(planted.sound).toBe(false);
		// What a computer leaves in any folder says nothing.
		expect(check({ ...files, 'editions/.DS_Store': strToU8('x') }).sound).toBe(true);
	});

	it('says in words that its record cannot be understood', async () => {
		const files = unzipSync(await packOf({ code: 'GD-002' }));
		const record = JSON.parse(strFromU8(files['evidence.json'] as Uint8Array)) as EvidenceRecord;
		for (const json of [
			'{',
			'[]',
			...['entries', 'earlier', 'texts'].map((key) => JSON.stringify({ ...record, [key]: undefined })),
			...['entries', 'earlier', 'texts'].map((key) => JSON.stringify({ ...record, [key]: [null] })),
		]) {
			const { sound, said } = check({ ...files, 'evidence.json': strToU8(json) });
			expect(said, json).toContain('evidence.json holds something that cannot be understood');
			expect(sound).toBe(false);
		}
		const nothing = JSON.stringify({ ...record, entries: [], earlier: [], texts: [] });
		const bare = { ...files, 'evidence.json': strToU8(nothing) };
		expect(check(bare).said).toContain('holds no entry of the register, so the pack proves nothing');
	}, 60_000);

	it('is checked part for part, whatever its record leaves out', async () => {
		const files = unzipSync(await packOf({ code: 'GD-002' }));
		const record = JSON.parse(strFromU8(files['evidence.json'] as Uint8Array)) as EvidenceRecord;
		for (const kind of ['html', 'text', 'view'] as const) {
			const texts = record.texts.map(({ [kind]: _, ...rest }) => rest);
			const json = strToU8(JSON.stringify({ ...record, texts }));
			expect(check({ ...files, 'evidence.json': json }).sound, kind).toBe(false);
		}
	});

	it('is checked with its images, and says the dates of each edition', async () => {
		const image = 'GD-009-1.png';
		const entry = JSON.parse(lines[0] ?? '') as { code: string; parts: object };
		const first = appendEntry([], {
			...entry,
			parts: { ...entry.parts, media: { [image]: sha256Hex('picture') } },
		} as never);
		const pictured = {
			...sampleSite([first], [1]),
			[registerFiles.verifier]: verifier,
			[`media/${image}`]: 'picture',
		};
		const files = unzipSync(await packOf({ code: entry.code }, pictured));
		const { sound, said } = check(files);
		expect(said).toContain(`${entry.code}, edition 1: published ${sampleMoment(0)}, in force from `);
		expect(sound).toBe(true);
		const other = check({ ...files, [`media/${image}`]: strToU8('another') });
		expect(other.said).toContain(`media/${image} is not what was frozen`);
		expect(other.sound).toBe(false);
	});

	it('is not made of a site that does not hold together', async () => {
		const parts = 'guidance/document-002/editions/1.json';
		await expect(packOf({ code: 'GD-999' })).rejects.toThrow(
			'No document with the code GD-999 has been published here',
		);
		await expect(packOf({ on: '2001-01-01' })).rejects.toThrow(
			'Nothing had been published here by 2001-01-01',
		);
		await expect(
			packOf({ code: 'GD-002' }, { ...site, [parts]: (site[parts] ?? '').replaceAll('Sam', 'Kim') }),
		).rejects.toThrow('is not what was frozen');
		const { [parts]: _, ...without } = site;
		await expect(packOf({ code: 'GD-002' }, without as Files)).rejects.toThrow('is not published');
		const register = (site[registerFiles.register] ?? '').replace('Sam', 'Kim');
		await expect(packOf({ code: 'GD-002' }, { ...site, [registerFiles.register]: register })).rejects.toThrow(
			'is not sound',
		);
	});

	it('of a redacted text holds what is left of it', async () => {
		const redacted = 'The name was taken out.';
		const more = [
			...lines,
			appendEntry(lines, {
				kind: 'redaction',
				at: '2026-03-01T09:00:00Z',
				code: 'GD-002',
				number: 1,
				rendering: 2,
				why: 'It named <somebody>.',
				parts: { source: {}, ...partHashes({ en: sampleView('GD-002', 1, redacted) }) },
			}),
		];
		const files = unzipSync(
			await packOf(
				{ code: 'GD-002' },
				{
					...sampleSite(more, [19, 20], { words: { 'GD-002 1': redacted } }),
					[registerFiles.verifier]: verifier,
				},
			),
		);
		expect(check(files).sound).toBe(true);
		const all = Object.values(files).map((bytes) => strFromU8(bytes));
		expect(all.some((text) => text.includes('Words of edition 1'))).toBe(false);
		expect(strFromU8(files['index.html'] as Uint8Array)).toContain('It named &#60;somebody&#62;.');
	});
});
