/** Where in a form a stretch of a file belongs, in the words of the form. */

import { nameOf } from '../../../src/model/read-text.ts';
import { labelOf } from '../entry/changed-keys.ts';
import type { Section } from './three-way.ts';

/** The name of the field that a line of a file belongs to; “Text” below the fields. */
export function fieldAt(path: string, base: string, at: number): string {
	const named = nameOf(path.replace(/^content\//, ''));
	const lines = base.split('\n');
	const end = path.endsWith('.mdx') ? lines.indexOf('---', 1) : lines.length;
	if (end === -1 || at > end) return 'Text';
	const key = lines
		.slice(0, at + 1)
		.map((line) => /^(\w+):/.exec(line)?.[1])
		.findLast((found) => found !== undefined);
	return key === undefined || 'issue' in named ? '' : labelOf(named.type, key);
}

/** Whether only sign-offs differ: they fall when the text changes, and nobody chooses that. */
export function isSignOffs({ theirs, yours }: Pick<Section, 'theirs' | 'yours'>): boolean {
	const lines = [...theirs, ...yours];
	return lines[0] === 'signOffs:' && lines.every((line) => /^(?:signOffs:|\s.*|)$/.test(line));
}
