/** Finding the edition that somebody names, in order to take its text back. */
import { join } from 'node:path';
import {
	type EditionOnSites,
	publishedInError,
	type Retracted,
	type Retraction,
	redacted,
	standingOf,
} from '../editions/index.ts';
import { recover } from '../editions/publish.ts';
import { openViews, readRecord } from '../editions/store.ts';
import { openRegisters } from './registers.ts';

/** Plan to remove the edition named `GD-001/3` from reading. Throws in words for whoever asked. */
export function planError(content: string, named: string, retraction: Retraction): Retracted {
	return publishedInError(editionNamed(content, named), retraction);
}

/** Plan to take words out of the edition named `GD-001/3`. Throws in words for whoever asked. */
export function planRedaction(
	content: string,
	named: string,
	words: string,
	retraction: Retraction,
): Retracted {
	return redacted(editionNamed(content, named), words, retraction);
}

function editionNamed(content: string, named: string): EditionOnSites {
	recover(join(content, 'editions'));
	const registers = openRegisters(content);
	const [code = '', number = ''] = named.split('/');
	const sites: EditionOnSites['sites'] = {};
	for (const site of ['staff', 'public'] as const) {
		const document = standingOf(registers[site], '9999').get(code);
		const edition = document?.editions.find((each) => String(each.number) === number);
		if (!document || !edition) continue;
		if (edition.error !== undefined)
			throw new Error(
				`The text of ${named} was removed already (“${edition.error}”). If that release was cut short, run “npm run publish” to finish it.`,
			);
		sites[site] = {
			document,
			edition,
			views: openViews(registers.folder, document, edition, site),
		};
	}
	if (!sites.staff)
		throw new Error(
			`Unexpected edition “${named}”, expected the code and number of a published one, such as GD-001/3`,
		);
	const { document, edition } = sites.staff;
	return { record: readRecord(registers.folder, document, edition), sites };
}
