/**
 * Signs that people type as words and the parser reads as code: `<5`, `{name}`, a paragraph that begins “import”.
 *
 * They are written by reference (`&lt;`), for the rich editor drops backslashes; while somebody edits they are shown
 * as the signs themselves.
 */
import { componentDocs, outlineBody } from '../markup/index.ts';

const names = componentDocs.map(({ name }) => name).join('|');

/** What stands as it is: code between backticks, notes to editors, tags of our components. */
const CODE = '\\\\[`\\\\]|(?<!(?<!\\\\)`)(`+)(?!`)[\\s\\S]*?[^`]\\1(?!`)';
const NOTE = '\\{\\/\\*[\\s\\S]*?\\*\\/\\}';
const TAG = `<(?:\\/(?:${names})|(?:${names})(?:\\s+[\\w-]+="[^"]*")*\\s*\\/?)>`;

const references: Record<string, string> = { '<': '&lt;', '{': '&#123;', '}': '&#125;' };

/** Write such signs in Markdown by reference. Tags of our components and notes to editors stay. */
export function makeSafe(markdown: string): string {
	const text = markdown
		.replace(/^(import|export)(?= )/gm, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`)
		.replace(/^\+\+\+/gm, '&#43;++')
		.replace(/^-{3,}[^\S\n]*$/gm, '***')
		.replace(/^---/gm, '&#45;--');
	const safe = signs(text, `${CODE}|${NOTE}|${TAG}`);
	if (outlineBody(safe)) return safe;
	// A tag without its other half would take the rest of the text with it: it is no tag, but those of other lines are.
	return text
		.split('\n')
		.map((line) => {
			const kept = signs(line, `${CODE}|${NOTE}|${TAG}`);
			return outlineBody(kept.trim()) ? kept : signs(line, `${CODE}|${NOTE}`);
		})
		.join('\n');
}

function signs(text: string, kept: string): string {
	return text.replace(new RegExp(`${kept}|\\\\?[<{}]`, 'g'), (found) => {
		const sign = found.replace(/^\\/, '');
		return references[sign] ?? found;
	});
}

/** Show such signs as themselves, where they cannot be taken for anything else. The opposite of `makeSafe`. */
export function readable(markdown: string): string {
	return markdown.replace(new RegExp(`${CODE}|&lt;(?![/A-Za-z])|&#123;(?!/\\*)|&#125;`, 'g'), (found) => {
		if (found === '&lt;') return '<';
		if (found === '&#123;') return '{';
		return found === '&#125;' ? '}' : found;
	});
}
