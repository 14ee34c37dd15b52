/**
 * The reader’s Area and role. Kept only in this browser; nothing is sent anywhere. What does not apply is marked in
 * words, with the reason, and goes to the end of its list. What names a pilot whose Areas are not known is left unmarked.
 */
export {};

interface Verdict {
	answer: boolean;
	words: string;
}

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

	const namesOf = (select: HTMLSelectElement, ids: string[]) =>
		[...select.options].filter(({ value }) => value && ids.includes(value)).map(({ text }) => text);

	/**
	 * Whether something holds for the reader, and why; undefined when it holds for everybody or nobody can tell.
	 * A role that differs is a matter of whom it was written for: the thing itself may still concern the reader.
	 */
	const judge = (areas = '', pilots = '', roles = ''): Verdict | undefined => {
		const [named, tried, written] = [areas, pilots, roles].map((ids) => ids.split(' ').filter(Boolean)) as [
			string[],
			string[],
			string[],
		];
		const places: string[][] = [];
		if (area.value && named.length > 0) places.push(named);
		if (area.value && tried.length > 0 && tried.every((pilot) => known.has(pilot)))
			places.push(
				[...area.options]
					.filter((option) => pilotsOf(option).some((pilot) => tried.includes(pilot)))
					.map(({ value }) => value),
			);
		const elsewhere = places.find((ids) => !ids.includes(area.value));
		const roleDiffers = role.value !== '' && written.length > 0 && !written.includes(role.value);
		const roleNames = namesOf(role, written).join(', ');
		if (elsewhere) {
			const reasons = [`Applies in: ${namesOf(area, elsewhere).join(', ')}.`];
			if (roleDiffers) reasons.push(`Written for: ${roleNames}.`);
			return { answer: false, words: `Does not apply to you. ${reasons.join(' ')}` };
		}
		if (roleDiffers) return { answer: false, words: `Written for other roles: ${roleNames}` };
		const roleMeets = role.value !== '' && written.length > 0;
		if (places.length > 0)
			return { answer: true, words: roleMeets ? 'Applies to you' : 'Applies in your Area' };
		return roleMeets ? { answer: true, words: 'Written for your role' } : undefined;
	};

	const mark = (place: Element | null, verdict: Verdict | undefined) => {
		place?.querySelector(':scope > .verdict')?.remove();
		if (!place || !verdict) return;
		const shown = document.createElement('strong');
		shown.className = `verdict ${verdict.answer ? 'verdict-yes' : 'verdict-no'}`;
		shown.textContent = verdict.words;
		place.append(' ', shown);
	};

	/** An Area in a list of Areas is the reader’s own or it is not. */
	const ownArea = (verdict: Verdict | undefined): Verdict | undefined =>
		verdict?.answer ? { answer: true, words: 'Your Area' } : undefined;

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
			mark(element.querySelector('.when-label'), judge(whenArea, whenPilot, whenRole));
		}
		const answers = new Map<HTMLElement, boolean | undefined>();
		for (const element of document.querySelectorAll<HTMLElement>(
			'[data-areas], [data-pilots], [data-roles]',
		)) {
			if (element instanceof HTMLOptionElement) continue;
			const { areas, pilots, roles } = element.dataset;
			const verdict = judge(areas, pilots, roles);
			const isArea = element.dataset.ownArea !== undefined;
			answers.set(element, verdict?.answer);
			element.classList.toggle('not-for-you', verdict?.answer === false);
			mark(element.querySelector('[data-verdict], .document-title, h2'), isArea ? ownArea(verdict) : verdict);
		}
		for (const change of document.querySelectorAll<HTMLElement>('[data-act]')) {
			const yours = role.value !== '' && change.dataset.act?.split(' ').includes(role.value);
			mark(
				change.querySelector('.document-title'),
				yours ? { answer: true, words: 'Your role must act' } : undefined,
			);
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

	// Arrow keys change a select at every step: only a choice made by pointer or touch is known to be finished.
	let byKey = false;
	const close = () => {
		box.open = false;
		box.querySelector('summary')?.focus();
	};

	box.addEventListener('change', () => {
		write({ area: area.value, role: role.value });
		show();
		if (area.value && role.value && !byKey) close();
	});
	box.addEventListener('pointerdown', () => {
		byKey = false;
	});
	box.addEventListener('keydown', ({ key }) => {
		byKey = true;
		if (key === 'Escape' && box.open) close();
	});
	// It lies over the page: whoever goes on is done with it.
	document.addEventListener('pointerdown', ({ target }) => {
		if (target instanceof Node && !box.contains(target)) box.open = false;
	});
	box.addEventListener('focusout', ({ relatedTarget }) => {
		if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.open = false;
	});
	box.querySelector('[data-choice-done]')?.addEventListener('click', close);
	box.querySelector('[data-choice-clear]')?.addEventListener('click', () => {
		area.value = '';
		role.value = '';
		write({ area: '', role: '' });
		show();
		close();
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
