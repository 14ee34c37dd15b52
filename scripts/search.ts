/** `npm run search -- --site handbook "words"`: ask a built index as the page of results would. Exit 1 without an index. */
import { join, relative, resolve } from 'node:path';
import { languages } from '../src/model/language.ts';
import { ask, filterNames, type Piece } from '../src/search/index.ts';
import { openIndex } from '../src/search/open-index.ts';
import { argumentsOf, failWith, ROOT } from './command-line.ts';

const usage = `Usage: npm run search -- "WORDS" [--site handbook | public] [--language en | cy] [--filter NAME=VALUE]…
       [--order relevance | date] [--limit NUMBER] [--out DIR] [--json]`;

const { values, positionals } = argumentsOf(
	{
		allowPositionals: true,
		options: {
			site: { type: 'string', default: 'handbook' },
			language: { type: 'string', default: 'en' },
			filter: { type: 'string', multiple: true, default: [] },
			order: { type: 'string', default: 'relevance' },
			limit: { type: 'string', default: '10' },
			out: { type: 'string', default: resolve(ROOT, 'dist') },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	},
	usage,
);
if (values.help) {
	console.log(usage);
	process.exit(0);
}

const words = positionals.join(' ');
const limit = Number(values.limit);
const { site, order } = values;
const language = languages.find((each) => each === values.language);
if (words.trim() === '') failWith(`Give the words to look for.\n${usage}`);
if (site !== 'handbook' && site !== 'public')
	failWith(`Unexpected site “${site}”, expected handbook or public`);
if (!language) failWith(`Unexpected language “${values.language}”, expected one of ${languages.join(', ')}`);
if (order !== 'relevance' && order !== 'date')
	failWith(`Unexpected order “${order}”, expected relevance or date`);
if (!Number.isInteger(limit) || limit < 1)
	failWith(`Unexpected limit “${values.limit}”, expected a number from 1`);

const filters = filtersFrom(values.filter);
const folder = join(resolve(values.out), site, 'pagefind');
const engine = await openIndex(folder, language);
if (engine) {
	const { understood, some, results } = await ask(engine, {
		words,
		language,
		filters,
		order,
	});
	const shown = await Promise.all(results.slice(0, limit).map(({ load }) => load()));
	if (values.json) {
		const plain = shown.map((result, index) => ({
			rank: index + 1,
			...result,
			excerpt: textOf(result.excerpt),
			parts: result.parts.map((part) => ({ ...part, excerpt: textOf(part.excerpt) })),
		}));
		console.log(
			JSON.stringify(
				{ words, site, language, understood, some, count: results.length, results: plain },
				undefined,
				'\t',
			),
		);
	} else if (results.length === 0) {
		console.log(`Nothing found. Looked for ${understood.tried.map((each) => `“${each}”`).join(', ')}.`);
	} else {
		console.log(
			`${results.length} ${results.length === 1 ? 'result' : 'results'}${results.length > limit ? `, the first ${limit}` : ''}`,
		);
		if (some) console.log('No page has all of the words. These have some of them.');
		for (const [index, { title, url, code, type, exact, withdrawn, excerpt, parts }] of shown.entries()) {
			const marks = [code, type, exact && 'exact', withdrawn && 'WITHDRAWN'].filter(Boolean).join(' · ');
			console.log(
				`\n${String(index + 1).padStart(2)}. ${title}${marks && ` (${marks})`}\n    ${url}\n    ${textOf(excerpt)}`,
			);
			for (const part of parts) console.log(`    > ${part.title}  ${part.url}`);
		}
	}
} else {
	console.error(
		`There is no search index in ${relative(process.cwd(), folder) || folder}. Run “npm run build” first, or name the folder of a build with --out.`,
	);
	process.exitCode = 1;
}

function filtersFrom(pairs: string[]): Record<string, string[]> {
	const filters: Record<string, string[]> = {};
	for (const pair of pairs) {
		const [, name, value] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
		if (name === undefined || value === undefined || !filterNames.some((each) => each === name))
			failWith(
				`Unexpected filter “${pair}”, expected NAME=VALUE such as type=Guidance, NAME one of ${filterNames.join(', ')}`,
			);
		filters[name] = [...(filters[name] ?? []), value];
	}
	return filters;
}

/** Matches between asterisks. */
function textOf(pieces: Piece[]): string {
	return pieces.map(({ text, match }) => (match ? `*${text}*` : text)).join('');
}
