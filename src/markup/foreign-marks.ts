/** Marks of other writing systems, which would be printed to readers as they stand: call-outs and placeholders. */
import { PLACEHOLDER_NAME } from '../model/letter-template.ts';
import { placeholderName } from './placeholder-text.ts';

/** One such mark in a text, and what to write instead. */
export interface ForeignMark {
	index: number;
	rule: 'foreign-mark' | 'placeholder';
	message: string;
	fix: string;
}

/** `:::note`, `::: warning` and the `:::` that ends them; `[!NOTE]`. */
const CALL_OUT = /^[ \t]*(:{3,}[ \t]*([a-z][\w-]*)?|\[!([a-z]+)\])/i;
/** `:term[words]` in a sentence, `::map[words]` in a line of its own. */
const NAMED_WORDS = /(?<![\p{L}\p{N}:])::?([a-z][\w-]*)\[[^[\]\n]*\]/giu;
/** `{{name}}`, `[[name]]`, `<<name>>`. */
const OTHER_GAPS = /\{\{([^{}\n]{1,60})\}\}|\[\[([^[\]\n]{1,60})\]\]|<<([^<>\n]{1,60})>>/g;

const folded = /^(?:details|summary|collaps\w*|spoiler|accordion|expand\w*)$/i;
const kindOf = (name: string) =>
	/^(?:danger|error|safety|emergency)$/i.test(name)
		? 'safety'
		: /^(?:warn(?:ing)?|caution|attention|alert|important)$/i.test(name)
			? 'warning'
			: 'information';

/** Call-outs of other systems. `startsLine` says whether the text stands at the beginning of its line. */
export function foreignCallOuts(text: string, startsLine: boolean): ForeignMark[] {
	if (!text.includes(':') && !text.includes('[!')) return [];
	const found: ForeignMark[] = [];
	let from = 0;
	for (const line of text.split('\n')) {
		const [, written = '', ...names] = (from > 0 || startsLine ? CALL_OUT.exec(line) : null) ?? [];
		if (written !== '')
			found.push(callOut(from + line.indexOf(written), written.trim(), names.find(Boolean)));
		for (const { 0: words, 1: name = '', index } of line.matchAll(NAMED_WORDS))
			found.push({
				index: from + index,
				rule: 'foreign-mark',
				message: `Unexpected “${words.slice(0, 60)}”, expected ordinary words or one of our components`,
				fix: `Delete “:${name}” and the square brackets. A time limit, a term, a right or a link is put in with “Insert…”, in a file with a component such as <Term id="…">words</Term>.`,
			});
		from += line.length + 1;
	}
	return found;
}

function callOut(index: number, written: string, name = ''): ForeignMark {
	const component = folded.test(name) ? 'Details' : 'Notice';
	const attribute = component === 'Details' ? 'summary="…"' : `kind="${kindOf(name)}"`;
	const found = { index, rule: 'foreign-mark' } as const;
	if (name === '')
		return {
			...found,
			message: `Unexpected “${written}” at the beginning of a line, expected ordinary words`,
			fix: 'Delete it. What stands between two such lines is written into a block such as Notice.',
		};
	return {
		...found,
		message: `Unexpected “${written.slice(0, 60)}” at the beginning of a line, expected the component <${component}>`,
		fix: `Delete it and add a block, ${component}, with the words in it; in a file that is <${component} ${attribute}> … </${component}>, the tags on lines of their own.`,
	};
}

/** `[name]`, `{name}`, `<name>`, and none of those in two. */
const SINGLE_BRACKETS =
	/(?<!\[)\[([^[\]\n]{1,60})\](?!\])|(?<!\{)\{([^{}\n]{1,60})\}(?!\})|(?<!<)<([^<>\n]{1,60})>(?!>)/g;

/** Words in single brackets, each with the name a gap of these words would have. */
export function wordsInBrackets(text: string): { index: number; written: string; name: string }[] {
	return [...text.matchAll(SINGLE_BRACKETS)].map(({ 0: written, 1: square, 2: curly, 3: angled, index }) => ({
		index,
		written,
		name: nameIn(square ?? curly ?? angled ?? ''),
	}));
}

function nameIn(words: string): string {
	return placeholderName(words.replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/** Placeholders as other systems write them. */
export function foreignGaps(text: string): ForeignMark[] {
	return [...text.matchAll(OTHER_GAPS)].map(({ 0: written, 1: curly, 2: square, 3: angled, index }) => {
		const name = nameIn(curly ?? square ?? angled ?? '');
		const ours = `((${PLACEHOLDER_NAME.test(name) ? name : 'victim name'}))`;
		return {
			index,
			rule: 'placeholder',
			message: `Unexpected “${written}”, expected a placeholder written ${ours}`,
			fix: `Write ${ours}. The caseworker is asked for nothing else.`,
		};
	});
}
