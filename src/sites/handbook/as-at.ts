/** Shows what stood on the chosen day. The day and the question stand in the address, and in nothing else. */
import { type AsAtQuestion, asAt, asAtQuestions } from '../../editions/index.ts';
import { dayInWords } from '../../model/day-in-words.ts';
import { ask, type Engine } from '../../search/index.ts';
import { loadEditionsEngine, sawFailure } from '../shared/search-engine.ts';
import { showResult } from '../shared/search-result.ts';
import type { AsAtDocument } from './data/as-at.ts';

/** How long to wait for the next letter. */
const PAUSE = 250;
const labels = { exact: 'Exact match', withdrawn: 'Withdrawn', parts: 'Parts of the page' };

const box = document.querySelector<HTMLElement>('[data-as-at]');
const status = document.querySelector<HTMLElement>('[data-as-at-status]');

if (box && status) void start(box, status);

async function start(box: HTMLElement, status: HTMLElement): Promise<void> {
	const on = box.querySelector<HTMLInputElement>('[name=on]');
	const question = box.querySelector<HTMLSelectElement>('[name=question]');
	const words = box.querySelector<HTMLInputElement>('[name=words]');
	if (!on || !question || !words) return;
	const documents = await load();
	if (!documents) {
		status.textContent =
			'The list of editions could not be loaded. Try again, or open the history of a document: the edition to read is the last one on or before your day.';
		return;
	}

	const goOn = (to: string): boolean => {
		const [path = '', place = ''] = to.split('#');
		const document = documents.find((each) => each.path === path);
		const edition = document && asAt(document.editions, on.value, question.value as AsAtQuestion);
		if (edition)
			location.replace(`${addressOf(edition.path, on.value, question.value)}${place && `#${place}`}`);
		return edition !== undefined;
	};

	const sections = [...document.querySelectorAll<HTMLElement>('[data-as-at-type]')];
	const list = document.querySelector<HTMLElement>('[data-as-at-found]');
	let engine: Promise<Engine> | undefined;
	let turn = 0;

	const show = async (told: boolean) => {
		const mine = ++turn;
		const day = on.value;
		const asked = question.value as AsAtQuestion;
		for (const section of sections) section.hidden = true;
		list?.replaceChildren();
		if (day === '') {
			status.textContent = 'Choose a day.';
			return;
		}
		if (told)
			history.replaceState(
				null,
				'',
				`?${new URLSearchParams({ on: day, ...(asked === 'published' && { as: asked }) })}`,
			);
		const stood = documents.flatMap((each) => {
			const edition = asAt(each.editions, day, asked);
			return edition ? [{ ...each, edition }] : [];
		});
		const moment = `${asked === 'published' ? 'published by' : 'in force on'} ${dayInWords(day, 'en')}`;
		if (stood.length === 0) {
			status.textContent = `Nothing was ${moment}. Choose a later day.`;
			return;
		}
		const coming =
			day > (box.dataset.today ?? '') ? ' That day is still to come: later releases may change it.' : '';
		const typed = words.value.trim();
		if (typed === '') {
			for (const section of sections) {
				const items = stood
					.filter(({ type }) => type === section.dataset.asAtType)
					.map((each) => itemOf(each, day, asked));
				section.hidden = items.length === 0;
				section.querySelector('ul')?.replaceChildren(...items);
			}
			status.textContent = `${counted(stood.length, 'document', 'documents')} ${moment}.${coming}`;
			return;
		}
		status.textContent = 'Searching …';
		const paths = new Set(stood.map(({ edition }) => edition.path));
		try {
			engine ??= loadEditionsEngine((box.dataset.years ?? '').split(' '));
			const answer = await ask(await engine, { words: typed, language: 'en' });
			const results = await Promise.all(answer.results.map(({ load }) => load()));
			if (sawFailure()) throw new Error('The index could not be read');
			if (mine !== turn) return;
			const found = results.filter(({ url }) => paths.has(url));
			const inTime = (url: string) => {
				const [path = '', place] = url.split('#');
				return `${addressOf(path, day, asked)}${place === undefined ? '' : `#${place}`}`;
			};
			list?.replaceChildren(
				...found.map((result) =>
					showResult(
						{
							...result,
							url: inTime(result.url),
							parts: result.parts.map((part) => ({ ...part, url: inTime(part.url) })),
						},
						'en',
						labels,
					),
				),
			);
			status.textContent =
				found.length === 0
					? `Nothing ${moment} holds “${typed}”. Try fewer words, or empty the box to see all documents of that day.`
					: `${counted(found.length, 'result', 'results')} for “${typed}” in what was ${moment}.${coming}`;
		} catch (error) {
			console.warn(error);
			engine = undefined;
			sawFailure();
			if (mine === turn)
				status.textContent = 'Search could not be loaded. Empty the box to see all documents of that day.';
		}
	};

	const fromAddress = () => {
		const asked = new URLSearchParams(location.search);
		on.value = asked.get('on') ?? box.dataset.today ?? '';
		question.value = asAtQuestions.find((each) => each === asked.get('as')) ?? 'in force';
		const to = asked.get('to');
		if (to !== null && goOn(to)) return;
		void show(false);
		if (to !== null) status.prepend('That document had no edition then. ');
	};
	box.hidden = false;
	let pause: ReturnType<typeof setTimeout> | undefined;
	box.addEventListener('input', ({ target }) => {
		clearTimeout(pause);
		if (target === words) pause = setTimeout(() => void show(true), PAUSE);
		else void show(true);
	});
	addEventListener('popstate', fromAddress);
	fromAddress();
}

async function load(): Promise<AsAtDocument[] | undefined> {
	try {
		const answer = await fetch('/as-at/editions.json');
		return answer.ok ? ((await answer.json()) as AsAtDocument[]) : undefined;
	} catch {
		return undefined;
	}
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** A document as it stood, with the day in the address of its edition so that one stays in that time. */
function itemOf(
	{ code, edition, withdrawn }: AsAtDocument & { edition: AsAtDocument['editions'][number] },
	day: string,
	question: AsAtQuestion,
): HTMLLIElement {
	const item = document.createElement('li');
	const heading = document.createElement('p');
	heading.className = 'document-title';
	const shown = document.createElement('span');
	shown.className = 'code';
	shown.textContent = code;
	const link = document.createElement('a');
	link.href = addressOf(edition.path, day, question);
	link.textContent = edition.title;
	heading.append(shown, ' ', link);
	const facts = document.createElement('p');
	facts.className = 'document-facts';
	const parts = [
		`Edition ${edition.number}`,
		`published ${dayInWords(edition.published.slice(0, 10), 'en')}`,
		`in force from ${dayInWords(edition.inForceFrom, 'en')}`,
		...(edition.error ? ['published in error, its text is taken away'] : []),
		...(withdrawn && withdrawn.on <= day ? [`withdrawn on ${dayInWords(withdrawn.on, 'en')}`] : []),
	];
	facts.textContent = parts.join(' · ');
	item.append(heading, facts);
	return item;
}

function addressOf(path: string, day: string, question: string): string {
	return `${path}?${new URLSearchParams({ 'as-at': day, ...(question === 'published' && { as: question }) })}`;
}
