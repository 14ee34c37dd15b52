/** The pages of the built sites, parsed, for the tests that read them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { fileOf, type SiteInput, type SiteName } from '../../src/release/index.ts';
import { textsFrom } from '../../src/release/input-folder.ts';
import type { LoadText, PageInput, SearchRecord } from '../../src/release/site-input.ts';
import { pagesOf } from '../browser.ts';
import { BUILT, WORK } from '../build-sites.ts';

export interface Element {
	name: string;
	attributes: Record<string, string>;
	/** All words inside, with single spaces. */
	text: string;
	/** Names of the elements around it, outermost first. */
	inside: string[];
}

export interface BuiltPage {
	site: SiteName;
	path: string;
	html: string;
	/** Every element, in the order of the document. */
	elements: Element[];
}

const read = new Map<SiteName, BuiltPage[]>();

/** Every page of a built site. */
export function builtPages(site: SiteName): BuiltPage[] {
	let pages = read.get(site);
	if (!pages) {
		pages = pagesOf(BUILT, site).map((path) => {
			const html = readFileSync(fileOn(site, fileOf(path)), 'utf8');
			return { site, path, html, elements: [...elementsOf(parse(html), [])] };
		});
		read.set(site, pages);
	}
	return pages;
}

/** A page by its address. */
export function pageAt(site: SiteName, path: string): BuiltPage {
	const page = builtPages(site).find((each) => each.path === path);
	if (!page) throw new Error(`The ${site} site has no page ${path}`);
	return page;
}

/** Elements of a page with a name, or of all names that pass. */
export function all({ elements }: BuiltPage, name: string): Element[] {
	return elements.filter((element) => element.name === name);
}

/** Elements that carry a class. */
export function withClass({ elements }: BuiltPage, name: string): Element[] {
	return elements.filter(({ attributes }) => attributes.class?.split(/\s+/).includes(name));
}

/** What a site was built from. */
export function inputOf(site: SiteName): SiteInput {
	return JSON.parse(readFileSync(join(WORK, 'input', site, 'input.json'), 'utf8')) as SiteInput;
}

/** The texts that a site was built with. */
export function textsOf(site: SiteName): LoadText {
	return textsFrom(join(WORK, 'input', site));
}

/** What the search of today is to know of the pages that a site is asked for, by their addresses. */
export function recordsOf(pages: readonly PageInput[]): Map<string, SearchRecord> {
	return new Map(
		pages.flatMap(({ path, search }) =>
			search && !('past' in search) ? [[path, 'record' in search ? search.record() : search] as const] : [],
		),
	);
}

/** Where a file of a built site stands. */
export function fileOn(site: SiteName, file: string): string {
	return join(BUILT, site, file);
}

type Node = DefaultTreeAdapterTypes.ParentNode;

function* elementsOf(node: Node, inside: string[]): Generator<Element> {
	for (const child of node.childNodes) {
		if (!('tagName' in child)) continue;
		yield {
			name: child.tagName,
			attributes: Object.fromEntries(child.attrs.map(({ name, value }) => [name, value])),
			text: wordsIn(child).replace(/\s+/g, ' ').trim(),
			inside,
		};
		yield* elementsOf(child, [...inside, child.tagName]);
	}
}

function wordsIn(node: Node): string {
	return node.childNodes
		.map((child) => ('value' in child ? child.value : 'childNodes' in child ? wordsIn(child) : ''))
		.join('');
}
