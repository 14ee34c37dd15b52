/**
 * A frozen document as one tree of normalised blocks: what decides whether its words have changed, and what is compared.
 *
 * Left out is what is not its words: owner, review, days of checking, where it is listed, and where its facts come from.
 */
import type { Block, Branch, Leaf } from './block.ts';
import { normalRuns } from './block.ts';
import type { DocumentView } from './edition.ts';
import { htmlBlocks } from './html-blocks.ts';

/** The root of a document; its blocks are `title`, `summary`, `helps-with`, `body`, `letter`, `applies-to`, `facts`. */
export type ContentTree = Branch & { kind: 'document' };

/**
 * The tree of a document in one language, as one site shows it. `languages` also marks what stands in it in another
 * language: that is for showing it, since the same words marked otherwise are the same words.
 */
export function contentTree(view: DocumentView, { languages = false } = {}): ContentTree {
	const { title, summary, html, letter, victimPage, appliesTo, facts } = view;
	const blocks: Block[] = [leaf('title', title), leaf('summary', summary)];
	if (victimPage) {
		blocks.push(
			branch('helps-with', victimPage.helpsWith.map(item), {
				sensitive: victimPage.sensitive ? 'yes' : 'no',
				...(victimPage.tabTitle !== undefined && { tab: victimPage.tabTitle }),
			}),
		);
	}
	blocks.push(branch('body', htmlBlocks(html, { languages })));
	if (letter) blocks.push(letterBlock(letter));
	blocks.push(
		branch(
			'applies-to',
			Object.entries(appliesTo)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.flatMap(([key, values]) =>
					values && values.length > 0 ? [branch(key, [...values].sort().map(item))] : [],
				),
		),
		branch(
			'facts',
			facts.map(({ type, id, name, verified, secondary }) =>
				leaf('fact', name, {
					type,
					id,
					...(!verified && { confirmed: 'no' }),
					...(secondary && { source: 'secondary' }),
				}),
			),
		),
	);
	return { kind: 'document', blocks };
}

function letterBlock({
	decisionType,
	channels,
	mustSay,
	placeholders,
}: NonNullable<DocumentView['letter']>): Branch {
	return branch(
		'letter',
		[
			branch('channels', channels.map(item)),
			branch('must-say', mustSay.map(item)),
			branch(
				'gaps',
				placeholders.map(({ name, type, label, hint, example, required, choices }) =>
					branch(
						'gap',
						[
							leaf('label', label),
							...(hint === undefined ? [] : [leaf('hint', hint)]),
							leaf('sample', example),
							...(choices ? [branch('choices', choices.map(item))] : []),
						],
						{ name, type, required: required ? 'yes' : 'no' },
					),
				),
			),
		],
		{ decision: decisionType },
	);
}

const item = (text: string): Leaf => leaf('item', text);

function leaf(kind: string, text: string, carried?: Record<string, string>): Leaf {
	return { kind, ...(carried && { with: carried }), words: normalRuns([{ text }]) };
}

function branch(kind: string, blocks: Block[], carried?: Record<string, string>): Branch {
	return { kind, ...(carried && { with: carried }), blocks };
}
