/**
 * A checkpoint: the signed statement that a register had so many lines and that they hash to this.
 *
 * A C2SP tlog-checkpoint in a signed note, so that witnesses and tools of others read it: origin, number of lines,
 * root hash in base64, then a signature. Whoever keeps one can tell later whether anything before it was rewritten.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Audience } from '../model/audience.ts';
import type { Hash } from './merkle.ts';

export interface Checkpoint {
	/** Which register it is of. */
	origin: string;
	size: number;
	root: Hash;
	/** Lines after the root: a demonstration key says so here. */
	remarks: string[];
	/** The text that is signed. */
	body: string;
	signatures: NoteSignature[];
}

export interface NoteSignature {
	name: string;
	/** The first eight digits of the hash of the key. */
	key: string;
	signature: Uint8Array;
}

/** A public key in words: `<name>+<eight digits>+<base64>`. */
export interface VerifierKey {
	name: string;
	id: string;
	/** The 32 bytes of an Ed25519 key. */
	bytes: Uint8Array;
}

/** Stands in every checkpoint that the demonstration key signed. */
export const DEMONSTRATION = 'demonstration key: anybody can sign with it, so this signature proves nothing';

/** Which register a checkpoint is of, and the name of the key that signs it. */
export function originOf(site: Audience): string {
	return `victim-communication/${site === 'staff' ? 'handbook' : 'public'}`;
}

/** The text that a checkpoint signs. */
export function checkpointBody({
	origin,
	size,
	root,
	remarks,
}: Pick<Checkpoint, 'origin' | 'size' | 'root' | 'remarks'>): string {
	return [origin, String(size), toBase64(root), ...remarks].map((line) => `${line}\n`).join('');
}

/** Read a checkpoint; undefined when it is not exactly one. */
export function readCheckpoint(text: string): Checkpoint | undefined {
	const [, body = '', signed = ''] = /^((?:[^\n]+\n){3,})\n((?:\u2014 [^\n]+\n)+)$/.exec(text) ?? [];
	const [origin = '', count = '', hash = '', ...remarks] = body.split('\n').slice(0, -1);
	const root = fromBase64(hash);
	if (!/^(?:0|[1-9]\d{0,14})$/.test(count) || root?.length !== 32) return undefined;
	const signatures = signed.split('\n').slice(0, -1).map(readSignature);
	if (signatures.includes(undefined)) return undefined;
	return { origin, size: Number(count), root, remarks, body, signatures: signatures as NoteSignature[] };
}

/** Every checkpoint of a file that holds them one after the other, an empty line between; undefined for what is none. */
export function readCheckpoints(text: string): (Checkpoint | undefined)[] {
	return text === '' ? [] : splitCheckpoints(text).map(readCheckpoint);
}

/** The text of each checkpoint of such a file. */
export function splitCheckpoints(text: string): string[] {
	return text.split(/(?<=^\u2014 .*\n)\n/m).filter((part) => part !== '');
}

/** The checkpoints of a file that somebody kept, as they were signed, however the file was sent and saved. */
export function keptCheckpoints(text: string): string[] {
	return splitCheckpoints(`${text.replace(/^\uFEFF|\r/g, '').trimEnd()}\n`);
}

/** Such a file with one more checkpoint. */
export function withCheckpoint(text: string, checkpoint: string): string {
	return text === '' ? checkpoint : `${text}\n${checkpoint}`;
}

/** Read a public key; undefined when it is none, or its digits are not those of its bytes. */
export function readVerifierKey(text: string): VerifierKey | undefined {
	const [, name = '', id = '', base64 = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
	const bytes = fromBase64(base64);
	if (bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
	const key = bytes.slice(1);
	return keyId(name, key) === id ? { name, id, bytes: key } : undefined;
}

/** A public key in words. */
export function verifierKeyText(name: string, bytes: Uint8Array): string {
	return `${name}+${keyId(name, bytes)}+${toBase64(new Uint8Array([ED25519, ...bytes]))}`;
}

/** The line that adds a signature to a checkpoint. */
export function signatureLine(key: Pick<VerifierKey, 'name' | 'id'>, signature: Uint8Array): string {
	const id = (key.id.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
	return `\u2014 ${key.name} ${toBase64(new Uint8Array([...id, ...signature]))}\n`;
}

const ED25519 = 1;

function keyId(name: string, bytes: Uint8Array): string {
	const hash = sha256(new Uint8Array([...utf8ToBytes(`${name}\n`), ED25519, ...bytes]));
	return bytesToHex(hash.slice(0, 4));
}

function readSignature(line: string): NoteSignature | undefined {
	const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) (\S+)$/.exec(line) ?? [];
	const bytes = fromBase64(base64);
	if (!bytes || bytes.length < 5) return undefined;
	return { name, key: bytesToHex(bytes.slice(0, 4)), signature: bytes.slice(4) };
}

function toBase64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

/** Bytes of base64 as `toBase64` writes it, and of no other spelling. */
function fromBase64(text: string): Uint8Array | undefined {
	try {
		const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
		return toBase64(bytes) === text ? bytes : undefined;
	} catch {
		return undefined;
	}
}
