/** Says on paper on which day a document was printed. The page itself is the same every day. */
const place = document.querySelector('[data-printed-on]');
const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
addEventListener('beforeprint', () => {
	if (place) place.textContent = `Printed on ${inWords.format(new Date())}.`;
});
