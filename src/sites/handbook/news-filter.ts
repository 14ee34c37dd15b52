/**
 * Narrows “What is new” by role, Area and topic, and to what is new since the reader last looked. The moment of the
 * newest release read is kept in this browser alone.
 */
export {};

const KEY = 'news read until';
const box = document.querySelector<HTMLElement>('[data-news-filter]');
const status = box?.querySelector('[role=status]');

if (box && status) {
	const field = <T extends Element>(selector: string) => box.querySelector<T>(selector);
	const role = field<HTMLSelectElement>('[name=role]');
	const area = field<HTMLSelectElement>('[name=area]');
	const topic = field<HTMLSelectElement>('[name=topic]');
	const since = field<HTMLInputElement>('[name=since]');
	const items = [...document.querySelectorAll<HTMLElement>('.changes > li')];
	const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')];
	const words = (text = '') => text.split(' ').filter(Boolean);

	const concerns = ({ dataset }: HTMLElement): boolean => {
		const must = words(dataset.act);
		const roles = words(dataset.roles);
		const pilots = words(dataset.pilots);
		const areas = words(dataset.areas);
		const trials = words(area?.selectedOptions[0]?.dataset.pilots);
		const forRole =
			!role?.value ||
			(must.length === 0 && roles.length === 0) ||
			must.includes(role.value) ||
			roles.includes(role.value);
		const forArea =
			!area?.value ||
			((areas.length === 0 || areas.includes(area.value)) &&
				(pilots.length === 0 || pilots.some((pilot) => trials.includes(pilot))));
		const forTopic = !topic?.value || words(dataset.topics).includes(topic.value);
		const unread = !since?.checked || dataset.published === undefined || dataset.published > read();
		return forRole && forArea && forTopic && unread;
	};

	const show = () => {
		for (const item of items) item.hidden = !concerns(item);
		for (const group of groups) group.hidden = !group.querySelector('.changes > li:not([hidden])');
		const shown = items.filter(({ hidden }) => !hidden).length;
		status.textContent =
			shown === 0
				? since?.checked
					? 'Nothing is new since you last looked.'
					: 'Nothing is all of this. Choose another role, Area or topic.'
				: shown === items.length
					? ''
					: `${shown} of ${items.length} shown.`;
	};

	const offerSince = () => {
		const until = read();
		const label = field<HTMLElement>('[data-since]');
		const text = label?.querySelector('span');
		if (!label || !text || until === '') return;
		label.hidden = false;
		const day = new Date(until).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
		text.textContent = `Only since I last looked (release of ${day})`;
	};

	box.hidden = false;
	offerSince();
	box.addEventListener('change', show);
	field<HTMLButtonElement>('[data-read-all]')?.addEventListener('click', () => {
		write(box.dataset.newest ?? '');
		offerSince();
		show();
		if (!status.textContent) status.textContent = 'Marked as read, in this browser only.';
	});
}

function read(): string {
	try {
		return localStorage.getItem(KEY) ?? '';
	} catch {
		return '';
	}
}

/** Where storage is switched off, everything stays new. */
function write(moment: string): void {
	try {
		localStorage.setItem(KEY, moment);
	} catch {}
}
