/** One text for one value: what is hashed and signed must not depend on the order of keys. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A value as JSON with sorted keys, no space, texts in NFC and without undefined keys (RFC 8785, numbers as JSON has them). */
export function canonicalJson(value: unknown): string {
	return written(value) ?? 'null';
}

/** Whether a text is the canonical JSON of the value that was parsed from it. */
export function isCanonicalJson(text: string, parsed: unknown): boolean {
	// Most texts are told without writing them anew.
	const isPlain = text === JSON.stringify(parsed) && text === text.normalize('NFC') && hasSortedKeys(parsed);
	return isPlain || text === canonicalJson(parsed);
}

function hasSortedKeys(value: unknown): boolean {
	if (value === null || typeof value !== 'object') return true;
	const keys = Array.isArray(value) ? [] : Object.keys(value);
	return (
		keys.every((key, index) => index === 0 || (keys[index - 1] as string) < key) &&
		Object.values(value).every(hasSortedKeys)
	);
}

/** The text of a value; undefined for what JSON leaves out. */
function written(value: unknown): string | undefined {
	if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((each) => written(each) ?? 'null').join(',')}]`;
	const parts: string[] = [];
	for (const key of Object.keys(value).sort()) {
		const inner = written((value as Record<string, unknown>)[key]);
		if (inner !== undefined) parts.push(`${JSON.stringify(key)}:${inner}`);
	}
	return `{${parts.join(',')}}`;
}

/** Node’s own digests, where there is a Node: ten times as fast. A browser has none that answer at once. */
const crypto = (
	globalThis as { process?: { getBuiltinModule?(name: string): NodeDigests } }
).process?.getBuiltinModule?.('node:crypto');

interface NodeDigests {
	createHash(name: 'sha256'): { update(bytes: string | Uint8Array): { digest(form: 'hex'): string } };
}

/** SHA-256 in small hexadecimal letters; of a text its UTF-8 bytes. */
export function sha256Hex(text: string | Uint8Array): string {
	if (crypto) return crypto.createHash('sha256').update(text).digest('hex');
	return bytesToHex(sha256(typeof text === 'string' ? utf8ToBytes(text) : text));
}
