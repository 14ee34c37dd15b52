/** Checking the checkpoints of a register: each signed, each of the lines that are there, the last of all of them. */
import {
	type Checkpoint,
	DEMONSTRATION,
	readCheckpoint,
	readVerifierKey,
	splitCheckpoints,
	type VerifierKey,
} from './checkpoint.ts';
import { type Hash, leafHash, rootHashes } from './merkle.ts';
import { registerFiles } from './published-register.ts';
import { signerOf } from './signing.ts';
import type { Published } from './verify.ts';

const { checkpoint: LATEST, checkpoints: ALL, keys: KEYS } = registerFiles;

/** Check that the checkpoints are of these lines, each signed, and that those kept from before still hold. */
export function verifyCheckpoints(
	published: Published,
	lines: readonly string[],
): { problems: string[]; demonstration: boolean } {
	const { read, kept = [] } = published;
	const { keys, problems } = trustedKeys(published);
	const text = read(ALL) ?? '';
	const texts = splitCheckpoints(text);
	const latest = texts.at(-1) ?? '';
	const sizes = [...texts, ...kept].map((each) => readCheckpoint(each)?.size ?? 0);
	const register = { size: lines.length, roots: rootHashes(lines.map(leafHash), sizes) };
	if (texts.join('\n') !== text) problems.push(`${ALL} holds something else than checkpoints`);
	if ((read(LATEST) ?? '') !== latest) problems.push(`${LATEST} is not the last of ${ALL}`);
	for (const [index, each] of texts.entries()) {
		const name = `${ALL}, checkpoint ${index + 1}`;
		problems.push(...judge(each, name, readCheckpoint(latest), register, keys));
		const [before, size] = [texts[index - 1], readCheckpoint(each)?.size ?? 0];
		if (before !== undefined && size <= (readCheckpoint(before)?.size ?? 0))
			problems.push(`${name} is of ${size} entries, no more than the one before it`);
	}
	const covered = readCheckpoint(latest)?.size ?? 0;
	if (covered < lines.length)
		problems.push(`No checkpoint covers the entries after the first ${covered} of ${lines.length}`);
	for (const [index, each] of kept.entries())
		problems.push(...judge(each, `Kept checkpoint ${index + 1}`, readCheckpoint(latest), register, keys));
	return { problems, demonstration: readCheckpoint(latest)?.remarks.includes(DEMONSTRATION) ?? false };
}

/** The keys that may have signed, and what is wrong with those named. */
function trustedKeys({ read, keys: given }: Published): { keys: VerifierKey[]; problems: string[] } {
	const named = (read(KEYS) ?? '').split('\n').filter((line) => line !== '');
	const problems: string[] = [];
	const keys = (given ?? named).flatMap((text) => {
		const key = readVerifierKey(text);
		if (!key) problems.push(`Unexpected key “${text}”, expected <name>+<digits>+<base64>`);
		return key ?? [];
	});
	if (given && named.some((text) => !given.includes(text)))
		problems.push(`${KEYS} names a key that is not among those given`);
	return { keys, problems };
}

/** What is wrong with one checkpoint. */
function judge(
	text: string,
	name: string,
	latest: Checkpoint | undefined,
	register: { size: number; roots: ReadonlyMap<number, Hash> },
	keys: readonly VerifierKey[],
): string[] {
	const checkpoint = readCheckpoint(text);
	if (!checkpoint) return [`${name} is not a signed checkpoint`];
	const { origin, size, root } = checkpoint;
	const problems: string[] = [];
	if (!signerOf(checkpoint, keys)) problems.push(`${name} is not signed with a key of this register`);
	if (latest && origin !== latest.origin) problems.push(`${name} is of another register: ${origin}`);
	else if (size > register.size)
		problems.push(
			`${name} is of ${size} entries, but the register has ${register.size}: entries were dropped`,
		);
	else if (register.roots.get(size)?.some((byte, index) => byte !== root[index]) !== false)
		problems.push(
			`${name} does not stand for the first ${size} entries: they were changed after it was signed`,
		);
	return problems;
}
