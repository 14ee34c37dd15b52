/**
 * The YAML of front matter and data files, read as data: core types only, no tags, anchors or aliases, no
 * repeated keys. Every key keeps its place, so that an issue can point at it.
 */
import {
	isAlias,
	isCollection,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	parseDocument,
	visit,
} from 'yaml';
import { forbiddenCharacters, placeAt } from './gate.ts';
import type { Issue, Place } from './issue.ts';

export interface Keys {
	value: unknown;
	/** Where a key stands; the nearest enclosing key when it is absent. */
	locate(path: readonly PropertyKey[]): Place;
}

/** Far more than the longest letter needs, far less than it takes to keep the reader of YAML busy. */
const MOST_CHARACTERS = 64 * 1024;
/** Levels of keys and lists: no schema has more than half as many. */
const DEEPEST = 12;
/** An editor reads a few issues at a time. */
const MOST_ISSUES = 20;

/** Read keys. `firstLine` is the line of the file on which the YAML begins. */
export function readKeys(yaml: string, file: string, firstLine: number): { keys?: Keys; issues: Issue[] } {
	const issues: Issue[] = [];
	const placeOf = (offset: number): Place => {
		const { line, column } = placeAt(yaml, offset);
		return { line: line + firstLine - 1, column };
	};
	const report = (
		offset: number,
		rule: string,
		message: string,
		fix: string,
		path?: readonly PropertyKey[],
	) => {
		if (issues.length === MOST_ISSUES) return;
		const issue: Issue = { file, place: placeOf(offset), rule, severity: 'error', message, fix };
		if (path) keysOfPlaces.set(issue.place, path);
		const said = issues.some(
			({ place, message }) =>
				message === issue.message && place.line === issue.place.line && place.column === issue.place.column,
		);
		if (!said) issues.push(issue);
	};
	if (yaml.length > MOST_CHARACTERS) {
		report(
			0,
			'yaml',
			`Unexpected ${yaml.length} characters of keys, expected at most ${MOST_CHARACTERS}`,
			'Move long text into the body, or split the file.',
		);
		return { issues };
	}
	// A second document would be read by nobody, and a directive changes what words mean.
	const mark = /^(?:%|(?:---|\.\.\.)(?=\s|$)).*/m.exec(yaml);
	if (mark) {
		report(
			mark.index,
			'yaml',
			`Unexpected mark of YAML in “${mark[0].trim()}”, expected keys and their values`,
			'Delete the line.',
		);
		return { issues };
	}
	const document = parseDocument(yaml, {
		schema: 'core',
		version: '1.2',
		merge: false,
		// Judged below: the parser’s own way takes a minute for a file full of keys.
		uniqueKeys: false,
		strict: true,
		stringKeys: true,
		logLevel: 'silent',
	});
	const tooDeep = (offset: number) =>
		report(
			offset,
			'yaml-depth',
			'Unexpected lists in lists, expected one “key: value” a line',
			'Write lists with one item a line, each beginning with “- ”.',
		);

	/** What the gate refuses in a file may still come in as `\u202E` in double quotes; without a backslash it cannot. */
	const hasEscapes = yaml.includes('\\');
	const judgeText = (text: string, offset: number, path: readonly PropertyKey[]) => {
		const fix = 'Delete the backslash and the letters and digits that belong to it.';
		for (const { index, rule, message } of forbiddenCharacters(text))
			if (!yaml.includes(String.fromCodePoint(text.codePointAt(index) ?? 0)))
				report(offset, rule, message, fix, path);
		if (text.normalize('NFC') !== text && yaml.normalize('NFC') === yaml)
			report(
				offset,
				'normal-form',
				'Unexpected separate accent, expected one accented letter',
				`${fix} Type the letter with its accent.`,
				path,
			);
	};

	const outOfDepth = document.errors.find(
		({ code, message }) => code === 'RESOURCE_EXHAUSTION' || /call stack/.test(message),
	);
	if (outOfDepth) {
		tooDeep(outOfDepth.pos[0]);
		return { issues };
	}
	for (const error of [...document.errors, ...document.warnings]) {
		// Told below, in our words, with the place of the value.
		if (error.code === 'TAG_RESOLVE_FAILED') continue;
		const [message, fix] = inWords(error.code, error.message);
		report(error.pos[0], 'yaml', message, fix);
	}
	visit(document, {
		Map(_, map) {
			const seen = new Set<string>();
			for (const { key } of map.items) {
				const name = isScalar(key) ? String(key.value) : '';
				if (seen.has(name))
					report(
						(key as Node).range?.[0] ?? 0,
						'yaml',
						`Unexpected repeated key “${name}”, expected each key once`,
						'Delete one of the two.',
					);
				seen.add(name);
			}
		},
	});
	visit(document, {
		Node(_, node, path) {
			const offset = node.range?.[0] ?? 0;
			if (isAlias(node)) {
				report(
					offset,
					'yaml-alias',
					`Unexpected alias *${node.source}, expected the value itself`,
					'Write the value out.',
				);
				return undefined;
			}
			if (node.anchor)
				report(
					offset,
					'yaml-anchor',
					`Unexpected anchor &${node.anchor}, expected a plain value`,
					'Delete the anchor, or quote the value.',
				);
			if (node.tag)
				report(
					offset,
					'yaml-tag',
					`Unexpected tag ${node.tag.replace('tag:yaml.org,2002:', '!!')}, expected a plain value`,
					'Delete the tag that begins with an exclamation mark, or put the value in double quotes.',
				);
			if (hasEscapes && isScalar(node) && typeof node.value === 'string')
				judgeText(node.value, offset, keysAbove(path, node));
			if (path.length <= DEEPEST || path.filter(isCollection).length <= DEEPEST) return undefined;
			tooDeep(offset);
			return visit.BREAK;
		},
	});
	if (issues.length > 0) return { issues };
	if (!isMap(document.contents)) {
		report(
			0,
			'yaml',
			'Unexpected content, expected keys such as “title: …”',
			'Write one key a line, then a colon and its value.',
		);
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
						const pair = node.items.find(
							(item) => isScalar(item.key) && String(item.key.value) === String(key),
						) as Pair<Node, Node | null> | undefined;
						if (!pair) break;
						offset = pair.key.range?.[0] ?? offset;
						node = pair.value;
					} else if (isSeq(node)) {
						node = node.items[Number(key)] as Node | undefined;
						if (!node) break;
						offset = node.range?.[0] ?? offset;
					} else break;
				}
				const place = placeOf(offset);
				keysOfPlaces.set(place, path);
				return place;
			},
		},
	};
}

/**
 * The key that a place was looked up for. Readers of files need the line alone; the editor needs the field, which for
 * a missing key is not to be told from the line.
 */
export function keyOfPlace(place: Place): readonly PropertyKey[] | undefined {
	return keysOfPlaces.get(place);
}
const keysOfPlaces = new WeakMap<Place, readonly PropertyKey[]>();

/** The keys that lead to a node, from those that hold it. */
function keysAbove(path: readonly unknown[], node: unknown): PropertyKey[] {
	return [...path, node].flatMap((each, index, chain): PropertyKey[] => {
		if (isPair(each)) return isScalar(each.key) ? [String(each.key.value)] : [];
		return isSeq(each) ? [each.items.indexOf(chain[index + 1])] : [];
	});
}

/** The parser’s complaint in an editor’s words. */
function inWords(code: string, message: string): [message: string, fix: string] {
	// A list that is not closed is told of by the line below it.
	const known = /^Flow (?:sequence|map)/.test(message) ? complaints.MISSING_CHAR : complaints[code];
	if (known) return known;
	const [first = message] = message.split('\n');
	return [
		`Unexpected text in the keys, expected one “key: value” a line (${first.replace(/ at line \d+, column \d+:?$/, '')})`,
		'Put the value in double quotes, or correct the line.',
	];
}

const colon: [string, string] = [
	'Unexpected colon inside a value, expected one “key: value” a line',
	'Put the value in double quotes.',
];

const complaints: Record<string, [message: string, fix: string]> = {
	TAB_AS_INDENT: ['Unexpected tab, expected spaces', 'Indent with two spaces.'],
	MULTILINE_IMPLICIT_KEY: colon,
	BLOCK_AS_IMPLICIT_KEY: colon,
	BAD_INDENT: [
		'Unexpected indentation, expected keys of one level to line up',
		'Line the keys up with spaces.',
	],
	MISSING_CHAR: [
		'Unexpected end of a value, expected a colon, closing quote or bracket',
		'Put a colon after the key, or close the quote or bracket.',
	],
	BAD_SCALAR_START: [
		'Unexpected mark at the beginning of a value, expected a letter, a digit or a quote',
		'Put the value in double quotes.',
	],
	BAD_DQ_ESCAPE: [
		'Unexpected backslash in double quotes, expected plain text',
		'Write two backslashes, or put the value in single quotes.',
	],
	NON_STRING_KEY: ['Unexpected list or group as a key, expected a word and a colon', 'Write “key: value”.'],
	BLOCK_IN_FLOW: [
		'Unexpected line inside brackets, expected items with commas between',
		'Write lists with one item a line, each beginning with “- ”.',
	],
};
