/** A miniature content tree: one thing of each kind a test needs, and ways to change it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseBody } from '../../src/markup/index.ts';
import { buildCatalogue, type Catalogue } from '../../src/model/catalogue.ts';
import { checkCatalogue } from '../../src/model/catalogue-issues.ts';
import { type Issue, sortIssues } from '../../src/model/issue.ts';
import { loadContent } from '../../src/model/load.ts';

/** Files by path below the content folder. */
export type Files = Record<string, string | Uint8Array | { link: string }>;

/** The moment the tests judge for, where they say no other. */
export const AT = '2026-11-23T09:00:00Z';

const evidence = (mark: string) => `evidence:
  mark: ${mark}
  source: Example source
  lastChecked: 2026-11-01
`;

/** The keys every document has, from line 2 of its file: code 2, title 3, owner 5, topics 6, stages 8, review 10. */
export function keys(code: string, { topics = 'help', more = '' } = {}): string {
	return `code: ${code}
title: Title of ${code}
summary: Summary of ${code}.
owner: owner
topics:
  - ${topics}
stages:
  - reporting
review:
  everyMonths: 6
  lastReviewed: 2026-10-31
  by: reader
  outcome: No change needed
changeNote:
  kind: major
  what: First edition.
  why: There was none.
${more}`;
}

export const page = (frontMatter: string, body = 'Text.') => `---\n${frontMatter}---\n\n${body}\n`;
export const guidance = (code: string, body?: string, more?: string) => page(keys(code, { more }), body);
/** Its own keys follow those of \`keys\`, from line 19. */
export const victimPage = (code: string, body?: string, more = '') =>
	page(keys(code, { more: `helpsWith:\n  - find help\nsensitive: false\nnextStep: VP-001\n${more}` }), body);
export const letter = (code: string, decisionType: string, more = '', body?: string) =>
	page(
		keys(code, {
			more: `decisionType: ${decisionType}\nchannels:\n  - letter\nplaceholders: []\nmustSay: []\n${more}`,
		}),
		body,
	);
export const passage = (audience: string, body?: string) =>
	page(`name: A passage\naudience: ${audience}\n`, body);
export const translation = (more = '', body = 'Testun.') =>
	page(`title: Teitl\nsummary: Crynodeb.\ntranslation:\n  state: machine-drafted\n${more}`, body);

export const timescale = (mark: string) => `name:
  en: First reply
length: 5
unit: working day
startsWhen:
  en: A letter arrives.
endsWhen:
  en: We have answered.
binds: police
entitlement: everybody
validFrom: 2024-01-01
${evidence(mark)}`;

export const organisation = (mark: string) => `name:
  en: Example Helpline
about:
  en: Listens.
phones: []
coverage: Wales
emergency: false
${evidence(mark)}`;

export const pilot = (to?: string, areas = '[]') => `name:
  en: Example pilot
summary: A trial.
from: 2025-01-01
${to ? `to: ${to}\n` : ''}areas: ${areas}
areasNotNamed: false
${evidence('primary')}`;

export const term = (audience: string) =>
	`term:\n  en: word\naudience: ${audience}\nplain:\n  en: What it means.\n`;
export const topic = (audience: string) =>
	`name:\n  en: Help\ndescription:\n  en: All help.\naudience: ${audience}\n`;
export const right = (number: number) =>
	`number: ${number}\ntitle:\n  en: A right\nplain:\n  en: What it means.\nleadProvider: Everybody\nwhatWeDo: Everything.\n${evidence('primary')}`;
export const media = (file: string, audience = 'public') =>
	`file: ${file}\nalt:\n  en: A court room\naudience: ${audience}\ncredit: Our own\n`;
export const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));

const base: Files = {
	'people/owner.yaml': 'name: Sam Example\nrole: Owner\nmay:\n  - edit\n',
	'people/reader.yaml': 'name: Alex Example\nrole: Reader\nmay:\n  - review\n',
	'topics/help.yaml': topic('public'),
	'topics/desk.yaml': topic('staff'),
	'rights/right-1.yaml': right(1),
	'timescales/first-reply.yaml': timescale('primary'),
	'organisations/helpline.yaml': organisation('secondary'),
	'pilots/trial.yaml': pilot(),
	'terms/bail.yaml': term('public'),
	'passages/emergency.en.mdx': passage('public'),
	'guidance/phone-calls.en.mdx': guidance('GD-001'),
	'victim-pages/help.en.mdx': victimPage('VP-001'),
	'letters/no-charge.en.mdx': letter('LT-001', 'not-to-charge'),
};

/** Write files into a new folder for as long as `use` runs. */
export function inFolder<T>(files: Files, use: (root: string) => T): T {
	const root = mkdtempSync(join(tmpdir(), 'content-'));
	try {
		for (const [file, content] of Object.entries(files)) {
			const path = join(root, file);
			mkdirSync(dirname(path), { recursive: true });
			if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
			else symlinkSync(content.link, path);
		}
		return use(root);
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

/** The miniature tree with some files more, or changed; `undefined` takes one away. */
export function miniature(changes: Record<string, Files[string] | undefined> = {}): Files {
	return Object.fromEntries(
		Object.entries({ ...base, ...changes }).filter(([, content]) => content !== undefined),
	) as Files;
}

/** Read the miniature tree, changed, as `npm run check` would. */
export function readMiniature(
	changes: Parameters<typeof miniature>[0] = {},
	at = AT,
): { catalogue: Catalogue; issues: Issue[] } {
	return inFolder(miniature(changes), (root) => {
		const { entries, unread, issues } = loadContent(root);
		const bodies = [...entries, ...unread].flatMap(({ body, file, type, language }) =>
			body ? [parseBody(body, { file, type, language })] : [],
		);
		const catalogue = buildCatalogue(
			entries,
			bodies.flatMap(({ references }) => references),
			unread,
		);
		return {
			catalogue,
			issues: sortIssues([
				...issues,
				...bodies.flatMap((body) => body.issues),
				...checkCatalogue(catalogue, at),
			]),
		};
	});
}

/** An issue on one line, as an editor reads it. */
export function inWords({ file, place, severity, message, fix }: Issue): string {
	return `${file}:${place.line}:${place.column} ${severity}: ${message}. ${fix}`;
}
