/**
 * The reader’s Area and role. Kept only in this browser; nothing is sent anywhere. What does not apply is marked in
 * words and goes to the end of its list. What names a pilot whose Areas are not known is left unmarked.
 */
export {};

interface Chosen {
	area: string;
	role: string;
}

const KEY = 'area and role';
const box = document.querySelector<HTMLDetailsElement>('[data-choice]');
const area = box?.querySelector<HTMLSelectElement>('[name=area]');
const role = box?.querySelector<HTMLSelectElement>('[name=role]');

if (box && area && role) {
	const pilotsOf = (option: HTMLOptionElement | undefined) => option?.dataset.pilots?.split(' ') ?? [];
	const known = new Set([...area.options].flatMap(pilotsOf));
	const places = new Map(
		[...document.querySelectorAll<HTMLElement>('[data-choosable] > li')].map((item, index) => [item, index]),
	);

	/** Whether something holds for the reader; undefined when it holds for everybody or nobody can tell. */
	const holds = (
		areas: string | undefined,
		pilots: string | undefined,
		roles: string | undefined,
	): boolean | undefined => {
		const answers: boolean[] = [];
		if (area.value && areas) answers.push(areas.split(' ').includes(area.value));
		const named = pilots?.split(' ').filter((pilot) => known.has(pilot)) ?? [];
		if (area.value && named.length > 0)
			answers.push(named.some((pilot) => pilotsOf(area.selectedOptions[0]).includes(pilot)));
		if (role.value && roles) answers.push(roles.split(' ').includes(role.value));
		return answers.length === 0 ? undefined : answers.every(Boolean);
	};

	const mark = (
		place: Element | null,
		answer: boolean | undefined,
		words = answer ? 'Applies to you' : 'Does not apply to you',
	) => {
		place?.querySelector(':scope > .verdict')?.remove();
		if (!place || answer === undefined) return;
		const verdict = document.createElement('strong');
		verdict.className = `verdict ${answer ? 'verdict-yes' : 'verdict-no'}`;
		verdict.textContent = words;
		place.append(' ', verdict);
	};

	const show = () => {
		const names = [area, role]
			.filter(({ value }) => value)
			.map(({ selectedOptions }) => selectedOptions[0]?.text);
		const now = box.querySelector('[data-choice-now]');
		if (now) now.textContent = names.length > 0 ? `: ${names.join(', ')}` : '';
		for (const element of document.querySelectorAll<HTMLElement>(
			'[data-when-area], [data-when-pilot], [data-when-role]',
		)) {
			const { whenArea, whenPilot, whenRole } = element.dataset;
			mark(element.querySelector('.when-label'), holds(whenArea, whenPilot, whenRole));
		}
		const answers = new Map<HTMLElement, boolean | undefined>();
		for (const element of document.querySelectorAll<HTMLElement>(
			'[data-areas], [data-pilots], [data-roles]',
		)) {
			if (element instanceof HTMLOptionElement) continue;
			const { areas, pilots, roles } = element.dataset;
			const answer = holds(areas, pilots, roles);
			answers.set(element, answer);
			element.classList.toggle('not-for-you', answer === false);
			mark(element.querySelector('[data-verdict], .document-title, h2'), answer);
		}
		for (const change of document.querySelectorAll<HTMLElement>('[data-act]')) {
			const yours = role.value !== '' && change.dataset.act?.split(' ').includes(role.value);
			mark(change.querySelector('.document-title'), yours || undefined, 'Your role must act');
		}
		for (const list of document.querySelectorAll('[data-choosable]')) {
			const rank = (item: HTMLElement) => (answers.get(item) === false ? 1 : 0);
			const items = [...list.children].filter((item): item is HTMLElement => item instanceof HTMLElement);
			items.sort((a, b) => rank(a) - rank(b) || (places.get(a) ?? 0) - (places.get(b) ?? 0));
			list.append(...items);
		}
	};

	const { area: savedArea, role: savedRole } = read();
	area.value = savedArea;
	role.value = savedRole;
	if (area.selectedIndex < 0) area.value = '';
	if (role.selectedIndex < 0) role.value = '';
	box.hidden = false;
	if (area.value || role.value) show();

	box.addEventListener('change', () => {
		write({ area: area.value, role: role.value });
		show();
	});
	box.addEventListener('keydown', ({ key }) => {
		if (key !== 'Escape' || !box.open) return;
		box.open = false;
		box.querySelector('summary')?.focus();
	});
	box.querySelector('[data-choice-clear]')?.addEventListener('click', () => {
		area.value = '';
		role.value = '';
		write({ area: '', role: '' });
		show();
	});
}

function read(): Chosen {
	try {
		const saved = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Chosen, unknown>>;
		const text = (value: unknown) => (typeof value === 'string' ? value : '');
		return { area: text(saved.area), role: text(saved.role) };
	} catch {
		return { area: '', role: '' };
	}
}

/** Where storage is switched off the choice holds for this page only. */
function write(chosen: Chosen): void {
	try {
		if (chosen.area || chosen.role) localStorage.setItem(KEY, JSON.stringify(chosen));
		else localStorage.removeItem(KEY);
	} catch {}
}
