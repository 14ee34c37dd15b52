/**
 * Leaving quickly. One small script, run before anything of the page is shown.
 *
 * It works from the first byte of the body on, because it listens on the document: a press of an exit link, or
 * Shift three times within five seconds of each other, empties the page at once and goes to a neutral site. The
 * same press empties the other tabs of this site. Going back afterwards leads to the neutral site too, never to
 * the page that was left (exit-guard.ts).
 */
import { goneBackTo, rememberLeaving } from './exit-guard.ts';

const PRESSES = 3;
const TIME_ALLOWED = 5000;
const NEUTRAL_SITE = 'https://www.bbc.co.uk/weather';

const root = document.documentElement;
const otherTabs = 'BroadcastChannel' in window ? new BroadcastChannel('leave') : undefined;
let left = false;

if (goneBackTo()) leave();
otherTabs?.addEventListener('message', leave);

// The picture a browser keeps of a page for its Back button is taken blank, and shown again only when it may be.
addEventListener('pagehide', () => root.style.setProperty('visibility', 'hidden', 'important'));
addEventListener('pageshow', ({ persisted }) => {
	if (left || (persisted && goneBackTo(persisted))) leave();
	else root.style.removeProperty('visibility');
});

document.addEventListener('click', (event) => {
	if (!exitLink(event.target)) return;
	event.preventDefault();
	leaveEverywhere();
});

// A link that is announced as a button must answer to the space bar as a button does.
document.addEventListener('keydown', (event) => {
	if (event.key !== ' ' || exitLink(event.target)?.getAttribute('role') !== 'button') return;
	event.preventDefault();
	leaveEverywhere();
});

let presses = 0;
let lastKeyWasModified = false;
let timer: ReturnType<typeof setTimeout> | undefined;

document.addEventListener(
	'keyup',
	(event) => {
		// Shift that made a capital letter is not a press: the letter before it came up while Shift was down.
		if (event.key === 'Shift' && !lastKeyWasModified) {
			presses += 1;
			clearTimeout(timer);
			if (presses >= PRESSES) leaveEverywhere();
			else {
				timer = setTimeout(expire, TIME_ALLOWED);
				show(presses === 1 ? 'pressTwoMore' : 'pressOneMore');
			}
		} else if (presses > 0) expire();
		lastKeyWasModified = event.shiftKey;
	},
	true,
);

function expire(): void {
	clearTimeout(timer);
	presses = 0;
	show('expired');
	timer = setTimeout(() => {
		if (presses === 0) show();
	}, TIME_ALLOWED);
}

/** Says how many presses are left, in words for screen readers and in dots on the button. */
function show(message?: string): void {
	const box = document.querySelector<HTMLElement>('.govuk-exit-this-page');
	const status = box?.querySelector('[role=status]');
	if (status) status.textContent = (message && box?.dataset[message]) ?? '';
	const dots = box?.querySelector('.govuk-exit-this-page__indicator');
	dots?.classList.toggle('govuk-exit-this-page__indicator--visible', presses > 0);
	for (const [index, dot] of [...(dots?.children ?? [])].entries()) {
		dot.classList.toggle('govuk-exit-this-page__indicator-light--on', index < presses);
	}
}

function exitLink(target: EventTarget | null): Element | null | undefined {
	return target instanceof Element ? target.closest('a[data-exit]') : undefined;
}

function leaveEverywhere(): void {
	otherTabs?.postMessage('');
	leave();
}

/** Empties this page in one go, then goes. Without a connection the page stays empty. */
function leave(): void {
	left = true;
	root.style.setProperty('visibility', 'hidden', 'important');
	const loading = document.querySelector<HTMLElement>('.govuk-exit-this-page')?.dataset.leaving ?? '';
	stop();
	document.title = loading;
	window.name = '';
	for (const form of document.forms) form.reset();
	const overlay = document.createElement('div');
	overlay.setAttribute('role', 'alert');
	overlay.className = 'govuk-exit-this-page-overlay';
	overlay.style.visibility = 'visible';
	overlay.textContent = loading;
	document.body?.replaceChildren(overlay);
	rememberLeaving();
	location.replace(NEUTRAL_SITE);
}
