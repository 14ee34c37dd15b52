/**
 * Shows the search box and hands its words to the page of results. The words travel in the name of the tab, which
 * that page empties as it reads it: never in the address, the history or any storage.
 */
export {};

for (const box of document.querySelectorAll<HTMLElement>('[data-search-box]')) {
	const form = box.querySelector('form');
	const input = box.querySelector('input');
	if (!form || !input) continue;
	box.querySelector('a')?.remove();
	form.hidden = false;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const words = input.value.trim();
		if (!words) return;
		form.reset();
		window.name = `search:${words}`;
		location.assign(box.dataset.searchBox ?? '');
	});
	input.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') form.reset();
	});
}

document.addEventListener('keydown', (event) => {
	const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
	if (key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented) return;
	if (
		target instanceof HTMLElement &&
		(target.isContentEditable || target.matches('input, textarea, select'))
	)
		return;
	const input = document.querySelector<HTMLInputElement>('[data-search-box] input');
	if (!input) return;
	event.preventDefault();
	input.focus();
});
