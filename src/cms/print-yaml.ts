/** Keys and values as a new file has them: one “key: value” a line, quotes where YAML needs them, lines never folded. */
import { stringify } from 'yaml';

export interface PrintStyle {
	/** Put every text in double quotes, on one line: for text that the boundary of front matter would refuse bare. */
	quoted?: boolean;
}

/** A group of keys or a list, each line moved to the right by `indent`, with a line break at the end. */
export function printBlock(value: unknown, indent = 0, { quoted = false }: PrintStyle = {}): string {
	const text = stringify(value, {
		version: '1.2',
		schema: 'core',
		lineWidth: 0,
		aliasDuplicateObjects: false,
		...(quoted && {
			defaultStringType: 'QUOTE_DOUBLE',
			defaultKeyType: 'PLAIN',
			doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
		}),
	});
	return text.replace(/^(?=.)/gm, ' '.repeat(indent));
}

/** What stands behind `key: `, where the key begins in column `indent`. */
export function printValue(value: unknown, indent: number, style: PrintStyle = {}): string {
	return printBlock({ k: value }, indent, style).trim().slice('k: '.length);
}
