/**
 * A component: one of the few marks an author may use besides ordinary Markdown.
 *
 * A component's file says everything about it: what it is for, its attributes, where it may stand, how it is
 * shown, and examples that are its tests and its documentation.
 */
import type { ElementContent } from 'hast';
import type { z } from 'zod';
import type { Audience } from '../model/audience.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { DocumentType, EntryType } from '../model/collection.ts';
import type { Entry } from '../model/entry.ts';
import type { Bilingual, ReferenceTarget } from '../model/field.ts';
import type { Issue, Place } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import type { Placeholder } from '../model/letter-template.ts';
import type { Words } from './element.ts';
import type { ComponentNode, MarkupNode } from './node.ts';
import type { Condition } from './parsed-body.ts';
import type { Rendered } from './render.ts';
import type { WordKey } from './words.ts';

/** Types of entry that have a body. */
export type BodyType = DocumentType | 'passage';

export interface Component {
	name: string;
	/** What it is for, in one sentence. */
	summary: string;
	/** Its attributes, each a text with label and hint. */
	props: z.ZodObject;
	/** Block: on lines of its own. Inline: within a sentence. */
	place: 'block' | 'inline' | 'either';
	/** What stands between its tags: nothing, words of a sentence, or whole paragraphs. An `either` has blocks when it is one. */
	content: 'nothing' | 'words' | 'words or nothing' | 'blocks';
	/** The types of document it may stand in; every type when absent. */
	types?: readonly BodyType[];
	/** Components that may stand inside on lines of their own. Inline ones may wherever words may. */
	holds?: readonly string[];
	/** Whether it stands by itself, never in a list, a quote or another component. */
	topLevel?: boolean;
	/** Whether headings may stand inside. */
	holdsHeadings?: boolean;
	/** Whether it may stand inside a link: only what prints no link of its own there. */
	inLinks?: boolean;
	/** Whether it makes a link of the words inside it. */
	linksWords?: boolean;
	/** The condition under which what is inside holds. */
	condition?(props: ComponentNode['props']): Omit<Condition, 'place'> | undefined;
	/** What the schema of its attributes cannot say. */
	check?(node: ComponentNode, use: Use): void;
	render(node: ComponentNode, page: Page): ElementContent[];
	examples: readonly Example[];
	refused: readonly Refusal[];
}

/** What a check may know and do. */
export interface Use {
	type: EntryType;
	language: Language;
	/** How many of this component came before, in this body. */
	before: number;
	report(at: Place, rule: string, message: string, fix: string, severity?: Issue['severity']): void;
}

/** What rendering may know and do. */
export interface Page {
	facts: Catalogue;
	site: Audience;
	language: Language;
	/** The reference code of the document. */
	code: string | undefined;
	/** How the day the page is for stands to another: -1 before it, 0 on it, 1 after it. What reads otherwise then is remembered. */
	compareToday(day: string): number;
	placeholders: readonly Placeholder[];
	/** Whether what is rendered stands inside a link, where no other link may. */
	insideLink: boolean;
	href(target: ReferenceTarget, id: string): string | undefined;
	/** A word of the interface, with its gaps filled: `word('right', { number: '6' })`. */
	word(key: WordKey, gaps?: Record<string, string>): string;
	/** The same around an element: the gap named in `inside` holds it. */
	wordAround(
		key: WordKey,
		inside: Record<string, ElementContent>,
		gaps?: Record<string, string>,
	): ElementContent[];
	/** A text of a fact in the language of the page, or in English and marked so. */
	inLanguage(text: Bilingual): Words;
	/** An English text, marked so on a page in another language. */
	inEnglish(text: string): Words;
	/** The entry that is mentioned; reports when it is missing or not for this site. */
	fact<T extends Exclude<ReferenceTarget, 'document'>>(
		type: T,
		id: string,
		node: ComponentNode,
	): Entry<T> | undefined;
	document(code: string, node: ComponentNode): Entry<DocumentType> | undefined;
	/** Record that words of a fact are on the page. */
	show(target: ReferenceTarget, id: string): void;
	addClause(clause: Rendered['clauses'][number]): void;
	report(at: Place, rule: string, message: string, fix: string, severity?: Issue['severity']): void;
	render(nodes: readonly MarkupNode[]): ElementContent[];
	renderInsideLink(nodes: readonly MarkupNode[]): ElementContent[];
	/** The numbers of the clauses of a standard; nothing when its body cannot be read. */
	clausesOf(standard: Entry): readonly string[] | undefined;
	/** The content of a passage, in the language of the page where there is one. */
	renderPassage(entry: Entry<'passage'>, node: ComponentNode): ElementContent[];
}

export interface Example {
	name: string;
	/** Where it is used; guidance when absent. */
	type?: BodyType;
	site?: Audience;
	language?: Language;
	source: string;
	html: string;
}

export interface Refusal {
	name: string;
	type?: BodyType;
	source: string;
	/** `line:column message` of every issue: those of the text itself, or else those of the facts it names. */
	issues: readonly string[];
}
