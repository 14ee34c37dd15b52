/**
 * Bodies that were read before, kept beside the repository: reading thousands of pages takes a minute, and a server
 * that was started again must not make its people wait for it. Safe to delete at any time.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParseContext, ParsedBody } from '../../src/markup/index.ts';
import type { Parser } from '../../src/markup/worker-pool.ts';
import type { Body } from '../../src/model/entry.ts';

/** What is kept of a body: its nodes are large, and needed only where it is shown. */
export type BodyReading = Omit<ParsedBody, 'nodes'>;

export type ReadBody = (body: Body, context: ParseContext) => Promise<BodyReading>;

/** Read bodies with a parser, each once as long as the code that reads them stays the same. */
export function keepBodies(parser: Parser, folder: string): ReadBody {
	const version = codeVersion();
	const current = join(folder, version);
	mkdirSync(current, { recursive: true });
	for (const old of readdirSync(folder))
		if (old !== version) rmSync(join(folder, old), { recursive: true, force: true });

	return async (body, context) => {
		const { file, type, language } = context;
		const parts = [file, type, language, String(body.firstLine), body.source];
		const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
		const [shelf, path] = [
			join(current, key.slice(0, 2)),
			join(current, key.slice(0, 2), `${key.slice(2)}.json`),
		];
		const known = readJson(path);
		if (known) return known;
		const { nodesJson: _, ...read } = await parser.parse(body, context);
		// Limits of time and memory are of the moment, not of the body.
		if (read.unfinished) return read;
		try {
			mkdirSync(shelf, { recursive: true });
			writeFileSync(`${path}.${process.pid}`, JSON.stringify(read));
			renameSync(`${path}.${process.pid}`, path);
		} catch {
			// A full disk: it is read all the same, and again after the next start.
		}
		return read;
	};
}

function readJson(path: string): BodyReading | undefined {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as BodyReading;
	} catch {
		return undefined;
	}
}

/** The digest of the code that reads bodies, and of the packages it uses. */
function codeVersion(): string {
	const root = join(import.meta.dirname, '..', '..');
	const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
	for (const folder of ['src/model', 'src/markup'])
		for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
			if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(root, folder, file)));
	return hash.digest('hex').slice(0, 16);
}
