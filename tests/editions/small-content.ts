/** A small content folder that a test publishes again and again: one of each type of document, two facts, two people. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type NewEntry, type Plan, type RegisterEntry, standingOf } from '../../src/editions/index.ts';
import { freeze, type Publication } from '../../src/editions/publish.ts';
import { openRegister } from '../../src/editions/store.ts';
import type { Issue } from '../../src/model/issue.ts';
import { loadContent } from '../../src/model/load.ts';
import { textHash } from '../../src/model/text-hash.ts';
import { openWorkshop, planPublication, type Workshop } from '../../src/release/index.ts';

type Keys = Record<string, unknown>;
export type Files = Record<string, string | undefined>;

const review = { everyMonths: 12, lastReviewed: '2026-01-05', by: 'reader', outcome: 'Read.' };
export const note = (what: string, more: Keys = {}) => ({ kind: 'minor', what, why: 'A reason.', ...more });

export function documentFile(keys: Keys, body: string): string {
	return `---\n${stringify(keys, { lineWidth: 0 })}---\n\n${body}\n`;
}

const shared = { owner: 'writer', topics: ['words'], stages: ['at-court'], review };
const evidence = { mark: 'primary', source: 'A made-up source', lastChecked: '2026-01-02' };

/** The files at first. */
export function smallFiles(): Record<string, string> {
	const page = (code: string, title: string, body: string, more: Keys = {}) =>
		documentFile(
			{ code, title, summary: `About ${title}.`, ...shared, changeNote: note('First edition.'), ...more },
			body,
		);
	return {
		'people/writer.yaml': stringify({ name: 'Sam Example', role: 'Writer of pages', may: ['edit'] }),
		'people/reader.yaml': stringify({
			name: 'Alex Example',
			role: 'Legal reader',
			may: ['review', 'approve'],
		}),
		'topics/words.yaml': stringify({
			name: { en: 'Words' },
			description: { en: 'About words.' },
			audience: 'public',
		}),
		'timescales/first-reply.yaml': stringify({
			name: { en: 'First reply' },
			length: 5,
			unit: 'working day',
			startsWhen: { en: 'It comes.' },
			endsWhen: { en: 'We reply.' },
			binds: 'prosecuting authority',
			entitlement: 'everybody',
			validFrom: '2025-01-01',
			evidence,
		}),
		'passages/kind-words.en.mdx': documentFile({ name: 'Kind words', audience: 'public' }, 'Be kind.'),
		'guidance/late-letters.en.mdx': page(
			'GD-001',
			'Late letters',
			'Reply within <Timescale id="first-reply" />. See <Link to="VCS-01" />.\n\n## What to say\n\n<Passage id="kind-words" />',
		),
		'standards/timeliness.en.mdx': page(
			'VCS-01',
			'Timeliness',
			'<Clause number="1" strength="must">\n\nYou must be on time.\n\n</Clause>',
		),
		'letters/apology.en.mdx': page('LT-001', 'Apology', 'Dear ((victim name)), sorry.', {
			decisionType: 'late-reply',
			channels: ['letter'],
			placeholders: [
				{ name: 'victim name', type: 'name', label: 'Name?', example: 'Sam Example', required: true },
			],
			mustSay: ['named-contact'],
		}),
		'victim-pages/what-we-do.en.mdx': page(
			'VP-001',
			'What we do',
			'We listen. Reply: <Timescale id="first-reply" />.',
			{ helpsWith: ['know us'], sensitive: false, nextStep: 'VP-001' },
		),
	};
}

/** Content that can be published. */
export interface SmallContent {
	folder: string;
	editions: string;
	/** Change files; undefined removes one. */
	write(files: Files): void;
	/** Change the keys of a file. */
	keys(file: string, change: (keys: Keys) => Keys): void;
	/** Replace words of a file, which must be there. */
	replace(file: string, from: string, to: string): void;
	/** Sign what has to be signed, as it is now. */
	sign(person?: string): void;
	/** What publishing would do. */
	plan(
		at: string,
		more?: Partial<Parameters<typeof planPublication>[1]>,
	): Promise<{ issues: Issue[]; plan: Plan }>;
	/** Publish, and fail when anything stops it. Gives what was recorded. */
	publish(at: string, more?: Partial<Parameters<typeof planPublication>[1]>): Promise<Plan['entries']>;
	/** Freeze something else. */
	freeze(publication: Publication): void;
	register(site: 'staff' | 'public'): RegisterEntry[];
	standing(code: string, site?: 'staff' | 'public', at?: string): ReturnType<typeof theStanding>;
	close(): Promise<void>;
}

export function openSmallContent(files: Files = {}): SmallContent {
	const folder = mkdtempSync(join(tmpdir(), 'editions-'));
	const root = join(import.meta.dirname, '..', '..');
	mkdirSync(join(root, 'var'), { recursive: true });
	const work = mkdtempSync(join(root, 'var', 'test-editions-'));
	const workshop: Workshop = openWorkshop(root, work);
	const editions = join(folder, 'editions');
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');
	const content: SmallContent = {
		folder,
		editions,
		write(changed) {
			for (const [file, text] of Object.entries(changed)) {
				if (text === undefined) rmSync(join(folder, file));
				else {
					mkdirSync(dirname(join(folder, file)), { recursive: true });
					writeFileSync(join(folder, file), text);
				}
			}
		},
		keys(file, change) {
			const text = read(file);
			const end = text.indexOf('\n---\n');
			if (end === -1) content.write({ [file]: stringify(change(parse(text) as Keys)) });
			else
				content.write({
					[file]: `---\n${stringify(change(parse(text.slice(4, end)) as Keys))}${text.slice(end + 1)}`,
				});
		},
		replace(file, from, to) {
			const text = read(file);
			if (!text.includes(from)) throw new Error(`${file} does not say “${from}”`);
			content.write({ [file]: text.replace(from, to) });
		},
		sign(person = 'reader') {
			const { entries } = loadContent(folder);
			for (const entry of entries.filter(({ type }) => type === 'standard' || type === 'letter')) {
				const hash = textHash({ data: entry.data, body: entry.body?.source ?? '' });
				const signOff = { role: 'approver', person, language: 'en', at: '2026-01-20T10:00:00Z', hash };
				content.keys(entry.file, (keys) => ({ ...keys, signOffs: [signOff] }));
			}
		},
		async plan(at, more = {}) {
			const { issues, plan } = await planPublication(workshop, {
				content: folder,
				at,
				authorsOf: () => [],
				...more,
			});
			if (!plan) throw new Error(JSON.stringify(issues, undefined, '\t'));
			return { issues, plan };
		},
		async publish(at, more) {
			const { plan } = await content.plan(at, more);
			if (plan.refusals.length > 0) throw new Error(JSON.stringify(plan.refusals, undefined, '\t'));
			content.freeze(plan);
			return plan.entries;
		},
		freeze(publication) {
			freeze(editions, publication).settle();
		},
		register: (site) => openRegister(editions, site).entries,
		standing: (code, site = 'staff', at = '9999') => theStanding(content.register(site), code, at),
		async close() {
			await workshop.close();
			rmSync(folder, { recursive: true, force: true });
			rmSync(work, { recursive: true, force: true });
		},
	};
	content.write({ ...smallFiles(), ...files });
	return content;
}

function theStanding(register: readonly RegisterEntry[], code: string, at: string) {
	const found = standingOf(register, at).get(code);
	if (!found) throw new Error(`${code} is not published`);
	return found;
}

/** What was recorded, in short: `edition GD-001/2`. */
export function inShort(entries: readonly NewEntry[]): string[] {
	return entries.map((entry) => {
		const number = 'number' in entry && entry.kind !== 'data' ? `/${entry.number}` : '';
		return `${entry.kind} ${entry.code}${number}`.trim();
	});
}

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
}
