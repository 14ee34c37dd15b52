/**
 * Writing what was planned below `content/editions/`, in such an order that it is published as a whole or not at all:
 * texts first, which nothing names yet; then what both registers and the texts they name will be, under other names;
 * then those are moved into place. A run that was cut short between the last moves is finished by the next one.
 */
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
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
import { takenOut } from './retract.ts';
import { openSigningKey } from './signing.ts';
import { standingOf } from './standing.ts';
import { openRegister } from './store.ts';

const sites = ['public', 'staff'] as const;
/** Under which name a file waits, beside the registers. Ids hold no exclamation mark. */
const coming = (file: string) => `${file.replaceAll('/', '!')}${COMING}`;
const COMING = '.coming';

/** Both registers. That of staff is written and moved last: without it nothing happened. */
const registers = sites.flatMap((site) => [checkpointsFile(site), keysFile(site), registerFile(site)]);
const first = registers[0] ?? '';
const last = registers.at(-1) ?? '';

export interface Publication extends Pick<Plan, 'entries' | 'files'> {
	/** Images by their name in editions, and where they lie. */
	images?: ReadonlyMap<string, string>;
	/** The file of the key that signs; the demonstration key when absent. */
	keyFile?: string;
}

/** What was frozen, until it is known whether it could be released. */
export interface Frozen {
	/** Take it back, as if nothing had been published. */
	undo(): void;
	/** Remove what must not be read any longer: what this took out, and what a run that was cut short left. */
	settle(): void;
}

/** Freeze what was planned. */
export function freeze(editions: string, publication: Publication): Frozen {
	recover(editions);
	const { entries, files, images = new Map(), keyFile } = publication;
	const settle = () => removeTakenOut(editions);
	if (entries.staff.length === 0 && entries.public.length === 0) return { undo() {}, settle };
	const before = new Map(
		[...registers, ...files.keys()].map((file) => {
			const path = join(editions, file);
			return [path, existsSync(path) ? readFileSync(path, 'utf8') : undefined] as const;
		}),
	);
	const added = [...files.keys(), ...[...images.keys()].map(mediaFile)].filter(
		(file) => !existsSync(join(editions, file)),
	);
	try {
		for (const [file, text] of files) write(join(editions, added.includes(file) ? file : coming(file)), text);
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
	} catch (error) {
		// Nothing was moved yet, so only what is new has to go.
		recover(editions);
		for (const file of added) rmSync(join(editions, file), { force: true });
		throw error;
	}
	finish(editions);
	return {
		undo() {
			// The registers first: what they no longer name is nowhere.
			for (const [path, text] of before) {
				if (text === undefined) rmSync(path, { force: true });
				else write(path, text);
			}
			for (const file of added) rmSync(join(editions, file), { force: true });
		},
		settle,
	};
}

/** Finish or undo what an earlier run left half done. */
export function recover(editions: string): void {
	// The first is moved when all of them are there, so its absence beside the last says that they all were.
	if (existsSync(join(editions, coming(last))) && !existsSync(join(editions, coming(first))))
		finish(editions);
	if (!existsSync(editions)) return;
	for (const name of readdirSync(editions))
		if (name.endsWith(COMING) || name.endsWith(`${COMING}.tmp`))
			rmSync(join(editions, name), { force: true });
}

function finish(editions: string): void {
	const waiting = readdirSync(editions).filter((name) => name.endsWith(COMING));
	const between = waiting.filter((name) => name !== coming(first) && name !== coming(last));
	for (const name of [coming(first), ...between, coming(last)])
		if (existsSync(join(editions, name)))
			renameSync(join(editions, name), join(editions, name.slice(0, -COMING.length).replaceAll('!', '/')));
}

/** Remove every form of a text that the registers say was taken out. */
function removeTakenOut(editions: string): void {
	for (const site of sites)
		for (const document of standingOf(openRegister(editions, site).entries, '9999').values())
			for (const file of takenOut(document, site)) rmSync(join(editions, file), { force: true });
}

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	try {
		writeFileSync(`${path}.tmp`, text);
		renameSync(`${path}.tmp`, path);
	} catch (error) {
		rmSync(`${path}.tmp`, { force: true });
		throw error;
	}
}
