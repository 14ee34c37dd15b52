/** Buttons that copy a code, a link or a number. Clauses get one each, made here. */
export {};

const announce = document.querySelector('[data-announce]');

for (const anchor of document.querySelectorAll<HTMLAnchorElement>('.clause-anchor')) {
	const button = document.createElement('button');
	button.className = 'copy';
	button.type = 'button';
	button.dataset.copy = anchor.getAttribute('href') ?? '';
	button.dataset.copyAddress = '';
	const what = document.createElement('span');
	what.className = 'visually-hidden';
	what.textContent = ` to ${anchor.textContent}`;
	button.append('Copy link', what);
	anchor.parentElement?.append(' ', button);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
	if (!navigator.clipboard) break;
	button.hidden = false;
	button.addEventListener('click', async () => {
		const { copy = '', copyAddress } = button.dataset;
		try {
			await navigator.clipboard.writeText(
				copyAddress === undefined ? copy : new URL(copy, location.href).href,
			);
			say(button, 'Copied');
		} catch {
			say(button, 'Not copied: the browser does not allow it');
		}
	});
}

function say(button: HTMLButtonElement, words: string): void {
	const label = button.firstChild;
	const before = button.dataset.label ?? label?.textContent ?? '';
	button.dataset.label = before;
	if (announce) announce.textContent = words;
	if (label) label.textContent = words;
	setTimeout(() => {
		if (label) label.textContent = before;
		if (announce) announce.textContent = '';
	}, 2000);
}
