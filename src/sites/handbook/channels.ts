/** Shows the text of a letter for one channel. Without scripts the text for every channel is shown, each part labelled. */
export {};

const box = document.querySelector<HTMLElement>('[data-channels]');
const select = box?.querySelector('select');
const status = box?.querySelector('[role=status]');

if (box && select && status) {
	const parts = [...document.querySelectorAll<HTMLElement>('[data-only-channel]')];
	box.hidden = false;
	select.addEventListener('change', () => {
		for (const part of parts)
			part.hidden =
				select.value !== '' && !(part.dataset.onlyChannel ?? '').split(' ').includes(select.value);
		for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
			const heading = document.getElementById(link.hash.slice(1));
			const item = link.parentElement;
			if (item) item.hidden = heading?.closest('[hidden]') !== null && heading !== null;
		}
		status.textContent = `The text for ${select.selectedOptions[0]?.text ?? ''} is shown.`;
	});
}
