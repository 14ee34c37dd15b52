/** Building miniature sites: a workshop of its own for each file of tests, with the compiled pages of the product. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Emergency, Plan } from '../../src/editions/index.ts';
import { freeze } from '../../src/editions/publish.ts';
import { filesBelow } from '../../src/release/digest.ts';
import {
	hasErrors,
	openWorkshop,
	planPublication,
	type Release,
	type ReleaseOptions,
	release,
	type SiteName,
	type Workshop,
} from '../../src/release/index.ts';
import { AT, type Tree, writeTree } from './miniature.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Yard {
	/** Content, sites and whatever else a test writes. */
	folder: string;
	content: string;
	out: string;
	/** Work folder, below the product because compiled pages need its packages. */
	work: string;
	workshop: Workshop;
	/** Build what the tree holds; throws when it has errors. */
	build(
		tree: Tree,
		options?: {
			sites?: SiteName[];
			at?: string;
			out?: string;
			search?: boolean;
			documents?: ReleaseOptions['documents'];
		},
	): Promise<Release>;
	/** Publish what the tree holds beside what was published before, without building. Throws when anything stops it. */
	publish(tree: Tree, at: string, emergency?: Emergency): Promise<Plan['entries']>;
	close(): Promise<void>;
}

export function openYard(): Yard {
	const folder = mkdtempSync(join(tmpdir(), 'release-'));
	const work = workFolder();
	const workshop = openWorkshop(ROOT, work);
	const content = join(folder, 'content');
	const out = join(folder, 'dist');
	/** What was published stays, as it does in a repository. */
	const lay = (tree: Tree) => {
		const editions = join(content, 'editions');
		const kept = join(folder, 'editions');
		if (existsSync(editions)) renameSync(editions, kept);
		writeTree(content, tree);
		if (existsSync(kept)) renameSync(kept, editions);
	};
	return {
		folder,
		content,
		out,
		work,
		workshop,
		async build(
			tree,
			{ sites = ['public'] as SiteName[], at = AT, out: to = out, search, documents = 'working copy' } = {},
		) {
			lay(tree);
			const done = await release(workshop, { content, out: to, at, sites, search, documents });
			if (hasErrors(done.issues)) throw new Error(JSON.stringify(done.issues, undefined, '\t'));
			return done;
		},
		async publish(tree, at, emergency) {
			lay(tree);
			const { issues, plan, images } = await planPublication(workshop, {
				content,
				at,
				authorsOf: () => [],
				...(emergency && { emergency }),
			});
			if (!plan || plan.refusals.length > 0)
				throw new Error(JSON.stringify(plan?.refusals ?? issues, undefined, '\t'));
			freeze(join(content, 'editions'), { ...plan, images }).settle();
			return plan.entries;
		},
		async close() {
			await workshop.close();
			rmSync(folder, { recursive: true, force: true });
			rmSync(work, { recursive: true, force: true });
		},
	};
}

/** An empty work folder that already has the compiled pages. */
export function workFolder(): string {
	mkdirSync(join(ROOT, 'var'), { recursive: true });
	const work = mkdtempSync(join(ROOT, 'var', 'test-release-'));
	const compiled = join(ROOT, 'var', 'test-work', 'renderer');
	if (existsSync(compiled)) cpSync(compiled, join(work, 'renderer'), { recursive: true });
	return work;
}

/** Every file of a folder with the digest of its bytes. */
export function digestsOf(folder: string): Record<string, string> {
	return Object.fromEntries(
		filesBelow(folder).map((file) => [
			file,
			createHash('sha256')
				.update(readFileSync(join(folder, file)))
				.digest('hex'),
		]),
	);
}

/** The words of every file of a folder, whatever it is packed in, with its name. */
export function decoded(folder: string): { file: string; text: string }[] {
	return filesBelow(folder).map((file) => {
		const bytes = readFileSync(join(folder, file));
		const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
		return { file, text: `${file}\n${unpacked.toString('utf8')}\n${unpacked.toString('latin1')}` };
	});
}
