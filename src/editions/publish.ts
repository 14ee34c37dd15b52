/**
 * Writing what was planned below `content/editions/`, in such an order that it is published as a whole or not at all:
 * texts first, which nothing names yet; then what both registers will be, under other names; then those are moved
 * into place. A run that was cut short between the last moves is finished by the next one.
 */
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { originOf } from './checkpoint.ts';
import { mediaFile, registerFile } from './edition-files.ts';
import { checkpointsFile, keysFile, openKeptRegister, sealRegister } from './kept-register.ts';
import type { Plan } from './plan.ts';
import { appendEntry, registerText } from './register.ts';
import { openSigningKey } from './signing.ts';
import { openRegister } from './store.ts';

const sites = ['public', 'staff'] as const;
const coming = (file: string) => `${file}.coming`;

/** Files to move into place, in this order: the register of staff comes last, and without it nothing happened. */
const moved = sites.flatMap((site) => [checkpointsFile(site), keysFile(site), registerFile(site)]);
const first = moved[0] ?? '';
const last = moved.at(-1) ?? '';

export interface Publication extends Pick<Plan, 'entries' | 'files'> {
	/** Files below the folder of editions that are to be gone, once this is published. */
	removed?: readonly string[];
	/** Images by their name in editions, and where they lie. */
	images?: ReadonlyMap<string, string>;
	/** The file of the key that signs; the demonstration key when absent. */
	keyFile?: string;
}

/** What was frozen, until it is known whether it could be released. */
export interface Frozen {
	/** Take it back, as if nothing had been published. */
	undo(): void;
	/** Remove what must not be read any longer. */
	settle(): void;
}

/** Freeze what was planned. */
export function freeze(editions: string, publication: Publication): Frozen {
	recover(editions);
	const { entries, files, images = new Map(), removed = [], keyFile } = publication;
	if (entries.staff.length === 0 && entries.public.length === 0) return { undo() {}, settle() {} };
	const before = new Map(
		[...moved, ...files.keys()].map((file) => {
			const path = join(editions, file);
			return [path, existsSync(path) ? readFileSync(path, 'utf8') : undefined] as const;
		}),
	);
	for (const [file, text] of files) write(join(editions, file), text);
	for (const [name, from] of images) {
		mkdirSync(join(editions, dirname(mediaFile(name))), { recursive: true });
		copyFileSync(from, join(editions, mediaFile(name)));
	}
	for (const site of sites) {
		const { lines } = openRegister(editions, site);
		for (const entry of entries[site]) lines.push(appendEntry(lines, entry));
		const sealed = sealRegister(
			site,
			lines,
			openKeptRegister(editions, site, '9999'),
			openSigningKey(originOf(site), keyFile),
		);
		write(join(editions, coming(checkpointsFile(site))), sealed.checkpoints);
		write(join(editions, coming(keysFile(site))), sealed.keys);
		write(join(editions, coming(registerFile(site))), registerText(lines));
	}
	finish(editions);
	return {
		undo() {
			// The registers first: what they no longer name is nowhere.
			for (const [path, text] of before) {
				if (text === undefined) rmSync(path, { force: true });
				else write(path, text);
			}
		},
		settle() {
			for (const file of removed) rmSync(join(editions, file), { force: true });
		},
	};
}

/** Finish or undo what an earlier run left half done. */
export function recover(editions: string): void {
	if (!existsSync(join(editions, coming(last)))) {
		for (const file of moved) rmSync(join(editions, coming(file)), { force: true });
		return;
	}
	// The first is moved when all of them are there, so its absence says that they all were.
	if (existsSync(join(editions, coming(first)))) {
		for (const file of moved) rmSync(join(editions, coming(file)), { force: true });
	} else finish(editions);
}

function finish(editions: string): void {
	for (const file of moved)
		if (existsSync(join(editions, coming(file))))
			renameSync(join(editions, coming(file)), join(editions, file));
}

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(`${path}.tmp`, text);
	renameSync(`${path}.tmp`, path);
}
