import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import { filesBelow } from '../../src/release/digest.ts';
import { ask, type Engine, filterNames, type Question, type Result } from '../../src/search/index.ts';
import { feedPage, indexSite } from '../../src/search/indexer.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { records } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'search-test-'));
const index = join(folder, 'handbook', 'pagefind');
const engines = new Map<Language, Engine>();

beforeAll(async () => {
	await indexSite(records, index);
	for (const language of ['en', 'cy'] as const)
		engines.set(language, (await openIndex(index, language)) as Engine);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function find(words: string, question: Partial<Question> = {}): Promise<Result[]> {
	const language = question.language ?? 'en';
	const { results } = await ask(engines.get(language) as Engine, { ...question, words, language });
	return Promise.all(results.map(({ load }) => load()));
}
const urls = async (...question: Parameters<typeof find>) => (await find(...question)).map(({ url }) => url);

describe('what the words name goes first', () => {
	test.each<[string, string]>([
		['vcs 4', '/standards/explaining-decisions/'],
		['LT-002', '/letters/charge-stopped/'],
		['right 6', '/rights/right-6/'],
		['hawl 6', '/rights/right-6/'],
		['appeals', '/guidance/appeals/'],
		['ALL CHARGES STOPPED', '/letters/charge-stopped/'],
		['pob cyhuddiad wedi’i stopio', '/letters/charge-stopped/cy/'],
		['right 6 to be provided with information', '/rights/right-6/'],
		['old phone calls', '/guidance/old-phone-calls/'],
		['odd <b>words</b> & "signs"', '/guidance/odd-words/'],
		['مساعدة', '/ar/information/help/'],
	])('%s: %s', async (words, url) => {
		const [first] = await find(words);
		expect(first).toMatchObject({ url, exact: true });
	});

	it('also in Welsh, and leads to the place in the page', async () => {
		expect((await find('ty’r llys', { language: 'cy' }))[0]).toMatchObject({
			url: '/cy/information/canllaw/',
			exact: true,
		});
		const [first] = await find('hawl 6', { language: 'cy' });
		expect(first).toMatchObject({ url: '/cy/your-rights/', exact: true });
		expect(first?.parts[0]).toMatchObject({ title: 'Hawl 6', url: '/cy/your-rights/#right-6' });
	});

	it('leads to the clause', async () => {
		const [first, ...others] = await find('vcs 04.2');
		expect(first?.parts[0]).toMatchObject({
			title: 'VCS-04.2 Should',
			url: '/standards/explaining-decisions/#VCS-04.2',
		});
		expect(others).toEqual([]);
	});

	it('but not against what the reader narrowed by', async () => {
		expect(await urls('LT-002', { filters: { type: ['Guidance'] } })).toEqual([]);
	});
});

it('finds words in other forms, in any order, without small words', async () => {
	expect(await urls('the stalkers’ decisions')).toEqual(['/standards/explaining-decisions/']);
	expect(await urls('stalking')).toHaveLength(2);
});

it('keeps the languages of two sites apart, and other languages with the English one', async () => {
	expect(await urls('llys')).toEqual([]);
	expect(await urls('llys', { language: 'cy' })).toEqual(['/cy/information/canllaw/']);
	expect(await urls('المساعدة')).toEqual(['/ar/information/help/']);
	expect((await find('المساعدة'))[0]?.language).toBe('ar');
});

it('offers pages with some of the words when none has all', async () => {
	const answer = await ask(engines.get('en') as Engine, { words: 'jargon whistles badger', language: 'en' });
	expect(answer.some).toBe(true);
	expect(answer.results).toHaveLength(4);
	expect(await urls('qqqq xxxx')).toEqual([]);
});

it('does not take the first letters of a word for the word', async () => {
	for (const word of ['alert', 'interview', 'onomatopoeia', 'whatever'])
		expect(await urls(word), word).toEqual([]);
	expect(await urls('stalkin')).toHaveLength(2);
	const answer = await ask(engines.get('en') as Engine, { words: 'alert stalking', language: 'en' });
	expect([answer.some, answer.results.length]).toEqual([true, 2]);
});

it('puts withdrawn pages after others, and says so', async () => {
	const found = await find('whistles');
	expect(found.map(({ url, withdrawn }) => [url, withdrawn])).toEqual([
		['/guidance/phone-calls/', false],
		['/guidance/old-phone-calls/', true],
	]);
});

it('narrows, and counts what each choice would leave', async () => {
	const filters = { type: ['Letter template', 'Standard'] };
	expect(await urls('stalking', { filters: { type: ['Letter template'] } })).toEqual([
		'/letters/charge-stopped/',
	]);
	const { results, counts } = await ask(engines.get('en') as Engine, {
		words: 'stalking',
		language: 'en',
		filters: { ...filters, area: ['Wessex'] },
		count: filterNames,
	});
	expect(results).toHaveLength(1);
	expect(counts.type).toMatchObject({ 'Letter template': 1 });
	expect(counts.area).toMatchObject({ Wessex: 1 });
	expect(counts.right).toMatchObject({ 'Right 6': 1 });
});

it('orders by date', async () => {
	expect((await find('stalking', { order: 'date' })).map(({ date }) => date)).toEqual([
		'2026-11-02',
		'2026-11-01',
	]);
});

describe('what is said of a result', () => {
	const excerpt = async (words: string) => {
		const [result] = await find(words);
		return result?.excerpt.map(({ text, match }) => (match ? `*${text}*` : text)).join('');
	};

	it('is its summary where that holds more of the words than the beginning of the text', async () => {
		expect(await excerpt('tells stopped')).toBe('*Tells* somebody that the case has *stopped*.');
	});

	it('is the beginning of the text where that holds as many', async () => {
		expect(await excerpt('stopped case')).toBe(
			'We have *stopped* the *case* about stalking & harassment <now>.',
		);
	});
});

describe('words that look like instructions', () => {
	test.each(['whale', 'otter', 'badger', 'pelican', 'heron', 'data-pagefind-ignore', 'zerowidth'])(
		'%s is found',
		async (word) => {
			expect(await urls(word)).toEqual(['/guidance/odd-words/']);
		},
	);

	it('are shown as they were written', async () => {
		const [result] = await find('whale');
		expect(result?.title).toBe('Odd <b>words</b> & "signs"');
		expect(result?.excerpt.map(({ text }) => text).join('')).toContain(
			'<p data-pagefind-ignore="all">hidden whale</p>',
		);
		const [pelican] = await find('pelican');
		expect(pelican?.parts).toMatchObject([
			{ title: 'A heading with <i>signs</i> & "quotes"', url: '/guidance/odd-words/#signs' },
		]);
	});

	it('make no elements and no attributes of the feed', () => {
		const names = new Set<string>();
		const walk = (node: { nodeName: string; attrs?: { name: string }[]; childNodes?: unknown[] }) => {
			names.add(node.nodeName);
			for (const { name } of node.attrs ?? []) names.add(`@${name}`);
			for (const child of node.childNodes ?? []) walk(child as typeof node);
		};
		for (const record of records) walk(parse(feedPage(record)) as unknown as Parameters<typeof walk>[0]);
		expect([...names].sort()).toEqual([
			'#document',
			'#documentType',
			'#text',
			'@charset',
			'@content',
			'@data-pagefind-body',
			'@data-pagefind-filter',
			'@data-pagefind-meta',
			'@data-pagefind-sort',
			'@data-pagefind-weight',
			'@id',
			'@lang',
			'body',
			'div',
			'h2',
			'head',
			'html',
			'meta',
			'p',
		]);
	});

	it('are refused as the name of something', () => {
		const [record] = records;
		for (const name of ['a b', 'a[b', 'a:b', 'a,b', 'a"b', '']) {
			expect(() => feedPage({ ...(record as (typeof records)[number]), meta: { [name]: 'x' } })).toThrow(
				'Unexpected name',
			);
		}
	});
});

it('gives the same bytes for the same records, in whatever order they come', async () => {
	const again = join(folder, 'again');
	await indexSite(records.toReversed(), again);
	expect(filesBelow(again)).toEqual(filesBelow(index));
	for (const file of filesBelow(index)) {
		expect(readFileSync(join(again, file)).equals(readFileSync(join(index, file))), file).toBe(true);
	}
});

it('holds the engine and the index, and no interface of others', () => {
	const kinds = new Set(
		filesBelow(index).map((file) =>
			file.replace(/^(\w+)\/.*\.(\w+)$/, '$1/*.$2').replace(/\.\w+_\w+\.pf_meta/, '.*.pf_meta'),
		),
	);
	expect([...kinds].sort()).toEqual([
		'filter/*.pf_filter',
		'fragment/*.pf_fragment',
		'index/*.pf_index',
		'pagefind-entry.json',
		'pagefind.*.pf_meta',
		'pagefind.js',
		'wasm.en.pagefind',
		'wasm.unknown.pagefind',
	]);
});

describe('the command', () => {
	const run = (...words: string[]) =>
		promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/search.ts'), ...words], {
			cwd: folder,
		}).then(
			({ stdout }) => ({ code: 0, stdout, stderr: '' }),
			({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
				code,
				stdout,
				stderr,
			}),
		);

	it('prints ranked results for machines', async () => {
		const { code, stdout } = await run('--site', 'handbook', '--out', folder, '--json', 'vcs 04.2');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			words: 'vcs 04.2',
			count: 1,
			understood: { words: ['"VCS-04.2"'], exact: { anchor: 'VCS-04.2' } },
			results: [
				{
					rank: 1,
					code: 'VCS-04',
					url: '/standards/explaining-decisions/',
					exact: true,
					parts: [{ title: 'VCS-04.2 Should' }],
				},
			],
		});
	});

	it('refuses a filter that no page has', async () => {
		const { code, stderr } = await run('--out', folder, '--filter', 'kind=Guidance', 'whistles');
		expect(code).toBe(2);
		expect(stderr).toContain('Unexpected filter “kind=Guidance”, expected NAME=VALUE');
		expect(stderr).toContain('NAME one of type, right,');
	});

	it('prints ranked results for people', async () => {
		const { stdout } = await run('--out', folder, '--filter', 'type=Guidance', '--order', 'date', 'whistles');
		expect(stdout).toContain('2 results');
		expect(stdout).toContain('. Old phone calls (GD-098 · Guidance · WITHDRAWN)');
		expect(stdout).toContain('/guidance/phone-calls/');
	});

	it('says what was looked for when nothing is found', async () => {
		expect(await run('--out', folder, 'vcs 77')).toMatchObject({
			code: 0,
			stdout: 'Nothing found. Looked for “vcs 77”, “VCS-77”.\n',
		});
	});

	it('says when there is no index', async () => {
		expect(await run('--site', 'public', '--out', folder, 'court')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining(
				'There is no search index in public/pagefind. Run “npm run build” first',
			),
		});
	});

	test.each([
		[['court', '--site', 'other']],
		[['court', '--filter', 'type']],
		[['court', '--limit', '0']],
		[['court', '--language', 'xx']],
		[['court', '--order', 'name']],
		[[]],
	])('refuses %j', async (words) => {
		expect(await run(...words)).toMatchObject({ code: 2, stdout: '' });
	});
});
