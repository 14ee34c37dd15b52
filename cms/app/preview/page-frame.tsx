/**
 * The page of a draft in a frame of its own: the site’s styles and no script, at the width or on the paper that its
 * readers have.
 */
import { useEffect, useRef, useState } from 'react';
import handbookStyles from '../../../src/sites/handbook/styles/handbook.scss?url';
import publicStyles from '../../../src/sites/public/styles/public.scss?url';
import { type Medium, showMedium } from './media-rules.ts';
import type { Preview, SiteShown } from './preview.ts';

const styles: Record<SiteShown, string> = { handbook: handbookStyles, public: publicStyles };

interface PageFrameProps {
	preview: Preview;
	medium: Medium;
	/** Files of images, each with where it is as far as it is loaded. */
	images: readonly [file: string, address: string][];
}

/** How a page names an image of the site. */
const ADDRESS = ' src="/media/';

/** The files of the images on a page. */
export function imagesIn(html: string): string[] {
	return [...html.matchAll(/ src="\/media\/([\w.-]+)"/g)].map(([, file = '']) => file);
}

export function PageFrame(props: PageFrameProps) {
	const [site = 'handbook'] = props.preview.sites;
	// Another site is another page.
	return <Frame key={site} site={site} {...props} />;
}

function Frame({ site, preview, medium, images }: PageFrameProps & { site: SiteShown }) {
	const frame = useRef<HTMLIFrameElement>(null);
	const [loaded, setLoaded] = useState(false);
	const [height, setHeight] = useState(600);
	const { html, language, direction } = preview;

	useEffect(() => {
		const page = frame.current?.contentDocument;
		if (!loaded || !page) return;
		page.documentElement.lang = language;
		page.documentElement.dir = direction;
		// Images are shown from what the editor has of them, drafts and uploads too.
		page.body.innerHTML = html.replaceAll(ADDRESS, ' data-media="');
		showMedium(page, medium);
		setHeight(heightOf(page));
	}, [loaded, html, language, direction, medium]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: new HTML has new images.
	useEffect(() => {
		for (const [file, address] of images) {
			const shown = frame.current?.contentDocument?.querySelectorAll<HTMLImageElement>(
				`img[data-media="${CSS.escape(file)}"]`,
			);
			for (const image of shown ?? []) image.src = address;
		}
	}, [loaded, html, String(images)]);

	useEffect(() => {
		const page = frame.current?.contentDocument;
		if (!loaded || !page) return;
		const grown = new ResizeObserver(() => setHeight(heightOf(page)));
		grown.observe(page.body);
		// The page leads nowhere from here.
		const stay = (event: MouseEvent) => {
			const link = (event.target as Element | null)?.closest?.('a');
			if (!link) return;
			event.preventDefault();
			const name = link.getAttribute('href')?.match(/#(.+)$/)?.[1];
			if (name) page.getElementById(name)?.scrollIntoView();
		};
		page.addEventListener('click', stay);
		return () => {
			grown.disconnect();
			page.removeEventListener('click', stay);
		};
	}, [loaded]);

	return (
		<iframe
			ref={frame}
			title="The page as its readers will see it"
			className={`preview-page preview-${medium}`}
			sandbox="allow-same-origin"
			srcDoc={skeleton(styles[site])}
			// A phone shows a part of the page at a time, with what keeps its place on the screen.
			style={medium === 'phone' ? undefined : { height }}
			onLoad={() => setLoaded(true)}
		/>
	);
}

/** The height of what stands on a page, however high its frame is. */
function heightOf(page: Document): number {
	const ends = [...page.body.children].map((child) => child.getBoundingClientRect().bottom);
	return Math.ceil(Math.max(200, ...ends) + (page.defaultView?.scrollY ?? 0)) + 16;
}

function skeleton(styles: string): string {
	const address = new URL(styles, location.href).href;
	return `<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="${address}"></head><body></body></html>`;
}
