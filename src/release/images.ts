/**
 * Images as a site may have them: drawn again from their pixels, so that nothing the camera or the editor wrote
 * into the file (place, time, name, an older picture) reaches a reader.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharp } from 'sharp';
import type { Catalogue } from '../model/catalogue.ts';
import type { Issue } from '../model/issue.ts';
import { digest } from './digest.ts';
import { writeWhole } from './work-folder.ts';

/** More pixels than any photograph needs; a small file can claim billions. */
const MOST_PIXELS = 50_000_000;
/** The longest side as served. */
const LONGEST_SIDE = 1600;
const ENCODING = {
	png: { compressionLevel: 9, adaptiveFiltering: true },
	webp: { quality: 85 },
	jpeg: { quality: 85 },
};

export interface Images {
	/** Where the finished image of each id lies. */
	files: ReadonlyMap<string, string>;
	/** Images that cannot be drawn. */
	issues: Issue[];
}

/** Draw every image of the content anew. What was drawn before is taken from the work folder. */
export async function drawImages(catalogue: Catalogue, content: string, work: string): Promise<Images> {
	const files = new Map<string, string>();
	const issues: Issue[] = [];
	for (const { id, data } of catalogue.all('media')) {
		const source = join(content, 'media', data.file);
		if (!existsSync(source)) continue;
		// Loaded where there is something to draw.
		const { default: sharp } = await import('sharp');
		const bytes = readFileSync(source);
		const kind = data.file.slice(data.file.lastIndexOf('.') + 1);
		const file = join(
			work,
			'images',
			`${digest(sharp.versions.sharp, JSON.stringify([LONGEST_SIDE, ENCODING]), kind, bytes)}.${kind}`,
		);
		try {
			if (!existsSync(file))
				writeWhole(file, await draw(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }), kind));
			files.set(id, file);
		} catch (error) {
			issues.push({
				file: `media/${data.file}`,
				place: { line: 1, column: 1 },
				rule: 'image',
				severity: 'error',
				...inWords(error),
			});
		}
	}
	return { files, issues };
}

async function draw(picture: Sharp, kind: string): Promise<Buffer> {
	const image = picture
		.autoOrient()
		.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
	if (kind === 'png') return image.png(ENCODING.png).toBuffer();
	if (kind === 'webp') return image.webp(ENCODING.webp).toBuffer();
	return image.jpeg(ENCODING.jpeg).toBuffer();
}

function inWords(error: unknown): Pick<Issue, 'message' | 'fix'> {
	const reason = error instanceof Error ? error.message : String(error);
	if (/pixel limit/i.test(reason)) {
		return {
			message: `Unexpected size of the image, expected at most ${MOST_PIXELS / 1e6} million pixels`,
			fix: 'Make the image smaller in an image program, and upload it again.',
		};
	}
	return {
		message: 'Unexpected content of the image, expected one that can be drawn',
		fix: 'Save the image again as PNG, JPEG or WebP in an image program, and upload it again.',
	};
}
