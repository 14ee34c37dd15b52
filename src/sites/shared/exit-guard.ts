/**
 * The guard of the Back button. Leaving sets one bit for this tab; a page that is then reached by Back, Forward,
 * reload or a restored session sends the reader to the neutral site instead of showing itself. Opening a page on
 * purpose, by its address or a link, clears the bit. It is the only thing the site ever stores.
 */
const FLAG = 'left';

/** Note that this tab was left. Where storage is switched off, leaving still works; only the guard does not. */
export function rememberLeaving(): void {
	try {
		sessionStorage.setItem(FLAG, '1');
	} catch {}
}

/** Whether this page was reached by going back to what was left. */
export function goneBackTo(restored = false): boolean {
	try {
		if (sessionStorage.getItem(FLAG) === null) return false;
		if (restored || arrival() !== 'navigate') return true;
		sessionStorage.removeItem(FLAG);
	} catch {}
	return false;
}

function arrival(): string {
	const [entry] = performance.getEntriesByType('navigation');
	return (entry as PerformanceNavigationTiming | undefined)?.type ?? 'navigate';
}
