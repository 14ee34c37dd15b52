/** A made-up site as it is published: its register, its checkpoints, and the parts and page of each edition. */

import { frozenParts } from '../../src/editions/frozen-parts.ts';
import {
	type EditionPlace,
	editionMark,
	publishRegister,
	registerFiles,
} from '../../src/editions/published-register.ts';
import { readRegister, registerText } from '../../src/editions/register.ts';
import { addCheckpoint, openSigningKey, type SigningKey } from '../../src/editions/signing.ts';
import { standingOf } from '../../src/editions/standing.ts';
import { sampleView } from './sample-register.ts';

export const ORIGIN = 'victim-communication/handbook';

/** Published files by path. */
export type Files = Record<string, string>;

/**
 * The site that publishes these lines, with a checkpoint after each number of lines. Editions show their sample words,
 * or those that `words` has for “code number”.
 */
export function sampleSite(
	lines: readonly string[],
	sizes: readonly number[] = [lines.length],
	{
		words = {},
		key = openSigningKey(ORIGIN, undefined),
	}: { words?: Record<string, string>; key?: SigningKey } = {},
): Files {
	const files: Files = {};
	const places: EditionPlace[] = [];
	const { entries } = readRegister(registerText(lines));
	const editions = [...standingOf(entries, '9999-01-01T00:00:00Z').values()].flatMap((each) => each.editions);
	for (const { code, number, error } of editions) {
		if (error !== undefined) continue;
		const view = sampleView(code, number, words[`${code} ${number}`]);
		const address = `${view.path}editions/${number}/`;
		const mark = editionMark({ code, number }, 'en');
		places.push({ code, number, parts: address.replace(/\/$/, '.json'), pages: { en: address } });
		files[`${address.slice(1, -1)}.json`] = JSON.stringify({
			code,
			number,
			...frozenParts({ en: view }),
			views: { en: view },
		});
		files[`${address.slice(1)}index.html`] =
			`<main><h1>${view.title}</h1><div class="body" lang="en" data-edition="${mark}">${view.html}</div></main>`;
	}
	const checkpoints = sizes.reduce(
		(text, size) => addCheckpoint(text, ORIGIN, lines.slice(0, size), key),
		'',
	);
	return {
		...files,
		...publishRegister({ register: registerText(lines), checkpoints, keys: `${key.verifierKey}\n` }, places),
	};
}

/** The latest checkpoint of a site: what somebody may have kept. */
export function checkpointOf(files: Files): string {
	return files[registerFiles.checkpoint] as string;
}
