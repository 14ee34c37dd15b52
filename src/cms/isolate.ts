/**
 * Finding what is broken in a text that the parser cannot read, so that the rest of it can be edited all the same.
 *
 * The text is cut where an empty line stands outside every component, and each piece is tried alone.
 */
import { outlineBody, type Part, type Stretch } from '../markup/index.ts';

/** The parts of a body, whether or not all of it can be read. What cannot is of kind `other`. */
export function partsOf(source: string): Part[] {
	return outlineBody(source) ?? together(source, pieces(source));
}

/** Read neighbours that are sound as one text, for a list may go on after an empty line. */
function together(source: string, stretches: readonly Stretch[]): Part[] {
	const parts: Part[] = [];
	let sound: Stretch[] = [];
	const flush = () => {
		const [first] = sound;
		const last = sound.at(-1);
		if (first && last) {
			parts.push(
				...(read(source, { from: first.from, to: last.to }) ??
					sound.flatMap((stretch) => read(source, stretch) ?? [])),
			);
		}
		sound = [];
	};
	for (const stretch of stretches) {
		if (read(source, stretch)) sound.push(stretch);
		else {
			flush();
			parts.push({ kind: 'other', ...stretch });
		}
	}
	flush();
	return parts;
}

function read(source: string, { from, to }: Stretch): Part[] | undefined {
	return outlineBody(source.slice(from, to))?.map((part): Part => {
		const moved = { ...part, from: part.from + from, to: part.to + from };
		if (moved.kind !== 'component' || !moved.content) return moved;
		return { ...moved, content: { from: moved.content.from + from, to: moved.content.to + from } };
	});
}

/** Stretches between empty lines; a component whose closing tag is found stays whole. */
function pieces(source: string): Stretch[] {
	const found: Stretch[] = [];
	let at = 0;
	let open: Stretch | undefined;
	let until = 0;
	for (const line of source.split('\n')) {
		const end = at + line.length;
		if (line.trim() === '' && at >= until) {
			if (open) found.push(open);
			open = undefined;
		} else if (line.trim() !== '' || open) {
			open = { from: open?.from ?? at, to: line.trim() === '' ? (open?.to ?? at) : end };
			if (at >= until) until = endOfComponent(source, at, line);
		}
		at = end + 1;
	}
	if (open) found.push(open);
	return found;
}

/** Where the component that a line opens is closed; the line itself where it opens none, or none that is closed. */
function endOfComponent(source: string, at: number, line: string): number {
	const name = /^<([A-Za-z][\w.]*)(?=[\s>])(?:[^>]*[^/>])?>\s*$/.exec(line)?.[1];
	if (!name) return at;
	const tags = new RegExp(`^<(/?)${name.replaceAll('.', '\\.')}(?=[\\s>])[^>]*>`, 'gm');
	tags.lastIndex = at;
	let depth = 0;
	for (const tag of source.matchAll(tags)) {
		if (tag.index < at) continue;
		if (!tag[1] && tag[0].endsWith('/>')) continue;
		depth += tag[1] ? -1 : 1;
		if (depth === 0) return tag.index + tag[0].length;
	}
	return at;
}
