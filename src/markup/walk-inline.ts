/** What stands in a sentence: text with its gaps, links, strong words, and components. */
import { forbiddenCharacters } from '../model/gate.ts';
import { judgeAddress } from './address.ts';
import { judgeElement } from './component-use.ts';
import { foreignCallOuts, foreignGaps, wordsInBrackets } from './foreign-marks.ts';
import { addressBelied } from './link-words.ts';
import { type MarkupNode, placeInText, type TextNode, wordsOf } from './node.ts';
import { cutAtGaps } from './placeholder-text.ts';
import { marksOf } from './text-place.ts';
import {
	checkCharacters,
	deeper,
	findPosition,
	type SourceNode,
	type Surroundings,
	sourceOf,
	sourceWords,
	type Walk,
} from './walk-state.ts';

/** What may stand in front of the first words of a line: marks of lists and quotes. */
const STARTS_LINE = /^[\s>*+\-\d.)]*$/;

export function inline(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	findPosition(node, walk);
	const at = walk.place(node);
	const children = node.children ?? [];
	switch (node.type) {
		case 'text':
			return text(node, around, walk);
		case 'inlineCode': {
			const value = node.value ?? '';
			checkCharacters(value, at, walk);
			if (walk.context.type === 'letter' && cutAtGaps(value).some(({ kind }) => kind !== 'words')) {
				walk.report(
					at,
					'placeholder',
					'Unexpected placeholder between backticks, expected it in plain words',
					'Delete the backticks around it.',
				);
			}
			return [{ kind: 'code', value, at }];
		}
		case 'break':
			return [{ kind: 'break', at }];
		case 'strong':
		case 'emphasis': {
			const inside = deeper(node, around, walk);
			return inside ? [{ kind: node.type, at, children: walk.words(children, inside) }] : [];
		}
		case 'link':
			return link(node, around, walk);
		case 'mdxJsxTextElement':
			return judgeElement(node, false, around, walk);
		case 'mdxTextExpression':
			return comment(node, walk);
		case 'image':
		case 'imageReference':
			walk.report(
				at,
				'image',
				'Unexpected image by its address, expected one by its id',
				'Write <Image id="…" /> on a line of its own, with the id of an image in the media folder.',
			);
			return [];
		case 'linkReference':
			walk.report(
				at,
				'definition',
				'Unexpected link by reference, expected the address in the link itself',
				'Write [words](https://…).',
			);
			return walk.words(children, around);
		case 'footnoteReference':
			walk.report(
				at,
				'footnote',
				'Unexpected mark of a footnote, expected the words in the text itself',
				'Put it in a sentence, or in <Details summary="…"> … </Details>.',
			);
			return [];
		case 'delete':
			walk.report(
				at,
				'strikethrough',
				'Unexpected crossed-out words, expected words that hold',
				'Delete the words, or the tildes around them. For the sign itself write &#126;.',
			);
			return [];
		case 'html':
			walk.report(
				at,
				'html',
				'Unexpected HTML, expected Markdown or one of our components',
				'Delete the tags.',
			);
			return [];
		default:
			walk.report(
				at,
				'unknown-mark',
				`Unexpected ${node.type}, expected ordinary Markdown or one of our components`,
				'Write it in plain words.',
			);
			return [];
	}
}

function text(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	const value = node.value ?? '';
	const at = walk.place(node);
	const { start, end } = node.position ?? {};
	const marks =
		start?.offset !== undefined && end?.offset !== undefined
			? marksOf(value, walk.body.source, start.offset, end.offset, at.line, at.column)
			: undefined;
	const whole: TextNode = marks ? { kind: 'text', value, at, marks } : { kind: 'text', value, at };
	for (const { index, rule, message, fix } of forbiddenCharacters(value))
		walk.report(placeInText(whole, index), rule, message, fix);
	const before = walk.lines[at.line - walk.body.firstLine]?.slice(0, at.column - 1) ?? '';
	const foreign = [
		...foreignCallOuts(value, STARTS_LINE.test(before)),
		...(walk.context.type === 'letter' ? foreignGaps(value) : []),
	];
	for (const { index, rule, message, fix } of foreign)
		walk.report(placeInText(whole, index), rule, message, fix);
	if (walk.context.type === 'letter')
		for (const { index, ...words } of wordsInBrackets(value))
			walk.bracketed.push({ ...words, place: placeInText(whole, index) });

	const pieces = cutAtGaps(value, around.brackets);
	if (pieces.every(({ kind }) => kind === 'words')) return [whole];
	if (walk.context.type !== 'letter') {
		for (const piece of pieces) {
			if (piece.kind === 'gap') {
				walk.report(
					placeInText(whole, piece.from),
					'placeholder',
					`Unexpected placeholder ${piece.written}, expected placeholders in letter templates only`,
					'Write the words themselves. To show how a placeholder is typed, put it between backticks.',
				);
			}
		}
		return [whole];
	}
	return pieces.map((piece): MarkupNode => {
		const place = placeInText(whole, piece.from);
		if (piece.kind === 'gap') {
			walk.placeholders.push({ name: piece.name, place });
			return { kind: 'placeholder', name: piece.name, at: place };
		}
		if (piece.kind === 'wrong') {
			const written = piece.written.replace(/\s+/g, ' ').trim();
			const splitFix =
				'Write the two opening brackets, the name and the two closing brackets together, without bold or other marks inside: ((victim name)). For ordinary brackets put a space between.';
			if (piece.why === 'name')
				walk.report(
					place,
					'placeholder',
					`Unexpected placeholder ${written}, expected a name of small letters, digits and single spaces, 40 at most`,
					'Write for example ((victim name)). For ordinary brackets put a space between.',
				);
			else if (piece.why === 'unclosed')
				walk.report(
					place,
					'placeholder',
					`Unexpected “${written}”, expected )) after the name of a placeholder`,
					splitFix,
				);
			else
				walk.report(
					place,
					'placeholder',
					`Unexpected “${written}”, expected (( before the name of a placeholder`,
					splitFix,
				);
		}
		return { kind: 'text', value: value.slice(piece.from, piece.to), at: place };
	});
}

function link(node: SourceNode, around: Surroundings, walk: Walk): MarkupNode[] {
	const { report } = walk;
	const at = walk.place(node);
	const href = node.url ?? '';
	if (!sourceOf(node, walk).startsWith('[')) {
		const written = sourceWords(node);
		report(
			at,
			'bare-address',
			`Unexpected bare address ${written}, expected a link with words`,
			`Write [the name of the page](${href.replace(/^http:/, 'https:')}).`,
		);
		return [];
	}
	if (around.inLink) {
		report(
			at,
			'link-in-link',
			'Unexpected link inside a link, expected one at a time',
			'Take one of the two out.',
		);
		return [];
	}
	if (node.title)
		report(
			at,
			'link-title',
			'Unexpected words after the address of the link, expected the address alone',
			'Delete the words in quotes. Say what matters in the sentence.',
		);
	const judged = judgeAddress(href);
	if (!judged.ok)
		report(at, 'address', `Unexpected ${judged.found}, expected ${judged.expected}`, judged.fix);
	const inside = deeper(node, around, walk);
	if (!inside) return [];
	const children = walk.words(node.children ?? [], { ...inside, inLink: true });
	const said = wordsOf(children);
	const belied = judged.ok ? addressBelied(said, href) : undefined;
	if (belied !== undefined)
		report(
			at,
			'link-deceives',
			`Unexpected words “${belied.slice(0, 60)}” of a link to ${href.slice(0, 60)}, expected words that say where it leads`,
			'Write the name of the page as the words of the link, or correct the address.',
		);
	if (said.trim() === '')
		report(
			at,
			'link-words',
			'Enter the words of the link',
			'Write what the reader finds there between the square brackets.',
		);
	return [{ kind: 'link', href, at, children }];
}

/** Whether curly brackets hold a note to other editors: a comment, with no code in it. */
export function isComment(node: SourceNode): boolean {
	const estree = node.data?.estree;
	return (
		estree !== undefined && estree !== null && estree.body.length === 0 && (node.value ?? '').trim() !== ''
	);
}

/** A comment has no code in it; anything else between curly brackets is refused. */
export function comment(node: SourceNode, walk: Walk): MarkupNode[] {
	if (!isComment(node)) {
		walk.report(
			walk.place(node),
			'expression',
			'Unexpected text between curly brackets, expected ordinary words',
			'Delete the brackets, or write &#123; for “{”. A note to other editors is written {/* like this */}, a placeholder of a letter ((victim name)).',
		);
	}
	return [];
}
