/** Nothing on a page runs, loads, frames or sends anything but the site’s own files. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/release/digest.ts';
import { siteNames } from '../../src/release/index.ts';
import { all, type BuiltPage, builtPages, type Element, fileOn } from './built.ts';

/** What an element does that no page may do. */
function refused({ name, attributes, text }: Element): string[] {
	const found: string[] = [];
	const refuse = (is: boolean | undefined, what: string) => is && found.push(what);
	refuse(
		[
			'style',
			'iframe',
			'frame',
			'object',
			'embed',
			'applet',
			'base',
			'portal',
			'audio',
			'video',
			'meta-refresh',
		].includes(name),
		`<${name}>`,
	);
	refuse(
		name === 'script' && (attributes.src === undefined || text !== ''),
		'a script written into the page',
	);
	refuse(
		name === 'script' && attributes.type !== undefined && attributes.type !== 'module',
		`a script of type ${attributes.type}`,
	);
	refuse(
		name === 'meta' &&
			attributes['http-equiv'] !== undefined &&
			attributes['http-equiv'] !== 'Content-Security-Policy',
		`http-equiv ${attributes['http-equiv']}`,
	);
	refuse(
		name === 'link' && !['stylesheet', 'icon', 'alternate', 'modulepreload'].includes(attributes.rel ?? ''),
		`a link of kind ${attributes.rel}`,
	);
	for (const [key, value] of Object.entries(attributes)) {
		refuse(/^on/.test(key), `the handler ${key}`);
		refuse(
			[
				'style',
				'action',
				'formaction',
				'srcdoc',
				'srcset',
				'ping',
				'background',
				'integrity',
				'nonce',
				'target',
			].includes(key),
			`the attribute ${key}`,
		);
		refuse(/^\s*(?:javascript|vbscript|data|blob|file):/i.test(value), `${key}="${value.slice(0, 40)}"`);
	}
	const loads =
		attributes.src ?? (name === 'link' && attributes.rel !== 'alternate' ? attributes.href : undefined);
	refuse(loads !== undefined && !/^\/(?:assets\/|media\/|favicon\.svg$)/.test(loads), `loads ${loads}`);
	refuse(
		name === 'a' && /^https?:/.test(attributes.href ?? '') && !/\bnoreferrer\b/.test(attributes.rel ?? ''),
		`a link to ${attributes.href} that names this page`,
	);
	return found;
}

/** Data of the past: frozen texts, lists of editions, and what the server of the site is told of them. */
const OF_THE_PAST =
	/^(?:mementos\.json|redirects\.json|compare\/[A-Z]+-\d+\.json|(?:[\w-]+\/)+(?:editions\/\d+\.json|timemap\.(?:json|link))|register\/(?:register\.jsonl|editions\.json|(?:key|checkpoints?)\.txt|verify\.mjs)|as-at\/editions\.json|pagefind-editions\/\d{4}\/\d+\/.*)$/;
/** What feed readers follow. */
const FEED = /^(?:cy\/)?feeds\/[\w-]+\.(?:xml|json)$/;
/** The names that HTML gives to the languages in it and to old types of document: no address that is asked for. */
const NAMES = [
	'http://www.w3.org/1998/Math/MathML',
	'http://www.w3.org/1999/xhtml',
	'http://www.w3.org/1999/xlink',
	'http://www.w3.org/2000/svg',
	'http://www.w3.org/2000/xmlns/',
	'http://www.w3.org/XML/1998/namespace',
	'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd',
];

describe.each(siteNames)('the %s site', (site) => {
	const files = filesBelow(fileOn(site, ''));
	const textOf = (file: string) => readFileSync(fileOn(site, file), 'utf8');

	test('has no page that does what its policy forbids', () => {
		const found = builtPages(site).flatMap((page) =>
			page.elements.flatMap((element) => refused(element).map((what) => `${page.path}: ${what}`)),
		);
		expect(found).toEqual([]);
	});

	test('has no comment or address of a developer in a page', () => {
		const found = builtPages(site).filter(({ html }) =>
			/<!--|data-astro|localhost|127\.0\.0\.1|\/work\/|file:\/\//.test(html),
		);
		expect(found.map(({ path }) => path)).toEqual([]);
	});

	test('loads only scripts and styles that are there', () => {
		const loaded = (page: BuiltPage) =>
			page.elements.flatMap(({ name, attributes }) =>
				name === 'script'
					? (attributes.src ?? [])
					: attributes.rel === 'stylesheet'
						? (attributes.href ?? [])
						: [],
			);
		for (const page of builtPages(site)) {
			expect(
				loaded(page).filter((path) => !existsSync(fileOn(site, path))),
				page.path,
			).toEqual([]);
			expect(loaded(page).filter((path) => path.endsWith('.css')).length, page.path).toBeGreaterThan(0);
		}
	});

	test('has styles that load nothing: no font, no picture, no other style', () => {
		const styles = files.filter((file) => file.endsWith('.css') && !file.startsWith('pagefind/'));
		expect(styles).not.toEqual([]);
		for (const file of styles)
			expect(textOf(file).match(/@import|@font-face|url\(|expression\(/g), file).toBeNull();
	});

	test('has no font, manifest, worker, map or picture but its own', () => {
		const odd = files.filter(
			(file) =>
				!/^(?:assets\/[\w.-]+\.(?:js|css)|media\/[\w.-]+|pagefind\/.*|favicon\.svg|.*\.html|robots\.txt)$/.test(
					file,
				) &&
				!OF_THE_PAST.test(file) &&
				!FEED.test(file),
		);
		expect(odd).toEqual([]);
		expect(
			files.filter(
				(file) =>
					(/\.(?:woff2?|ttf|otf|webmanifest|map|ts|mjs)$/.test(file) && file !== 'register/verify.mjs') ||
					/(?:^|\/)\./.test(file),
			),
		).toEqual([]);
	});

	test('has scripts that store nothing lasting and name no other site', () => {
		const scripts = files.filter((file) => file.startsWith('assets/') && file.endsWith('.js'));
		const forbidden =
			/document\.cookie|indexedDB|serviceWorker|caches\.|sendBeacon|XMLHttpRequest|WebSocket|EventSource|\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|pushState|replaceState|location\.(?:hash|search)/g;
		for (const file of scripts) {
			const text = textOf(file);
			expect(text.match(forbidden), file).toBeNull();
			const stores = site === 'public' ? /localStorage/g : /sessionStorage/g;
			expect(text.match(stores), file).toBeNull();
			const sites = [...text.matchAll(/https?:\/\/[\w.-]+[\w./-]*/g)].map(([address]) => address);
			expect(
				sites.filter(
					(address) => !/^https:\/\/www\.bbc\.co\.uk(?:\/|$)/.test(address) && !NAMES.includes(address),
				),
				file,
			).toEqual([]);
		}
	});

	test('has an icon that is a drawing and nothing else, and no crest', () => {
		const icon = textOf('favicon.svg');
		expect(icon).not.toMatch(/<script|on\w+=|href|foreignObject|<style|<image/i);
		const crest = builtPages(site).filter((page) =>
			page.elements.some(
				({ name, attributes }) =>
					name !== 'main' &&
					/crest|crown-logo|masthead|gds-transport/i.test(
						`${attributes.class ?? ''} ${attributes.src ?? ''}`,
					),
			),
		);
		expect(crest.map(({ path }) => path)).toEqual([]);
	});

	test('has boxes that no browser remembers words of', () => {
		const found = builtPages(site).flatMap((page) =>
			all(page, 'input')
				.filter(({ attributes }) => ['text', 'search'].includes(attributes.type ?? 'text'))
				.filter(
					({ attributes }) =>
						attributes.autocomplete !== 'off' ||
						attributes.spellcheck !== 'false' ||
						attributes.name !== undefined,
				)
				.map(({ attributes }) => `${page.path}: ${JSON.stringify(attributes)}`),
		);
		expect(found).toEqual([]);
	});
});
