/**
 * Reading and judging all content at a moment: load, parse bodies, resolve references, collect every issue.
 *
 * Bodies are parsed in workers with limits, and only when they changed since they were last parsed.
 */

import { setImmediate } from 'node:timers/promises';
import { checkPlaceholders } from '../letters/index.ts';
import type { ParsedBody } from '../markup/index.ts';
import { type Parser, received, type SentBody } from '../markup/worker-pool.ts';
import { buildCatalogue, type Catalogue } from '../model/catalogue.ts';
import { checkCatalogue } from '../model/catalogue-issues.ts';
import type { Entry, Unread } from '../model/entry.ts';
import { type Issue, sortIssues } from '../model/issue.ts';
import { readFiles } from '../model/load.ts';
import { digest } from './digest.ts';
import { withStandIns } from './held-back.ts';
import { LOST, type Store } from './packed-store.ts';

export interface JudgedContent {
	root: string;
	catalogue: Catalogue;
	/** The parsed body of each MDX file. */
	bodies: ReadonlyMap<string, ParsedBody>;
	/** Digest of the source of each parsed body. */
	bodyDigests: ReadonlyMap<string, string>;
	/** Texts that stand in for files whose next text is held back until later. */
	standIns: ReadonlyMap<string, string>;
	/** All problems, of single files and between them. */
	issues: Issue[];
	/** How many bodies had to be parsed now. */
	parsed: number;
}

export interface ReadOptions {
	/** The moment to judge for. */
	at: string;
	parser: Parser;
	/** Where what was read is kept. */
	store: Store;
}

/** How many files are read before the workers are looked after. */
const FILES_AT_ONCE = 32;

/** Read a content folder. Throws only when the folder cannot be read. */
export async function readContent(root: string, { at, parser, store }: ReadOptions): Promise<JudgedContent> {
	const reading = readFiles(root, {
		get: (type, yaml) => store.get(digest('keys', type, yaml)),
		set: (type, yaml, data) => store.set(digest('keys', type, yaml), data),
	});
	const bodies = new Map<string, ParsedBody>();
	const bodyDigests = new Map<string, string>();
	let parsed = 0;
	const parse = async (entry: Entry | Unread) => {
		if (!entry.body) return;
		const { file, type, language } = entry;
		const key = digest(file, type, language, String(entry.body.firstLine), entry.body.source);
		let body = keptBody(store, key);
		if (!body) {
			const sent = await parser.parse(entry.body, { file, type, language });
			parsed++;
			body = sent.unfinished ? received(sent) : keepBody(store, key, sent);
		}
		bodies.set(file, body);
		bodyDigests.set(file, key);
	};
	const parsing: Promise<void>[] = [];
	let step = reading.next();
	for (; !step.done; step = reading.next()) {
		const { entry, unread } = step.value;
		const found = entry ?? unread;
		if (!found) continue;
		const done = parse(found);
		parsing.push(done);
		// What goes wrong with one is told when all are waited for.
		done.catch(() => {});
		// The workers are given what was found while the files after it are read.
		if (parsing.length % FILES_AT_ONCE === 0) await setImmediate();
	}
	const { entries, unread, issues } = step.value;
	await Promise.all(parsing);
	const issuesOfBodies = [...bodies.values()].flatMap((body) => body.issues);
	const { entries: standing, texts, issues: taken } = withStandIns(root, entries, at);
	const standIns = standing.filter(({ file }) => texts.has(file));
	await Promise.all(standIns.map(parse));
	// What was published is judged no more, but without its words it must not be shown, or kept as rendered.
	const unfinished = standIns.flatMap(({ file }) => bodies.get(file) ?? []).filter((body) => body.unfinished);
	issuesOfBodies.push(...unfinished.flatMap((body) => body.issues));
	const catalogue = buildCatalogue(
		standing,
		standing.flatMap(({ file }) => bodies.get(file)?.references ?? []),
		unread,
	);
	return {
		root,
		catalogue,
		bodies,
		bodyDigests,
		parsed,
		standIns: texts,
		issues: sortIssues([
			...issues,
			...issuesOfBodies,
			...taken,
			...checkCatalogue(catalogue, at),
			...checkLetters(catalogue, bodies),
		]),
	};
}

/** Keep a parsed body in two parts: what every check needs, and the nodes, which only rendering reads. */
function keepBody(store: Store, key: string, { nodesJson, ...rest }: SentBody): ParsedBody {
	const nodes = digest(key, 'nodes');
	store.setBytes(nodes, Buffer.from(nodesJson.buffer, nodesJson.byteOffset, nodesJson.byteLength));
	store.set(key, rest);
	return bodyOf(store, nodes, rest);
}

function keptBody(store: Store, key: string): ParsedBody | undefined {
	const nodes = digest(key, 'nodes');
	const rest = store.get<Omit<ParsedBody, 'nodes'>>(key);
	return rest && store.has(nodes) ? bodyOf(store, nodes, rest) : undefined;
}

function bodyOf(store: Store, nodes: string, rest: Omit<ParsedBody, 'nodes'>): ParsedBody {
	return {
		...rest,
		// Not held: the nodes of all bodies fill the memory, and each is rendered once or twice.
		get nodes() {
			const kept = store.get<ParsedBody['nodes']>(nodes);
			if (!kept) throw new Error(LOST);
			return kept;
		},
	};
}

function checkLetters(catalogue: Catalogue, bodies: ReadonlyMap<string, ParsedBody>): Issue[] {
	return catalogue.all('letter').flatMap((english) =>
		[english, ...catalogue.translations(english)].flatMap((letter: Entry) => {
			const body = bodies.get(letter.file);
			return body?.issues.every(({ severity }) => severity !== 'error')
				? checkPlaceholders(english, letter, body)
				: [];
		}),
	);
}
