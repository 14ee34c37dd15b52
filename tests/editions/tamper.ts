/**
 * Tampering with a published site, in every way that somebody with more and more power could: who may change a file,
 * who also recomputes every hash after it, who also has a key, and who has the key of the register itself.
 */
import { generateKeyPairSync } from 'node:crypto';
import { verifierKeyText } from '../../src/editions/checkpoint.ts';
import { registerFiles } from '../../src/editions/published-register.ts';
import { appendEntry, registerText } from '../../src/editions/register.ts';
import type { SigningKey } from '../../src/editions/signing.ts';
import { type Files, ORIGIN, sampleSite } from './sample-site.ts';

/** Draws whole numbers below a limit. */
export type Draw = (limit: number) => number;

/** The same draws for the same seed. */
export function drawFrom(seed: number): Draw {
	let state = seed >>> 0;
	return (limit) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
}

/** A key that is not that of the register, though it bears its name. */
export const foreignKey: SigningKey = (() => {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	const bytes = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(12));
	return { privateKey, demonstration: true, verifierKey: verifierKeyText(`${ORIGIN}/demonstration`, bytes) };
})();

/** Ways to change the history of a register. Each gives other lines than it was given. */
const histories: Record<string, (lines: string[], draw: Draw) => string[]> = {
	drop: (lines, draw) => lines.toSpliced(draw(lines.length), 1),
	insert: (lines, draw) => {
		const at = draw(lines.length);
		return lines.toSpliced(at, 0, lines[at] as string);
	},
	forge: (lines, draw) => {
		const { code } = JSON.parse(lines[draw(lines.length)] as string);
		const { at } = JSON.parse(lines.at(-1) as string);
		return [
			...lines,
			appendEntry(lines, {
				at,
				code,
				kind: 'review',
				by: 'Nobody',
				outcome: `${draw(1e6)}`,
				on: '2026-01-01',
				next: '2027-01-01',
			}),
		];
	},
	reorder: (lines, draw) => {
		const at = draw(lines.length - 1);
		return lines.with(at, lines[at + 1] as string).with(at + 1, lines[at] as string);
	},
	truncate: (lines, draw) => lines.slice(0, draw(lines.length)),
	edit: (lines, draw) => {
		const at = draw(lines.length);
		return lines.with(at, changed(lines[at] as string, draw));
	},
	backdate: (lines, draw) => {
		const at = draw(lines.length);
		const line = lines[at] as string;
		const moment = /"at":"([^"]+)"/.exec(line)?.[1] as string;
		return lines.with(
			at,
			line.replaceAll(
				moment,
				new Date(Date.parse(moment) - (1 + draw(9000)) * 1000).toISOString().replace('.000', ''),
			),
		);
	},
};
export const historyNames = Object.keys(histories);

/** How much somebody can do after changing the history. */
export const powers = ['files', 'hashes', 'another key', 'the key itself'] as const;
export type Power = (typeof powers)[number];

/** A site with another history, as somebody of this power leaves it. */
export function withHistory(
	name: string,
	power: Power,
	lines: readonly string[],
	sizes: readonly number[],
	draw: Draw,
): Files {
	const before = sampleSite(lines, sizes);
	const other = histories[name]?.([...lines], draw) as string[];
	if (power === 'files') return { ...before, [registerFiles.register]: registerText(other) };
	const chained = other.reduce<string[]>((done, line) => {
		const { index, previous, ...entry } = JSON.parse(line);
		done.push(appendEntry(done, entry));
		return done;
	}, []);
	if (power === 'hashes') return { ...before, [registerFiles.register]: registerText(chained) };
	const wanted = [...new Set([...sizes.filter((size) => size < chained.length), chained.length])];
	// Editions that the new history no longer numbers as it did keep their words: the forger leaves no other trace.
	return sampleSite(chained, wanted, power === 'another key' ? { key: foreignKey } : {});
}

/** A site with one bit of one file changed. Of pages only what was frozen counts: the rest is the frame around it. */
export function withFlippedBit(files: Files, draw: Draw): { files: Files; where: string } {
	const names = Object.keys(files);
	const name = names[draw(names.length)] as string;
	const bytes = Buffer.from(files[name] as string);
	const from = name.endsWith('.html') ? bytes.indexOf(' data-edition') : 0;
	const to = name.endsWith('.html') ? bytes.indexOf('</main>') : bytes.length;
	const at = from + draw(to - from);
	const bit = draw(8);
	bytes[at] = (bytes[at] as number) ^ (1 << bit);
	return {
		files: { ...files, [name]: bytes.toString('utf8') },
		where: `bit ${bit} of byte ${at} of ${name}`,
	};
}

/** A line with one digit or letter of one of its values changed, still in canonical JSON. */
function changed(line: string, draw: Draw): string {
	const entry = JSON.parse(line) as Record<string, unknown>;
	const texts = Object.entries(entry).filter(
		([key, value]) => typeof value === 'string' && !['kind', 'previous', 'at'].includes(key),
	);
	const [key, value] = texts[draw(texts.length)] as [string, string];
	const at = draw(value.length);
	const letter = value[at] === 'x' ? 'y' : 'x';
	return line.replace(
		`"${key}":${JSON.stringify(value)}`,
		`"${key}":${JSON.stringify(value.slice(0, at) + letter + value.slice(at + 1))}`,
	);
}
