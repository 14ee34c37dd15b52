/**
 * Keeps a reader in the day they chose: an edition opened with `?as-at=2026-05-01` says so, and its links to documents
 * lead to what stood on that day. A page of today never says that it is of another day, nor any page that it is of a day
 * that there is not.
 */
import { dayInWords } from '../../model/day-in-words.ts';

const asked = new URL(document.URL).searchParams;
const day = asked.get('as-at') ?? '';
const main = document.querySelector('main');

if (main && /\/editions\/\d+\/$/.test(location.pathname) && isDay(day)) {
	const published = asked.get('as') === 'published';
	const chosen = new URLSearchParams({ on: day, ...(published && { as: 'published' }) });
	const banner = document.createElement('p');
	banner.className = 'as-at-banner';
	banner.setAttribute('role', 'note');
	const words = document.createElement('strong');
	words.textContent = `You are reading the handbook as at ${dayInWords(day, 'en')}, ${published ? 'as published by then' : 'as in force then'}.`;
	const back = document.createElement('a');
	back.href = `/as-at/?${chosen}`;
	back.textContent = 'All documents of that day';
	const today = document.createElement('a');
	today.href = '/';
	today.textContent = 'The handbook today';
	banner.append(words, ' ', back, ' · ', today);
	main.prepend(banner);
	for (const link of main.querySelectorAll<HTMLAnchorElement>('a[href]')) {
		if (banner.contains(link) || link.closest('nav')) continue;
		const href = link.getAttribute('href') ?? '';
		if (!/^\/(?:standards|letters|guidance|victim-pages)\/[a-z0-9-]+\/(?:#.*)?$/.test(href)) continue;
		link.href = `/as-at/?${new URLSearchParams([...chosen, ['to', href]])}`;
	}
}

function isDay(text: string): boolean {
	const moment = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
}
