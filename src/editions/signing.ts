/**
 * Signing checkpoints, and judging signatures. Runs in Node alone: a private key never comes near a browser.
 *
 * The key lies outside the repository. Where there is none, checkpoints are signed with a demonstration key that is
 * made of public words, and say so.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sha256Hex } from '../model/canonical.ts';
import {
	type Checkpoint,
	checkpointBody,
	DEMONSTRATION,
	readCheckpoints,
	readVerifierKey,
	signatureLine,
	type VerifierKey,
	verifierKeyText,
	withCheckpoint,
} from './checkpoint.ts';
import { leafHash, rootHash } from './merkle.ts';

export interface SigningKey {
	/** The public key, to be published with the register: `<name>+<eight digits>+<base64>`. */
	verifierKey: string;
	demonstration: boolean;
	privateKey: KeyObject;
}

/**
 * The key that signs the register of an origin: the Ed25519 key in a PEM file, as `openssl genpkey -algorithm ed25519`
 * writes it, or the demonstration key when no file is named. Throws in an operator’s words.
 */
export function openSigningKey(origin: string, file: string | undefined): SigningKey {
	const privateKey = file === undefined ? demonstrationKey(origin) : keyIn(file);
	const name = file === undefined ? `${origin}/demonstration` : origin;
	return {
		verifierKey: verifierKeyText(name, publicBytes(privateKey)),
		demonstration: file === undefined,
		privateKey,
	};
}

/** The signed checkpoint of these lines. */
export function signCheckpoint(origin: string, lines: readonly string[], key: SigningKey): string {
	const body = checkpointBody({
		origin,
		size: lines.length,
		root: rootHash(lines.map(leafHash)),
		remarks: key.demonstration ? [DEMONSTRATION] : [],
	});
	const verifier = readVerifierKey(key.verifierKey) as VerifierKey;
	return `${body}\n${signatureLine(verifier, sign(null, Buffer.from(body), key.privateKey))}`;
}

/** The checkpoints of a register with one for these lines, unless the last one is of them already or there are none. */
export function addCheckpoint(
	checkpoints: string,
	origin: string,
	lines: readonly string[],
	key: SigningKey,
): string {
	if ((readCheckpoints(checkpoints).at(-1)?.size ?? 0) === lines.length) return checkpoints;
	return withCheckpoint(checkpoints, signCheckpoint(origin, lines, key));
}

/** The published keys of a register, one a line, with one more unless it is among them. */
export function addKey(keys: string, { verifierKey }: SigningKey): string {
	return keys.split('\n').includes(verifierKey) ? keys : `${keys}${verifierKey}\n`;
}

/** The key among these that signed a checkpoint; undefined when none did, or when a signature of theirs is false. */
export function signerOf(
	{ body, signatures }: Checkpoint,
	keys: readonly VerifierKey[],
): VerifierKey | undefined {
	const known = signatures.flatMap(({ name, key, signature }) => {
		const signer = keys.find((each) => each.name === name && each.id === key);
		return signer ? [{ signer, signature }] : [];
	});
	const sound = known.every(({ signer, signature }) =>
		verify(null, Buffer.from(body), publicKeyOf(signer), signature),
	);
	return sound ? known[0]?.signer : undefined;
}

/** Made of public words, so that every clone has the same one and nobody takes it for a secret. */
function demonstrationKey(origin: string): KeyObject {
	const seed = sha256Hex(`demonstration key of ${origin}: anybody can sign with it`);
	// The fixed beginning of an Ed25519 key in PKCS #8.
	return createPrivateKey({
		key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
		format: 'der',
		type: 'pkcs8',
	});
}

function keyIn(file: string): KeyObject {
	let key: KeyObject;
	try {
		key = createPrivateKey(readFileSync(file));
	} catch (error) {
		throw new Error(
			`The signing key cannot be read from ${file}: ${(error as Error).message}. Write one with “openssl genpkey -algorithm ed25519 -out FILE”.`,
		);
	}
	if (key.asymmetricKeyType !== 'ed25519')
		throw new Error(
			`Unexpected key of type ${key.asymmetricKeyType} in ${file}, expected ed25519. Write one with “openssl genpkey -algorithm ed25519 -out FILE”.`,
		);
	return key;
}

/** The fixed beginning of an Ed25519 public key in DER. */
const PUBLIC_KEY_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

function publicBytes(key: KeyObject): Uint8Array {
	const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
	return new Uint8Array(der.subarray(PUBLIC_KEY_HEAD.length));
}

function publicKeyOf({ bytes }: VerifierKey): KeyObject {
	return createPublicKey({ key: Buffer.concat([PUBLIC_KEY_HEAD, bytes]), format: 'der', type: 'spki' });
}
