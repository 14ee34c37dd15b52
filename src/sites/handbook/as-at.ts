/** Shows what stood on the chosen day. The day and the question stand in the address, and in nothing else. */
import { type AsAtQuestion, asAt, asAtQuestions } from '../../editions/index.ts';
import { dayInWords } from '../../model/day-in-words.ts';
import type { AsAtDocument } from './data/as-at.ts';

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

	const show = (told: boolean) => {
		const day = on.value;
		const asked = question.value as AsAtQuestion;
		const valid = day !== '' && on.validity.valid;
		for (const section of document.querySelectorAll<HTMLElement>('[data-as-at-type]')) section.hidden = true;
		if (!valid) {
			status.textContent =
				day === '' ? 'Choose a day.' : 'Nothing had been published by that day. Choose a later one.';
			return;
		}
		if (told)
			history.replaceState(
				null,
				'',
				`?${new URLSearchParams({ on: day, ...(asked === 'published' && { as: asked }) })}`,
			);
		const wanted = words.value.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
		let count = 0;
		for (const section of document.querySelectorAll<HTMLElement>('[data-as-at-type]')) {
			const items = documents
				.filter(({ type }) => type === section.dataset.asAtType)
				.flatMap((each) => itemOf(each, day, asked, wanted));
			section.hidden = items.length === 0;
			section.querySelector('ul')?.replaceChildren(...items);
			count += items.length;
		}
		const what = asked === 'published' ? 'What had been published by' : 'What was in force on';
		const coming =
			day > (box.dataset.today ?? '') ? ' That day is still to come: later releases may change it.' : '';
		status.textContent = `${what} ${dayInWords(day, 'en')}: ${count} ${count === 1 ? 'document' : 'documents'}${wanted.length > 0 ? ' with these words' : ''}.${coming}`;
	};

	const fromAddress = () => {
		const asked = new URLSearchParams(location.search);
		on.value = asked.get('on') ?? box.dataset.today ?? '';
		question.value = asAtQuestions.find((each) => each === asked.get('as')) ?? 'in force';
		const to = asked.get('to');
		if (to !== null && goOn(to)) return;
		show(false);
		if (to !== null) status.prepend('That document had no edition then. ');
	};
	box.hidden = false;
	box.addEventListener('input', () => show(true));
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

/** A document as it stood, with the day in the address of its edition so that one stays in that time. */
function itemOf(
	{ code, editions, withdrawn }: AsAtDocument,
	day: string,
	question: AsAtQuestion,
	words: readonly string[],
): HTMLLIElement[] {
	const edition = asAt(editions, day, question);
	if (!edition) return [];
	const title = edition.title.toLocaleLowerCase('en');
	if (!words.every((word) => title.includes(word) || code.toLocaleLowerCase('en').includes(word))) return [];
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
	return [item];
}

function addressOf(path: string, day: string, question: string): string {
	return `${path}?${new URLSearchParams({ 'as-at': day, ...(question === 'published' && { as: question }) })}`;
}
