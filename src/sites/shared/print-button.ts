/** Shows the buttons that print the page. Without scripts they stay hidden, and the browser’s own menu prints. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
	button.hidden = false;
	button.addEventListener('click', () => print());
}
