/**
 * What is wrong with the form that is open, and how its page looks: judged again after each pause in typing, of what
 * would be saved now.
 */
import { store } from 'decap-cms-core/dist/esm/redux';
import { useSyncExternalStore } from 'react';
import type { CatalogueData } from '../../../src/cms/catalogue-data.ts';
import type { DraftIssue } from '../../../src/cms/draft-issue.ts';
import type { Language } from '../../../src/model/language.ts';
import type { Preview, SiteShown } from '../preview/preview.ts';
import { type FormFiles, formFiles } from './draft-files.ts';
import type { FromJudge, ToJudge } from './judge-messages.ts';

export interface Judgement {
	/** Whether a form is open and has been judged. */
	ready: boolean;
	issues: readonly DraftIssue[];
	preview?: Preview;
	fault?: string;
}

/** Typing stops for this long before the form is judged. */
const PAUSE = 60;
const nothing: Judgement = { ready: false, issues: [] };

let worker: Worker | undefined;
let judgement = nothing;
let form: FormFiles | undefined;
let entry: unknown;
let wish: { language: Language; site?: SiteShown; answers: Record<string, string> } = fresh();
let sent = 0;
let answered = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Begin to judge whatever form is open, against what is published. */
export function startJudging(published: CatalogueData): void {
	worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' });
	worker.addEventListener('message', ({ data }: MessageEvent<FromJudge>) => hear(data));
	tell({ kind: 'published', data: published });
	store.subscribe(follow);
	follow();
}

/** Something was published: judge against it from now on. */
export function renewPublished(published: CatalogueData): void {
	tell({ kind: 'published', data: published });
	judgeSoon();
}

/** Show the preview in another language, for another site or in other cases. */
export function show(change: Partial<typeof wish>): void {
	wish = { ...wish, ...change };
	judgeNow();
}

export function shownNow(): typeof wish {
	return wish;
}

/** The judgement as it is now; the component is drawn again when it changes. */
export function useJudgement(): Judgement {
	return useSyncExternalStore(subscribe, () => judgement);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function follow(): void {
	const draft = store.getState().entryDraft.get('entry') as Map<string, unknown> | undefined;
	const now = draft?.get('data') ? draft : undefined;
	if (now === entry) return;
	const before = entry as Map<string, unknown> | undefined;
	entry = now;
	if (!now) {
		change(nothing);
		return;
	}
	if (before?.get('path') !== now.get('path') || before?.get('collection') !== now.get('collection')) {
		wish = fresh();
		change(nothing);
	}
	judgeSoon();
}

function fresh(): typeof wish {
	return { language: 'en', answers: {} };
}

function judgeSoon(): void {
	clearTimeout(timer);
	timer = setTimeout(judgeNow, PAUSE);
}

function judgeNow(): void {
	clearTimeout(timer);
	timer = undefined;
	// One at a time: what was typed meanwhile is judged when the answer is here.
	if (!entry || sent > answered) return;
	const { collections, config } = store.getState();
	const current = entry as Parameters<typeof formFiles>[0];
	form = formFiles(current, collections.get(String(current.get('collection'))), slugSettings(config));
	if (!form) return;
	judged = entry;
	wished = wish;
	const own = form.files.find(({ file }) => file.endsWith(`.${wish.language}.mdx`)) ?? form.files[0];
	const file = own?.file ?? '';
	sent++;
	tell({
		kind: 'draft',
		number: sent,
		files: form.files,
		at: new Date().toISOString(),
		shown: { file, ...(wish.site && { site: wish.site }), answers: wish.answers },
	});
}
let judged: unknown;
let wished = wish;

function hear({ number, issues, preview, fault }: FromJudge): void {
	// What was typed meanwhile is on its way; issues that no longer hold would only flicker.
	if (entry && judged === entry) {
		const { fault: _, ...rest } = judgement;
		change({
			...rest,
			ready: true,
			...(issues && { issues: [...(form?.issues ?? []), ...issues] }),
			...(preview && preview !== 'none' && { preview }),
			...(fault && { fault }),
		});
	}
	if (!preview) return;
	answered = number;
	if (entry !== judged || wish !== wished) judgeNow();
}

function change(next: Judgement): void {
	judgement = next;
	for (const listener of listeners) listener();
}

function tell(message: ToJudge): void {
	worker?.postMessage(message);
}

function slugSettings(config: unknown): unknown {
	return (config as { slug?: unknown }).slug;
}
