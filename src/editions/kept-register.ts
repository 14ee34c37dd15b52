/**
 * What the repository keeps of a register beside its lines: the checkpoints that were signed and the keys they were
 * signed with, below `content/editions/`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from '../model/audience.ts';
import { originOf, readCheckpoint, splitCheckpoints } from './checkpoint.ts';
import type { KeptRegister } from './published-register.ts';
import { registerText } from './register.ts';
import { addCheckpoint, addKey, type SigningKey } from './signing.ts';
import { openRegister } from './store.ts';

/** Every checkpoint of a site, the first first, an empty line between. */
export const checkpointsFile = (site: Audience) => `checkpoints.${site}.txt`;
/** The keys that signed them, one a line. */
export const keysFile = (site: Audience) => `keys.${site}.txt`;

/** The register of a site as it stood at a moment, with the checkpoints signed by then. */
export function openKeptRegister(editions: string, site: Audience, at: string): KeptRegister {
	const textOf = (name: string) => {
		const file = join(editions, name);
		return existsSync(file) ? readFileSync(file, 'utf8') : '';
	};
	const { lines, entries } = openRegister(editions, site);
	const after = entries.findIndex((entry) => entry.at > at);
	const standing = after === -1 ? lines : lines.slice(0, after);
	const checkpoints = splitCheckpoints(textOf(checkpointsFile(site))).filter(
		(text) => (readCheckpoint(text)?.size ?? 0) <= standing.length,
	);
	return {
		register: registerText(standing),
		checkpoints: checkpoints.join('\n'),
		keys: textOf(keysFile(site)),
	};
}

/**
 * The checkpoints and keys of a site after publishing made its register this long: to be written in the same step as
 * the lines themselves.
 */
export function sealRegister(
	site: Audience,
	lines: readonly string[],
	{ checkpoints, keys }: Pick<KeptRegister, 'checkpoints' | 'keys'>,
	key: SigningKey,
): Pick<KeptRegister, 'checkpoints' | 'keys'> {
	const signed = addCheckpoint(checkpoints, originOf(site), lines, key);
	return { checkpoints: signed, keys: signed === checkpoints ? keys : addKey(keys, key) };
}
