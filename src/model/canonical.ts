/** One text for one value: what is hashed and signed must not depend on the order of keys. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A value as JSON with sorted keys, no space, texts in NFC and without undefined keys (RFC 8785, numbers as JSON has them). */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) => {
		if (typeof inner === 'string') return inner.normalize('NFC');
		if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
	});
}

/** SHA-256 in small hexadecimal letters; of a text its UTF-8 bytes. */
export function sha256Hex(text: string | Uint8Array): string {
	return bytesToHex(sha256(typeof text === 'string' ? utf8ToBytes(text) : text));
}
