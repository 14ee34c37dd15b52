/**
 * What an edition costs in the repository: bytes of its files as they lie there, and as git packs them once they are
 * committed release by release, as publishing does.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
	type RegisterEntry,
	recordFile,
	type Standing,
	standingOf,
	viewsFile,
} from '../../src/editions/index.ts';
import { openRegister } from '../../src/editions/store.ts';
import type { Audience } from '../../src/model/audience.ts';
import { filesBelow } from '../../src/release/digest.ts';

export interface Growth {
	releases: number;
	editions: number;
	/** Bytes of all files as they lie in the repository, by what they are. */
	files: Record<'registers' | 'sources' | 'texts' | 'renderings' | 'data' | 'images' | 'checkpoints', number>;
	/** Bytes of the packed repository of nothing but these files, after each release committed. */
	packed: number;
}

const sites: readonly Audience[] = ['staff', 'public'];

/** Measure the editions of a content folder. */
export function measureGrowth(content: string): Growth {
	const editions = join(content, 'editions');
	const entries = openRegister(editions, 'staff').entries;
	const files: Growth['files'] = {
		registers: 0,
		sources: 0,
		texts: 0,
		renderings: 0,
		data: 0,
		images: 0,
		checkpoints: 0,
	};
	for (const file of filesBelow(editions)) files[kindOf(file)] += statSync(join(editions, file)).size;
	const moments = [...new Set(entries.map(({ at }) => at))].sort();
	return {
		releases: moments.length,
		editions: entries.filter(({ kind }) => kind === 'edition').length,
		files,
		packed: packedBytes(editions, moments),
	};
}

/** The table of what was measured, in Markdown. */
export function growthInWords({ releases, editions, files, packed }: Growth): string {
	const all = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
	const each = (bytes: number) => `${(bytes / editions / 1000).toFixed(1)} kB`;
	return [
		`${editions} editions in ${releases} releases: ${(all / 1e6).toFixed(1)} MB of files, ${(packed / 1e6).toFixed(2)} MB as git packs them.`,
		'',
		'| for each edition | as it lies | packed |',
		'| --- | ---: | ---: |',
		...Object.entries(files).map(([name, bytes]) => `| ${name} | ${each(bytes)} | |`),
		`| **all** | **${each(all)}** | **${each(packed)}** |`,
	].join('\n');
}

function kindOf(file: string): keyof Growth['files'] {
	if (/^register\./.test(file)) return 'registers';
	if (/^(?:checkpoints|keys)\./.test(file)) return 'checkpoints';
	if (file.startsWith('data/')) return 'data';
	if (file.startsWith('media/')) return 'images';
	if (/\.r\d+\.\w+\.json$/.test(file)) return 'renderings';
	return /\/\d+\.json$/.test(file) ? 'sources' : 'texts';
}

/** Commit the files release by release into a repository of their own, and pack it as git does by itself. */
function packedBytes(editions: string, moments: readonly string[]): number {
	const folder = mkdtempSync(join(tmpdir(), 'growth-'));
	const git = (...args: string[]) =>
		execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', ...args], {
			cwd: folder,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
	try {
		git('init', '-q');
		for (const moment of moments) {
			for (const site of sites) placeRelease(editions, folder, site, moment);
			git('add', '-A');
			git('commit', '-q', '--allow-empty', '-m', moment);
		}
		for (const file of filesBelow(editions)) place(editions, folder, file);
		git('add', '-A');
		git('commit', '-q', '--allow-empty', '-m', 'The rest');
		git('gc', '-q');
		const [, kilobytes = '0'] = /^size-pack: (\d+)$/m.exec(git('count-objects', '-v')) ?? [];
		return Number(kilobytes) * 1024;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The register as it was after a release, and the texts that came with it. */
function placeRelease(editions: string, folder: string, site: Audience, moment: string): void {
	const { entries, lines } = openRegister(editions, site);
	const known = entries.filter(({ at }) => at <= moment).length;
	writeFileSync(
		join(folder, `register.${site}.jsonl`),
		lines
			.slice(0, known)
			.map((line) => `${line}\n`)
			.join(''),
	);
	const documents = standingOf(entries, moment);
	for (const entry of entries.filter(({ at }) => at === moment)) {
		for (const file of filesOf(entry, documents.get(entry.code), site)) place(editions, folder, file);
	}
}

function filesOf(entry: RegisterEntry, document: Standing | undefined, site: Audience): string[] {
	if (!document || (entry.kind !== 'edition' && entry.kind !== 'rendering')) return [];
	const views = viewsFile(document, entry.number, entry.kind === 'rendering' ? entry.rendering : 1, site);
	return entry.kind === 'edition' && site === 'staff' ? [recordFile(document, entry.number), views] : [views];
}

function place(from: string, to: string, file: string): void {
	if (!statSync(join(from, file), { throwIfNoEntry: false })) return;
	mkdirSync(dirname(join(to, file)), { recursive: true });
	copyFileSync(join(from, file), join(to, file));
}
