/** Everything published, as the editor knows it: asked once, and again whenever something was published. */

import type { CatalogueAnswer } from '../../../src/cms/answers.ts';
import { type OpenData, openData } from '../../../src/cms/catalogue-data.ts';
import { get } from '../session/request.ts';
import { onReleaseEvent } from './releases.ts';

let answer: CatalogueAnswer | undefined;
let opened: OpenData | undefined;

/** Ask for it, and tell whenever it has changed. */
export async function followPublished(changed: (answer: CatalogueAnswer) => void): Promise<CatalogueAnswer> {
	const first = await get<CatalogueAnswer>('/api/catalogue');
	answer = first;
	onReleaseEvent(async (event) => {
		if (!('main' in event)) return;
		answer = await get<CatalogueAnswer>('/api/catalogue');
		opened = undefined;
		changed(answer);
	});
	return first;
}

/** Entries and references of what is published. */
export function published(): OpenData {
	opened ??= openData((answer ?? { entries: [], references: [] }) as Parameters<typeof openData>[0]);
	return opened;
}
