/**
 * A release: from a content folder to two finished sites, as of one moment.
 */
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { openKeptRegister } from '../editions/kept-register.ts';
import type { JudgedViews } from '../editions/store.ts';
import { createParser, type Parser } from '../markup/worker-pool.ts';
import type { Audience } from '../model/audience.ts';
import { type Issue, sortIssues } from '../model/issue.ts';
import { assembleSite } from './assemble.ts';
import { buildReserved, type SiteBuild } from './build-site.ts';
import { compileSites, isCompiling, type Renderer, type SiteName } from './compile.ts';
import { digest, digestOf } from './digest.ts';
import { inOperatorsWords } from './file-operations.ts';
import { publishedBy } from './histories.ts';
import { drawImages, type Images } from './images.ts';
import { type ImageFiles, imagesOfEditions, writeInput } from './input-folder.ts';
import { openStore, type Store, type StoreFile } from './packed-store.ts';
import { publishedInput } from './published-input.ts';
import { type JudgedContent, readContent } from './read-content.ts';
import { openRegisters, type Registers } from './registers.ts';
import type { Texts } from './rendered-body.ts';
import { whileReserved } from './site-folder.ts';
import type { SiteInput } from './site-input.ts';
import { withEditions } from './with-editions.ts';

/** The audience of each site. */
export const siteAudiences: Record<SiteName, Audience> = { handbook: 'staff', public: 'public' };
export const siteNames = Object.keys(siteAudiences) as SiteName[];

export interface Workshop {
	/** Folder of the product itself: its code, package.json and node_modules. */
	root: string;
	/** Folder for finished work; may be deleted at any time. */
	work: string;
	parser: Parser;
	parsed: Store;
	rendered: Store;
	/** Which frozen texts were found to hold nothing that a page may not show. */
	judged: Store;
	/** Which published editions were found to be what the register says, on their pages too. */
	verified: Store;
	/** End the workers, and close what was kept. */
	close(): Promise<void>;
}

/** Open what builds share: workers, the first of them perhaps started before, and the work already done by this version of the code. */
export function openWorkshop(root: string, work = join(root, 'var', 'work'), first?: Worker): Workshop {
	// What another Node reads may differ, with its tables of letters.
	const codeVersion = digest(
		process.version,
		digestOf(root, ['src/model', 'src/markup', 'src/editions', 'src/release', 'package-lock.json']),
	);
	const parser = createParser({ threads: () => (isCompiling() ? 1 : 2), ...(first && { first }) });
	const [parsed, rendered, judged, verified] = ['parsed', 'rendered', 'judged', 'verified'].map((kind) =>
		openStore(work, kind, codeVersion),
	) as [StoreFile, StoreFile, StoreFile, StoreFile];
	return {
		root,
		work,
		parser,
		parsed,
		rendered,
		judged,
		verified,
		async close() {
			await parser.close();
			for (const store of [parsed, rendered, judged, verified]) store.close();
		},
	};
}

export interface ReleaseOptions {
	/** Content folder. */
	content: string;
	/** Folder that `handbook/` and `public/` are written to. */
	out: string;
	/** The moment the release is for, in universal time. */
	at: string;
	/** What is shown: editions alone, or the working copy with what is not yet published. */
	documents: 'published' | 'working copy';
	/** Sites to build; both when absent. */
	sites?: readonly SiteName[];
	search?: boolean;
	/** Told of each step as it ends. */
	onStep?: (name: string, ms: number, detail: string) => void;
}

export interface Release {
	/** With errors among them, nothing was built. */
	issues: Issue[];
	sites: Partial<Record<SiteName, SiteBuild>>;
}

/** Judge all content for a moment, bodies rendered for both sites, without building anything. */
export async function judge(
	workshop: Workshop,
	content: string,
	at: string,
): Promise<{ judged: JudgedContent; issues: Issue[] }> {
	const judged = await readContent(content, { at, parser: workshop.parser, store: workshop.parsed });
	const found = [...judged.issues, ...(await drawImages(judged.catalogue, content, workshop.work)).issues];
	if (!hasErrors(found))
		for (const site of siteNames)
			found.push(...assembleSite(judged, siteAudiences[site], at, workshop.rendered).issues);
	return { judged, issues: withoutRepeats(found) };
}

/**
 * Build the sites. Content with errors builds nothing and leaves what was there. Throws at once when somebody else
 * builds them, or from the same work folder: the pages of one would be made of the input of the other.
 */
export function release(workshop: Workshop, options: ReleaseOptions): Promise<Release> {
	const { out, sites = siteNames } = options;
	return whileReserved([...sites.map((site) => join(out, site)), join(workshop.work, 'input')], () =>
		releaseReserved(workshop, options),
	).catch((problem) => {
		throw inOperatorsWords(problem);
	});
}

async function releaseReserved(workshop: Workshop, options: ReleaseOptions): Promise<Release> {
	const { out, sites = siteNames, search = true, onStep } = options;
	const start = performance.now();
	// The compiler is a process of its own, so the content is read meanwhile.
	const renderers = compileSites(workshop.root, workshop.work, sites).map(async (compiling, index) => {
		const renderer = await compiling;
		onStep?.(`${sites[index]}: compile`, performance.now() - start, renderer.version.slice(0, 12));
		return renderer;
	});
	// The content may have errors before it comes to what does not compile.
	for (const renderer of renderers) renderer.catch(() => {});
	const { issues, inputs } = await assembleInputs(workshop, sites, options);
	const finished: Release = { issues: withoutRepeats(issues), sites: {} };
	if (hasErrors(issues)) {
		await Promise.all(renderers);
		return finished;
	}
	const builds = await buildReserved(
		sites.map((site, index) => ({
			input: inputs[site] ?? '',
			out: join(out, site),
			renderer: renderers[index] as Promise<Renderer>,
			search,
		})),
	);
	for (const [index, site] of sites.entries()) {
		const build = builds[index] as SiteBuild;
		finished.sites[site] = build;
		for (const { name, ms } of build.steps) onStep?.(`${site}: ${name}`, ms, detailOf(name, build));
	}
	return finished;
}

/** Write the input folder of each site, unless there are errors. */
async function assembleInputs(
	workshop: Workshop,
	sites: readonly SiteName[],
	options: ReleaseOptions,
): Promise<{ issues: Issue[]; inputs: Partial<Record<SiteName, string>> }> {
	const registers = openRegisters(options.content);
	if (hasErrors(registers.issues)) return { issues: registers.issues, inputs: {} };
	return options.documents === 'published'
		? inputsOfEditions(workshop, sites, options, registers)
		: inputsOfContent(workshop, sites, options, registers);
}

/** From what was published, at its moment. */
function inputsOfEditions(
	workshop: Workshop,
	sites: readonly SiteName[],
	{ at, onStep }: ReleaseOptions,
	registers: Registers,
): { issues: Issue[]; inputs: Partial<Record<SiteName, string>> } {
	const inputs: Partial<Record<SiteName, string>> = {};
	for (const site of sites) {
		const start = performance.now();
		const audience = siteAudiences[site];
		const published = publishedInput(
			registers.folder,
			registers[audience],
			audience,
			at,
			judgedBefore(workshop),
		);
		const { input } = published;
		inputs[site] = placeInput(workshop, site, published, new Map(), registers, at);
		onStep?.(`${site}: assemble`, performance.now() - start, `${input.documents.length} documents`);
	}
	return { issues: [], inputs };
}

function judgedBefore({ judged }: Workshop): JudgedViews {
	return { has: (hash) => judged.get(hash) === true, add: (hash) => judged.set(hash, true) };
}

/** From the working copy, read and judged. */
async function inputsOfContent(
	workshop: Workshop,
	sites: readonly SiteName[],
	{ content, at, onStep }: ReleaseOptions,
	registers: Registers,
): Promise<{ issues: Issue[]; inputs: Partial<Record<SiteName, string>> }> {
	const start = performance.now();
	const judged = await readContent(content, { at, parser: workshop.parser, store: workshop.parsed });
	onStep?.(
		'read and check',
		performance.now() - start,
		`${judged.catalogue.entries.length} files, ${judged.parsed} parsed`,
	);
	const images = await drawImages(judged.catalogue, content, workshop.work);
	const issues = [...judged.issues, ...images.issues];
	const inputs: Partial<Record<SiteName, string>> = {};
	if (hasErrors(issues)) return { issues, inputs };
	for (const site of siteNames) {
		const startOfSite = performance.now();
		const audience = siteAudiences[site];
		const assembled = assembleSite(judged, audience, at, workshop.rendered);
		issues.push(...assembled.issues);
		if (sites.includes(site)) {
			const input = withEditions(assembled, registers, images);
			const { texts } = assembled;
			inputs[site] = placeInput(workshop, site, { input, texts }, servedImages(input, images), registers, at);
		}
		onStep?.(
			`${site}: assemble`,
			performance.now() - startOfSite,
			`${assembled.input.documents.length} documents, ${assembled.rendered} rendered`,
		);
	}
	return { issues, inputs };
}

/** Put the input of a site into its folder, with its texts, the editions of the site and their images. */
function placeInput(
	{ work }: Workshop,
	site: SiteName,
	{ input, texts }: { input: SiteInput; texts: Texts },
	images: ImageFiles,
	registers: Registers,
	at: string,
): string {
	const folder = join(work, 'input', site);
	const published = publishedBy(registers[siteAudiences[site]], at);
	const register = openKeptRegister(registers.folder, siteAudiences[site], at);
	const whole: SiteInput = register.register === '' ? input : { ...input, register };
	writeInput(folder, whole, texts, new Map([...imagesOfEditions(registers.folder, published), ...images]), {
		folder: registers.folder,
		published,
		site: siteAudiences[site],
	});
	return folder;
}

/** Where each image of a site is served, and where it lies. */
function servedImages({ media }: SiteInput, { files }: Images): ImageFiles {
	return new Map(
		media.flatMap(({ id, path }) => {
			const file = files.get(id);
			return file ? [[path, file] as const] : [];
		}),
	);
}

/** Whether anything here stops a build. */
export function hasErrors(issues: readonly Issue[]): boolean {
	return issues.some(({ severity }) => severity === 'error');
}

function detailOf(name: string, build: SiteBuild): string {
	if (name === 'pages') return `${build.pages} pages, ${build.rendered} rendered`;
	if (name === 'search') return build.indexed ? 'indexed' : 'unchanged';
	if (name === 'verify') return `${build.files} files, ${(build.bytes / 1e6).toFixed(1)} MB`;
	return '';
}

function withoutRepeats(issues: readonly Issue[]): Issue[] {
	return [...new Map(sortIssues(issues).map((issue) => [JSON.stringify(issue), issue])).values()];
}
