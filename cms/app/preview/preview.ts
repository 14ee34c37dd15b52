/** What a draft will look like to its readers, as plain data: made in a worker, shown in the preview. */
import type { ReadDraft } from '../../../src/cms/read-draft.ts';
import { type Use, usesOf } from '../../../src/cms/uses.ts';
import { offenceGroups, staffRoles, victimGroups } from '../../../src/model/applies-to.ts';
import { type Channel, channelNames } from '../../../src/model/channel.ts';
import { isDocumentType } from '../../../src/model/collection.ts';
import type { ReferenceTarget } from '../../../src/model/field.ts';
import { direction, type Language } from '../../../src/model/language.ts';
import type { Answers, Question } from './cases.ts';
import { type DraftView, draftView, placeholdersIn, texts, words } from './draft-view.ts';
import { factPage, passagePage } from './fact-page.ts';
import { handbookPage } from './handbook-page.ts';
import type { Html } from './html.ts';
import { publicPage, tabTitle } from './public-page.ts';
import { draftRenderer } from './render-draft.ts';

export type SiteShown = 'handbook' | 'public';

/** What the editor wants to see. */
export interface Shown {
	file: string;
	site?: SiteShown;
	answers: Answers;
}

/** A choice the editor can make about the text. */
export interface Choice {
	name: string;
	label: string;
	options: { value: string; label: string }[];
}

export interface Preview {
	file: string;
	language: Language;
	direction: 'ltr' | 'rtl';
	/** The sites whose readers see it, the one shown first. */
	sites: SiteShown[];
	/** What stands inside the page’s body. */
	html: string;
	/** Of a victim page: what the browser’s tab shows. */
	tab?: string;
	/** The channel, and each case that changes the text. */
	choices: Choice[];
	/** The languages of the draft, with the file of each. */
	languages: { language: Language; file: string }[];
	/** Whether it is a page of its own; other things are shown within pages. */
	isDocument: boolean;
	/** Everything that mentions it. */
	uses: Use[];
}

/** The preview of one file of a draft; nothing when its name says nothing. */
export function previewOf(draft: ReadDraft, { file, site, answers }: Shown, at: string): Preview | undefined {
	const view = draftView(draft, file);
	if (!view) return undefined;
	const sites = sitesOf(view);
	const shown = site && sites.includes(site) ? site : (sites[0] ?? 'handbook');
	const renderer = draftRenderer(view, shown === 'public' ? 'public' : 'staff', at, answers);
	const { type, id, language, parsed } = view;
	const body = parsed ? renderer.render(parsed).html : '';
	return {
		file,
		language,
		direction: direction(language),
		sites: [shown, ...sites.filter((each) => each !== shown)],
		html: pageOf(view, shown, body, renderer, at).html,
		...(shown === 'public' && type === 'victim-page' && { tab: tabTitle(view) }),
		choices: choicesOf(view, renderer.questions()),
		languages: draft.files
			.filter(({ text }) => text !== undefined)
			.map((each) => ({ language: languageOf(each.file), file: each.file }))
			.filter((each) => each.file.startsWith(file.replace(/\.\w+\.mdx$|\.yaml$/, '.'))),
		isDocument: isDocumentType(type),
		uses: usesOf(
			view.catalogue,
			(isDocumentType(type) ? 'document' : type) as ReferenceTarget,
			isDocumentType(type) ? words(view.shared, 'code') : id,
		),
	};
}

function pageOf(
	view: DraftView,
	site: SiteShown,
	body: string,
	renderer: ReturnType<typeof draftRenderer>,
	at: string,
): Html {
	if (view.type === 'passage') return passagePage(body);
	if (!isDocumentType(view.type)) return factPage(view, renderer);
	return site === 'public' ? publicPage(view, body, renderer, at) : handbookPage(view, body, renderer, at);
}

/** Who reads it: a victim page is read on both sites, and so is what is for everybody. */
function sitesOf({ type, shared }: DraftView): SiteShown[] {
	if (type === 'victim-page') return ['public', 'handbook'];
	if (isDocumentType(type) || type === 'pilot' || type === 'person') return ['handbook'];
	return words(shared, 'audience') === 'staff' ? ['handbook'] : ['handbook', 'public'];
}

function languageOf(file: string): Language {
	return (/\.(\w+)\.mdx$/.exec(file)?.[1] ?? 'en') as Language;
}

/** The questions in an editor’s words. */
function choicesOf(view: DraftView, questions: readonly Question[]): Choice[] {
	const channels = texts(view.shared, 'channels') as Channel[];
	const channel: Choice[] =
		view.type === 'letter' && channels.length > 0
			? [
					{
						name: 'channel',
						label: 'Channel',
						options: [
							{ value: '', label: 'Every channel' },
							...channels.map((value) => ({ value, label: channelNames[value] ?? value })),
						],
					},
				]
			: [];
	return [...channel, ...questions.map((question) => choiceOf(view, question))];
}

function choiceOf(view: DraftView, { name, kind, value, answers }: Question): Choice {
	const gap = kind === 'placeholder' && placeholdersIn(view).find((each) => each.name === value);
	const all = gap
		? gap.type === 'yes or no'
			? ['yes', 'no']
			: (gap.choices ?? answers)
		: kind === 'placeholder'
			? answers
			: ['yes', 'no'];
	return {
		name,
		label: gap ? gap.label : labelOf(view, kind, value),
		options: [
			{ value: '', label: 'Show every case' },
			...all.map((each) => ({ value: each, label: each.charAt(0).toUpperCase() + each.slice(1) })),
		],
	};
}

function labelOf({ catalogue }: DraftView, kind: Question['kind'], value: string): string {
	switch (kind) {
		case 'pilot':
			return `In the pilot “${catalogue.get('pilot', value)?.data.name.en ?? value}”?`;
		case 'area':
			return `In ${catalogue.get('area', value)?.data.name.en ?? value}?`;
		case 'role':
			return `Is the reader a ${(staffRoles as Record<string, string>)[value] ?? value}?`;
		case 'offence':
			return `Is the crime “${(offenceGroups as Record<string, string>)[value] ?? value}”?`;
		case 'victim':
			return `Is the victim one of “${(victimGroups as Record<string, string>)[value] ?? value}”?`;
		case 'placeholder':
			return value;
	}
}
