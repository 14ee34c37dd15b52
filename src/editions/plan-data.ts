/** Freezing the reference data of a site: the kinds of it that changed, so that a release shows nothing unpublished. */
import type { Audience } from '../model/audience.ts';
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import { dataFile } from './edition-files.ts';
import type { NewEntry } from './register.ts';
import type { RegisterEntry } from './register-entry.ts';

export interface DataPlan {
	entry: NewEntry;
	file: string;
	text: string;
}

/** What of the data of a site is new; undefined when nothing is. */
export function planData(
	site: Audience,
	register: readonly RegisterEntry[],
	{ now, before }: { now: Record<string, unknown>; before: Record<string, unknown> },
	at: string,
): DataPlan | undefined {
	const changed = Object.entries(now).filter(
		([kind, value]) => canonicalJson(value) !== canonicalJson(before[kind]),
	);
	if (changed.length === 0) return undefined;
	const number = register.filter(({ kind }) => kind === 'data').length + 1;
	const text = canonicalJson(Object.fromEntries(changed));
	return {
		entry: { kind: 'data', at, code: '', number, hash: sha256Hex(text) },
		file: dataFile(site, number),
		text,
	};
}
