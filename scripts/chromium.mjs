/** Where Chromium lies on this machine. */
import { existsSync } from 'node:fs';

const places = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of the first Chromium or Chrome found, CHROMIUM before all others; undefined when there is none. */
export function chromiumPath() {
	return places.find((path) => path && existsSync(path));
}

/**
 * The path of Debian’s Chromium without windows, which opens pages in two thirds of the processor time; undefined when
 * it is not there, or CHROMIUM names another.
 */
export function headlessShellPath() {
	const path = '/usr/bin/chromium-headless-shell';
	return !process.env.CHROMIUM && existsSync(path) ? path : undefined;
}
