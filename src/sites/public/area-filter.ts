/** Narrows the list of Areas while somebody types. Nothing leaves the page, and without scripts the list is whole. */
export {};

const box = document.querySelector<HTMLElement>('[data-filter]');
const input = box?.querySelector('input');
const status = box?.querySelector('[role=status]');
const areas = [...document.querySelectorAll<HTMLElement>('#areas > li')];

if (box && input && status) {
	box.hidden = false;
	input.addEventListener('input', () => {
		const wanted = plain(input.value).split(' ').filter(Boolean);
		for (const area of areas) area.hidden = !wanted.every((word) => plain(area.textContent).includes(word));
		const shown = areas.filter(({ hidden }) => !hidden).length;
		const message = shown === 0 ? box.dataset.none : box.dataset.count;
		status.textContent =
			wanted.length === 0
				? ''
				: (message ?? '').replace('{count}', `${shown}`).replace('{total}', `${areas.length}`);
	});
}

/** Small letters without accents. */
function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase();
}
