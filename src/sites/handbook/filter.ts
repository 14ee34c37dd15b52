/** Narrows a list of documents by stage and topic. Without scripts the list is whole, in groups. */
export {};

const box = document.querySelector<HTMLElement>('[data-filter]');
const status = box?.querySelector('[role=status]');

if (box && status) {
	const selects = [...box.querySelectorAll('select')];
	const items = [...document.querySelectorAll<HTMLElement>('.documents > li')];
	const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')];
	box.hidden = false;
	box.addEventListener('change', () => {
		for (const item of items) {
			item.hidden = !selects.every(
				({ name, value }) => !value || (item.dataset[name] ?? '').split(' ').includes(value),
			);
		}
		for (const group of groups) group.hidden = !group.querySelector('.documents > li:not([hidden])');
		const shown = items.filter(({ hidden }) => !hidden).length;
		status.textContent =
			shown === 0
				? 'Nothing is both. Choose another stage or topic.'
				: shown === items.length
					? ''
					: `${shown} of ${items.length} shown.`;
	});
}
