/** Words of a pasted page as Markdown: bold, italics, links and breaks kept, every other sign as it reads. */
import { addressBelied, judgeAddress } from '../markup/index.ts';
import { makeSafe } from './safe-text.ts';

/** A stretch of words with the same marks. */
export interface Run {
	text: string;
	bold?: boolean;
	italic?: boolean;
	code?: boolean;
	/** Where it leads. */
	href?: string;
}

/** The text of a line break within a paragraph. */
export const BREAK = '\n';

/** Runs as Markdown. `breaks`: whether lines may be broken in it, as in a paragraph, or not, as in a heading. */
export function markdownOf(runs: readonly Run[], { breaks = true, marks = true } = {}): string {
	const tidy = collapse(runs).map((run) => ({
		...run,
		...(!breaks && { text: run.text.replaceAll(BREAK, ' ') }),
		...(!marks && { bold: false, italic: false }),
	}));
	const text = groups(tidy, ({ href }) => href ?? '')
		.map((group) => {
			const [{ href: written } = {}] = group;
			const said = group.map(({ text }) => text).join('');
			// Words that say another address than the link has are kept, and lead where they say.
			const href = written === undefined || addressBelied(said, written) ? undefined : written;
			const words = bold(group, href === undefined);
			return href === undefined || words.trim() === ''
				? words
				: around(words, (inner) => `[${inner}](${href})`);
		})
		.join('')
		// Before a link the sign would make an image of it.
		.replace(/!(?=\[)/g, '&#33;');
	return makeSafe(
		text
			.trim()
			.split(BREAK)
			.map((line) => atStart(line.trim()))
			.join('\\\n'),
	);
}

/** Words alone, to see whether there are any. */
export function wordsOf(runs: readonly Run[]): string {
	return runs
		.map(({ text }) => text)
		.join('')
		.trim();
}

/** The address of a pasted link that a page may have, or nothing. */
export function addressOf(written: string): string | undefined {
	const href = unwrapped(written.trim()).replace(/^http:/i, 'https:');
	if (href.startsWith('#')) return undefined;
	const address = href.replace(/[()\s]/g, (sign) =>
		encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
	);
	return judgeAddress(address).ok ? address : undefined;
}

/** Outlook wraps the addresses in mails in one of its own. */
function unwrapped(href: string): string {
	if (!/^https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\//i.test(href)) return href;
	return new URL(href).searchParams.get('url') ?? href;
}

function bold(runs: readonly Run[], links: boolean): string {
	return groups(runs, (run) => run.bold === true)
		.map((group) => {
			const words = italic(group, links);
			return group[0]?.bold ? eachLine(words, (inner) => `**${inner}**`) : words;
		})
		.join('');
}

function italic(runs: readonly Run[], links: boolean): string {
	return groups(runs, (run) => run.italic === true)
		.map((group) => {
			const words = group.map(({ text, code }) => (code ? codeOf(text, links) : plain(text, links))).join('');
			return group[0]?.italic ? eachLine(words, (inner) => `_${inner}_`) : words;
		})
		.join('');
}

function codeOf(text: string, links: boolean): string {
	return text.includes('`') ? plain(text, links) : around(text, (inner) => `\`${inner}\``);
}

/** Marks do not go over a line break, nor begin or end with a space. */
function eachLine(text: string, mark: (inner: string) => string): string {
	return text
		.split(BREAK)
		.map((line) => around(line, mark))
		.join(BREAK);
}

function around(text: string, mark: (inner: string) => string): string {
	const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
	return inner === '' ? text : `${before}${mark(inner)}${after}`;
}

/** Signs that Markdown would take for its own; bare addresses become links. */
function plain(text: string, links: boolean): string {
	const signs = (words: string) =>
		words
			.replace(/&(?=#?\w+;)/g, '&amp;')
			.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '&#92;')
			.replace(links ? /[*`[]/g : /[*`[\]]/g, (sign) => `\\${sign}`)
			.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
			.replaceAll('~', '&#126;');
	return text
		.split(ADDRESS)
		.map((part, index) => {
			if (index % 2 === 0 || !links) return signs(part);
			const href = addressOf(withScheme(part));
			// An address that no link may lead to would be made a link all the same, but for the marks of code.
			return href === undefined
				? codeOf(part, links)
				: `[${signs(part.replace(/^https?:\/\//i, ''))}](${href})`;
		})
		.join('');
}

function withScheme(address: string): string {
	if (address.includes('://')) return address;
	return /^www\./i.test(address) ? `https://${address}` : `mailto:${address}`;
}

const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>"“”`]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/i;

/** What would make of a line a list, a heading or a quote. */
function atStart(line: string): string {
	return line
		.replace(
			/^(\d{1,9})([.)])(?=\s|$)/,
			(_, number: string, sign: string) => `${number}&#${sign.charCodeAt(0)};`,
		)
		.replace(
			/^[-+](?=\s|$)|^#{1,6}(?=\s|$)|^>|^[=-]+$/,
			(found) => `&#${found.charCodeAt(0)};${found.slice(1)}`,
		);
}

/** Spaces as a page shows them: one between words, none around a break. */
function collapse(runs: readonly Run[]): Run[] {
	let space = true;
	return runs.flatMap((run) => {
		let text = '';
		for (const sign of visible(run.text)) {
			const blank = sign === ' ';
			if (blank && space) continue;
			if (sign === BREAK) text = text.trimEnd();
			text += sign;
			space = blank || sign === BREAK;
		}
		return text === '' ? [] : [{ ...run, text }];
	});
}

/** Characters that nobody sees are dropped; every space is a plain one. */
function visible(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\t]/g, ' ')
		.replace(/\p{Cc}/gu, (sign) => (sign === BREAK ? sign : ''))
		.replace(
			/\u034F|[\uFE00-\uFE0F]|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uE000-\uF8FF]/g,
			'',
		);
}

function groups<T>(items: readonly T[], key: (item: T) => unknown): T[][] {
	const found: T[][] = [];
	for (const item of items) {
		const last = found.at(-1);
		if (last?.[0] !== undefined && key(last[0]) === key(item)) last.push(item);
		else found.push([item]);
	}
	return found;
}
