/** The working copy beside what was published: histories, the edition of each page, and where its words are not published. */
import { editionsOn, readableEditions, wordsOf } from '../editions/index.ts';
import { readRecord } from '../editions/store.ts';
import { canonicalJson, sha256Hex } from '../model/canonical.ts';
import type { Assembled } from './assemble.ts';
import { viewOf } from './document-view.ts';
import { frozenImages, withFrozenImages } from './frozen-images.ts';
import { editionInput, historiesOf, publishedBy } from './histories.ts';
import type { Images } from './images.ts';
import { movedAddresses } from './moved-addresses.ts';
import type { Registers } from './registers.ts';
import type { DocumentInput, SiteInput } from './site-input.ts';

/** The input of a site from the working copy, with what was published by its moment. */
export function withEditions(
	{ input, texts }: Pick<Assembled, 'input' | 'texts'>,
	registers: Registers,
	images: Images,
): SiteInput {
	const { site, at, today } = input;
	const published = publishedBy(registers[site], at);
	if (published.length === 0) return { ...input, documents: input.documents.map(withoutMentions) };
	const byCode = new Map(published.map((document) => [document.code, document]));
	// Records are kept with the parts that staff see, whatever the site.
	const recorded = new Map(publishedBy(registers.staff, at).map((document) => [document.code, document]));
	const codes = new Map(input.documents.map(({ path, code }) => [path, code]));
	const frozen = frozenImages(input, images);
	const isUnpublished = (document: DocumentInput): boolean => {
		const standing = recorded.get(document.code);
		const latest = standing && readableEditions(standing).at(-1);
		if (!standing || !latest) return true;
		// What is withdrawn stays as it was.
		if (standing.withdrawn && document.withdrawn) return false;
		const { view } = withFrozenImages(viewOf(document, texts), frozen);
		const shown = byCode.get(document.code);
		const last = shown && readableEditions(shown).at(-1);
		// The same to the letter, which is sooner seen than the same words.
		if (last?.parts.view[view.language] === sha256Hex(canonicalJson(view))) return false;
		const { words } = readRecord(registers.folder, standing, latest);
		const now = wordsOf({ [view.language]: view }, (path) => codes.get(path));
		return now[view.language] !== words[site]?.[view.language];
	};
	const shown = input.documents.filter(({ code }) => byCode.get(code)?.mergedInto === undefined);
	const taken = new Set(shown.map(({ path }) => path));
	return {
		...input,
		documents: shown.map((document): DocumentInput => {
			const standing = byCode.get(document.code);
			const { shown, coming } = standing ? editionsOn(standing, today) : {};
			return {
				...withoutMentions(document),
				...(standing && shown && { edition: editionInput(standing, shown, site, today) }),
				...(standing && coming && { coming: editionInput(standing, coming, site, today) }),
				...(isUnpublished(document) && { unpublished: true }),
			};
		}),
		histories: historiesOf(published, site, today),
		redirects: [
			...input.redirects,
			...movedAddresses(published, site).filter(({ from }) => !taken.has(from)),
		],
	};
}

/** Only what is frozen says what it mentions: the working copy is asked itself. */
function withoutMentions({ mentions, ...document }: DocumentInput): DocumentInput {
	return document;
}
