/** The register, its tree and its checkpoints: the published vectors of others, and what must hold of every register. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
	DEMONSTRATION,
	readCheckpoint,
	readCheckpoints,
	readVerifierKey,
	type VerifierKey,
	withCheckpoint,
} from '../../src/editions/checkpoint.ts';
import { openKeptRegister, sealRegister } from '../../src/editions/kept-register.ts';
import {
	consistencyProof,
	inclusionProof,
	isConsistent,
	isIncluded,
	leafHash,
	rootHash,
	rootHashes,
} from '../../src/editions/merkle.ts';
import { appendEntry, NO_LINE, readRegister, registerText } from '../../src/editions/register.ts';
import {
	addCheckpoint,
	addKey,
	openSigningKey,
	signCheckpoint,
	signerOf,
} from '../../src/editions/signing.ts';
import { sampleLines, sampleMoment } from './sample-register.ts';

const ORIGIN = 'victim-communication/handbook';

describe('a register', () => {
	const lines = sampleLines(12);

	it('is read as it was written', () => {
		const { entries, issues, lines: read } = readRegister(registerText(lines));
		expect(issues).toEqual([]);
		expect(read).toEqual(lines);
		expect(entries.map(({ index }) => index)).toEqual(lines.map((_, index) => index));
		expect(entries[0]?.previous).toBe(NO_LINE);
	});

	it('is judged alike whether its beginning was read before or not', () => {
		const texts = fc
			.tuple(fc.nat(12), fc.nat(11), fc.constantFrom('', '"', '\n', 'x'))
			.map(([count, at, more]) => {
				const some = lines.slice(0, count);
				return registerText(some.map((line, index) => (index === at ? line + more : line)));
			});
		fc.assert(
			fc.property(fc.array(texts, { minLength: 2, maxLength: 5 }), texts, (before, text) => {
				for (const each of before) readRegister(each);
				const known = readRegister(text);
				const sound = lines.some((_, index) => text === registerText(lines.slice(0, index + 1)));
				expect(known.lines).toEqual(text.split('\n').slice(0, -1));
				expect(known.issues.length === 0).toBe(sound || text === '');
			}),
		);
	});

	it('may be empty', () => {
		expect(readRegister('')).toEqual({ lines: [], entries: [], issues: [] });
	});

	it('says which line is wrong, and all of them', () => {
		const changed = lines.with(3, (lines[3] as string).replace('Sam', 'Kim'));
		const { issues } = readRegister(
			registerText(changed.with(8, 'nonsense')),
			'editions/register.handbook.jsonl',
		);
		expect(issues.map(({ place }) => place.line)).toEqual([5, 9, 10]);
		expect(issues[0]).toMatchObject({ file: 'editions/register.handbook.jsonl', severity: 'error' });
	});

	it('refuses an edition that is not a later one, and an event of one that was never published', () => {
		const [first] = sampleLines(1);
		const entry = JSON.parse(first as string);
		const again = appendEntry([first as string], { ...entry, number: 1 });
		expect(readRegister(registerText([first as string, again])).issues[0]?.message).toBe(
			`Unexpected edition 1 of ${entry.code}, expected one after 1`,
		);
		const early = appendEntry([], {
			kind: 'error',
			at: entry.at,
			code: 'GD-900',
			number: 1,
			why: 'A mistake.',
		});
		expect(readRegister(registerText([early])).issues).toHaveLength(1);
	});

	it('refuses a moment before the one above', () => {
		const { index, previous, ...entry } = JSON.parse(lines[0] as string);
		const earlier = appendEntry(lines, { ...entry, code: 'GD-901', at: '2020-01-01T00:00:00Z' });
		expect(readRegister(registerText([...lines, earlier])).issues[0]?.message).toMatch(
			/^Unexpected moment 2020/,
		);
	});
});

describe('the tree', () => {
	/** The leaves and roots that implementations of RFC 6962 are tested with. */
	const leaves = ['', '\x00', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'].map(leafHash);
	const roots = [
		'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
		'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
		'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
		'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
		'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
		'76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
		'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
		'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
	];

	it('hashes as RFC 6962 has it', () => {
		expect(roots.map((_, index) => bytesToHex(rootHash(leaves.slice(0, index + 1))))).toEqual(roots);
		expect(bytesToHex(rootHash([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
	});

	it('gives the roots of many sizes in one pass', () => {
		const many = Array.from({ length: 70 }, (_, index) => leafHash(`line ${index}`));
		const sizes = [...many.keys(), 70, 71];
		const found = rootHashes(many, sizes);
		expect(found.get(71)).toBeUndefined();
		for (const size of sizes.slice(0, -1))
			expect(bytesToHex(found.get(size) as Uint8Array), `${size}`).toBe(
				bytesToHex(rootHash(many.slice(0, size))),
			);
	});

	it('proves every line of every size, and no other line or place', () => {
		for (let size = 1; size <= 40; size++) {
			const many = Array.from({ length: size }, (_, index) => leafHash(`line ${index}`));
			const root = rootHash(many);
			for (let index = 0; index < size; index++) {
				const proof = inclusionProof(many, index);
				expect(isIncluded(many[index] as Uint8Array, index, size, root, proof)).toBe(true);
				expect(isIncluded(leafHash('another'), index, size, root, proof)).toBe(false);
				expect(isIncluded(many[index] as Uint8Array, (index + 1) % (size + 1), size, root, proof)).toBe(
					false,
				);
				expect(isIncluded(many[index] as Uint8Array, index, size, root, [...proof, root])).toBe(false);
				if (proof.length > 0)
					expect(isIncluded(many[index] as Uint8Array, index, size, root, proof.slice(1))).toBe(false);
			}
		}
	});

	it('proves that a longer register begins with a shorter one, and nothing else', () => {
		for (let size = 1; size <= 34; size++) {
			const many = Array.from({ length: size }, (_, index) => leafHash(`line ${index}`));
			const later = { size, root: rootHash(many) };
			for (let earlier = 0; earlier <= size; earlier++) {
				const before = { size: earlier, root: rootHash(many.slice(0, earlier)) };
				const proof = consistencyProof(many, earlier);
				expect(isConsistent(before, later, proof)).toBe(true);
				if (earlier === 0) continue;
				const forked = { size: earlier, root: rootHash(many.slice(0, earlier).with(-1, leafHash('forked'))) };
				expect(isConsistent(forked, later, proof)).toBe(false);
				expect(isConsistent(later, before, proof)).toBe(earlier === size);
				if (proof.length > 0) expect(isConsistent(before, later, proof.slice(0, -1))).toBe(false);
			}
		}
	});

	it('knows the proofs of RFC 6962, 2.1.3', () => {
		const hex = (proof: Uint8Array[]) => proof.map(bytesToHex);
		const seven = leaves.slice(0, 7);
		expect(hex(inclusionProof(seven, 6))).toEqual([
			bytesToHex(rootHash(seven.slice(4, 6))),
			bytesToHex(rootHash(seven.slice(0, 4))),
		]);
		expect(hex(consistencyProof(seven, 3))).toEqual(
			[[seven[2]], [seven[3]], seven.slice(0, 2), seven.slice(4)].map((part) =>
				bytesToHex(rootHash(part as Uint8Array[])),
			),
		);
		expect(hex(consistencyProof(seven, 4))).toEqual([bytesToHex(rootHash(seven.slice(4)))]);
	});

	it('is not misled by a proof of random hashes', () => {
		const many = Array.from({ length: 21 }, (_, index) => leafHash(`line ${index}`));
		const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
		fc.assert(
			fc.property(fc.array(hash, { maxLength: 7 }), fc.nat(25), fc.nat(25), (proof, a, b) => {
				expect(isIncluded(leafHash('another'), a, b, rootHash(many), proof)).toBe(false);
				expect(
					isConsistent({ size: a, root: leafHash('another') }, { size: 21, root: rootHash(many) }, proof),
				).toBe(a === 0 && proof.length === 0);
			}),
		);
	});
});

describe('a checkpoint', () => {
	const lines = sampleLines(9);

	it('is read as others write it', () => {
		const key = readVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
		expect(key).toMatchObject({ name: 'example.com/foo', id: '530d903a' });
		// The example of the signed note format: its text is no checkpoint, so the signature alone is judged.
		const signature =
			'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=';
		const bytes = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
		const note = {
			...(readCheckpoint(signCheckpoint(ORIGIN, lines, openSigningKey(ORIGIN, undefined))) as NonNullable<
				ReturnType<typeof readCheckpoint>
			>),
			body: 'This is an example message.\n',
			signatures: [
				{ name: 'example.com/foo', key: bytesToHex(bytes.slice(0, 4)), signature: bytes.slice(4) },
			],
		};
		expect(signerOf(note, [key as VerifierKey])).toEqual(key);
		expect(signerOf({ ...note, body: 'This is another message.\n' }, [key as VerifierKey])).toBeUndefined();
	});

	it('of the demonstration key says so, and is the same each time', () => {
		const key = openSigningKey(ORIGIN, undefined);
		const text = signCheckpoint(ORIGIN, lines, key);
		expect(text).toBe(signCheckpoint(ORIGIN, lines, openSigningKey(ORIGIN, undefined)));
		expect(readCheckpoint(text)).toMatchObject({ origin: ORIGIN, size: 9, remarks: [DEMONSTRATION] });
		expect(key.verifierKey).toContain('/demonstration+');
	});

	it('of a key in a file names that key, and no other key accepts it', () => {
		const folder = mkdtempSync(join(tmpdir(), 'key-'));
		try {
			const file = join(folder, 'key.pem');
			writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
			const key = openSigningKey(ORIGIN, file);
			const checkpoint = readCheckpoint(signCheckpoint(ORIGIN, lines, key));
			expect(checkpoint?.remarks).toEqual([]);
			const own = readVerifierKey(key.verifierKey) as VerifierKey;
			const other = readVerifierKey(openSigningKey(ORIGIN, undefined).verifierKey) as VerifierKey;
			expect(signerOf(checkpoint as never, [other, own])).toEqual(own);
			expect(signerOf(checkpoint as never, [other])).toBeUndefined();
			writeFileSync(
				file,
				generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
					format: 'pem',
					type: 'pkcs8',
				}),
			);
			expect(() => openSigningKey(ORIGIN, file)).toThrow('Unexpected key of type rsa');
			expect(() => openSigningKey(ORIGIN, join(folder, 'none'))).toThrow('openssl genpkey');
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	it('is added once for a number of lines, and its key once', () => {
		const key = openSigningKey(ORIGIN, undefined);
		const first = addCheckpoint('', ORIGIN, lines.slice(0, 4), key);
		expect(addCheckpoint(first, ORIGIN, lines.slice(0, 4), key)).toBe(first);
		const second = addCheckpoint(first, ORIGIN, lines, key);
		expect(readCheckpoints(second).map((each) => each?.size)).toEqual([4, 9]);
		expect(second).toBe(withCheckpoint(first, signCheckpoint(ORIGIN, lines, key)));
		expect(addKey(addKey('', key), key)).toBe(`${key.verifierKey}\n`);
	});

	it.each([
		['without a signature', (text: string) => text.split('\n\n')[0] as string],
		['with a number that is none', (text: string) => text.replace('\n9\n', '\n09\n')],
		['with a root in another spelling', (text: string) => text.replace(/=\n/, '\n')],
		['with a line that is no signature', (text: string) => `${text}- somebody\n`],
		['without its last line end', (text: string) => text.trimEnd()],
		['with a Windows line end', (text: string) => text.replaceAll('\n', '\r\n')],
	])('%s is none', (_, change) => {
		expect(
			readCheckpoint(change(signCheckpoint(ORIGIN, lines, openSigningKey(ORIGIN, undefined)))),
		).toBeUndefined();
	});

	it('has no key whose digits are not those of its bytes', () => {
		const { verifierKey } = openSigningKey(ORIGIN, undefined);
		expect(readVerifierKey(verifierKey)).toBeDefined();
		expect(readVerifierKey(verifierKey.replace('victim', 'other'))).toBeUndefined();
		expect(readVerifierKey('')).toBeUndefined();
	});
});

describe('what the repository keeps of a register', () => {
	const folder = mkdtempSync(join(tmpdir(), 'kept-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('is given as it stood at a moment, with the checkpoints signed by then', () => {
		const lines = sampleLines(9);
		const key = openSigningKey(ORIGIN, undefined);
		let sealed = { checkpoints: '', keys: '' };
		expect(sealRegister('staff', [], sealed, key)).toEqual(sealed);
		for (const size of [4, 9]) sealed = sealRegister('staff', lines.slice(0, size), sealed, key);
		writeFileSync(join(folder, 'register.staff.jsonl'), registerText(lines));
		writeFileSync(join(folder, 'checkpoints.staff.txt'), sealed.checkpoints);
		writeFileSync(join(folder, 'keys.staff.txt'), sealed.keys);
		const whole = { register: registerText(lines), ...sealed };
		expect(openKeptRegister(folder, 'staff', '9999')).toEqual(whole);
		const then = openKeptRegister(folder, 'staff', sampleMoment(3));
		expect(then.register).toBe(registerText(lines.slice(0, 4)));
		expect(readCheckpoints(then.checkpoints).map((each) => each?.size)).toEqual([4]);
		expect(openKeptRegister(folder, 'public', '9999')).toEqual({ register: '', checkpoints: '', keys: '' });
	});
});
