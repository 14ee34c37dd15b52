/**
 * Making an index the same for the same records. Pagefind lists filters and their values in an order that changes
 * from run to run; here they are put in order, and the files named after what they hold then.
 */

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compare } from '../model/issue.ts';
import { type Cbor, readCbor, writeCbor } from './cbor.ts';

/** What every file of an index begins with, once unpacked. */
const SIGNATURE = 'pagefind_dcd';

/** `pagefind-entry.json`: where an index in each language begins. */
interface Entry {
	languages: Record<string, { hash: string }>;
}

/** The parts of a meta file: version, pages, chunks of words, filters with their files, sorts, names of meta fields. */
type Meta = [string, Cbor, Cbor, [name: string, file: string][], [name: string, pages: Cbor][], Cbor];

/** A filter file: its name, and the pages of each value. */
type Filter = [name: string, values: [value: string, pages: Cbor][]];

/** Put an index just made in order, in its folder. */
export function settleIndex(folder: string): void {
	const entryFile = join(folder, 'pagefind-entry.json');
	const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as Entry;
	const languages = Object.entries(entry.languages).sort(([a], [b]) => compare(a, b));
	for (const [language, about] of languages) {
		const [version, pages, chunks, filters, sorts, fields] = take(
			join(folder, `pagefind.${about.hash}.pf_meta`),
		) as Meta;
		const settled = filters.sort(byName).map(([name, file]) => {
			const [, values] = take(join(folder, 'filter', `${file}.pf_filter`)) as Filter;
			return [
				name,
				put([name, values.sort(byName)], (hash) => join(folder, 'filter', `${hash}.pf_filter`), language),
			];
		});
		const meta = [version, pages, chunks, settled, sorts.sort(byName), fields];
		about.hash = put(meta, (hash) => join(folder, `pagefind.${hash}.pf_meta`), language);
	}
	writeFileSync(entryFile, JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }));
}

function byName([a]: [string, Cbor], [b]: [string, Cbor]): number {
	return compare(a, b);
}

/** Read a file and remove it. */
function take(file: string): Cbor {
	const bytes = gunzipSync(readFileSync(file));
	if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE)
		throw new Error(`Unexpected search index file ${file}`);
	rmSync(file);
	return readCbor(bytes.subarray(SIGNATURE.length));
}

/** Write a file named after what it holds. Gives the name. */
function put(data: Cbor, fileOf: (hash: string) => string, language: string): string {
	const bytes = Buffer.concat([Buffer.from(SIGNATURE), writeCbor(data)]);
	const hash = `${language}_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
	const packed = gzipSync(bytes, { level: 9 });
	// The byte that names the kind of machine: "unknown" on all.
	packed[9] = 255;
	writeFileSync(fileOf(hash), packed);
	return hash;
}
