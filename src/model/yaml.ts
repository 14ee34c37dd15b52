/**
 * The YAML of front matter and data files, read as data: core types only, no tags, anchors or aliases, no
 * repeated keys. Every key keeps its place, so that an issue can point at it.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import type { Issue, Place } from './issue.ts';

export interface Keys {
	value: unknown;
	/** Where a key stands; the nearest enclosing key when it is absent. */
	locate(path: readonly PropertyKey[]): Place;
}

/** Read keys. `firstLine` is the line of the file on which the YAML begins. */
export function readKeys(yaml: string, file: string, firstLine: number): { keys?: Keys; issues: Issue[] } {
	const issues: Issue[] = [];
	const lineCounter = new LineCounter();
	const document = parseDocument(yaml, {
		lineCounter,
		schema: 'core',
		version: '1.2',
		merge: false,
		uniqueKeys: true,
		strict: true,
		stringKeys: true,
		logLevel: 'silent',
	});
	const placeOf = (offset: number): Place => {
		const { line, col } = lineCounter.linePos(offset);
		return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
	};
	const report = (offset: number, rule: string, message: string, fix: string) =>
		issues.push({ file, place: placeOf(offset), rule, severity: 'error', message, fix });

	for (const error of [...document.errors, ...document.warnings]) {
		const [message, fix] = inWords(error.code, error.message);
		report(error.pos[0], 'yaml', message, fix);
	}
	visit(document, {
		Node(_, node) {
			const offset = node.range?.[0] ?? 0;
			if (isAlias(node)) {
				report(offset, 'yaml-alias', `Unexpected alias *${node.source}, expected the value itself`, 'Write the value out.');
				return;
			}
			if (node.anchor) report(offset, 'yaml-anchor', `Unexpected anchor &${node.anchor}, expected a plain value`, 'Delete the anchor, or quote the value.');
			if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) report(offset, 'yaml-tag', `Unexpected tag ${node.tag}, expected a plain value`, 'Delete the tag, or quote the value.');
			else if (node.tag && node.srcToken && yaml.slice(offset - 40, offset + 1).match(/!\S*\s*$/)) {
				report(offset, 'yaml-tag', `Unexpected tag, expected a plain value`, 'Delete the tag that begins with an exclamation mark, or quote the value.');
			}
		},
	});
	if (issues.length > 0) return { issues };
	if (!isMap(document.contents)) {
		report(0, 'yaml', 'Unexpected content, expected keys such as “title: …”', 'Write one key a line, then a colon and its value.');
		return { issues };
	}
	return {
		issues,
		keys: {
			value: document.toJS(),
			locate(path) {
				let node: Node | null | undefined = document.contents;
				let offset = 0;
				for (const key of path) {
					if (isMap(node)) {
						const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) as
							| Pair<Node, Node | null>
							| undefined;
						if (!pair) break;
						offset = pair.key.range?.[0] ?? offset;
						node = pair.value;
					} else if (isSeq(node)) {
						node = node.items[Number(key)] as Node | undefined;
						if (!node) break;
						offset = node.range?.[0] ?? offset;
					} else break;
				}
				return placeOf(offset);
			},
		},
	};
}

/** The parser’s complaint in an editor’s words. */
function inWords(code: string, message: string): [message: string, fix: string] {
	if (code === 'DUPLICATE_KEY') return ['Unexpected repeated key, expected each key once', 'Delete one of the two.'];
	if (code === 'TAB_AS_INDENT') return ['Unexpected tab, expected spaces', 'Indent with two spaces.'];
	if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY')
		return ['Unexpected colon inside a value, expected one “key: value” a line', 'Put the value in double quotes.'];
	if (code === 'BAD_INDENT') return ['Unexpected indentation, expected keys of one level to line up', 'Line the keys up with spaces.'];
	if (code === 'MISSING_CHAR') return ['Unexpected end of a value, expected a closing quote or bracket', 'Close the quote or bracket.'];
	const [first = message] = message.split('\n');
	return [`Unexpected text in the keys: ${first.replace(/ at line \d+, column \d+:?$/, '')}`, 'Put the value in double quotes, or correct the line.'];
}
