/**
 * Images as editions keep them: named by their bytes, so that an image drawn anew never changes a page of the past.
 */
import { readFileSync } from 'node:fs';
import type { DocumentView } from '../editions/index.ts';
import { sha256Hex } from '../model/canonical.ts';
import type { Images } from './images.ts';
import type { SiteInput } from './site-input.ts';

export interface FrozenImage {
	/** Its name in editions: `court-room.3f2a9c0b1d5e.png`. */
	name: string;
	/** Where its finished bytes lie. */
	file: string;
	hash: string;
}

/** The images of a site by the address they have in the working copy. */
export function frozenImages({ media }: SiteInput, { files }: Images): ReadonlyMap<string, FrozenImage> {
	return new Map(
		media.flatMap(({ id, path }) => {
			const file = files.get(id);
			if (!file) return [];
			const hash = sha256Hex(readFileSync(file));
			const ending = path.slice(path.lastIndexOf('.'));
			return [[path, { name: `${id}.${hash.slice(0, 12)}${ending}`, file, hash }] as const];
		}),
	);
}

/** A document with its images under the names that editions give them, and those images. */
export function withFrozenImages(
	view: DocumentView,
	images: ReadonlyMap<string, FrozenImage>,
): { view: DocumentView; shown: FrozenImage[] } {
	const shown: FrozenImage[] = [];
	const html = view.html.replace(/(<img\b[^>]*? src=")([^"]+)/g, (whole, before: string, path: string) => {
		const image = images.get(path);
		if (!image) return whole;
		shown.push(image);
		return `${before}/media/${image.name}`;
	});
	return { view: { ...view, html }, shown };
}
