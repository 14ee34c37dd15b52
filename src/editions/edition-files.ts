/** Where everything that was frozen lies, below `content/editions/`. */
import type { Audience } from '../model/audience.ts';
import { collections } from '../model/collection.ts';
import type { Standing } from './standing.ts';

/** A folder is named by the id that the document had when it was first published. */
export type Placed = Pick<Standing, 'type' | 'folder'>;

/** The register of a site. */
export const registerFile = (site: Audience) => `register.${site}.jsonl`;

/** What no reader sees of an edition: its source. */
export function recordFile({ type, folder }: Placed, number: number): string {
	return `${collections[type].folder}/${folder}/${number}.json`;
}

/** What a site shows of an edition. */
export function viewsFile(
	{ type, folder }: Placed,
	number: number,
	rendering: number,
	site: Audience,
): string {
	const form = rendering === 1 ? '' : `.r${rendering}`;
	return `${collections[type].folder}/${folder}/${number}${form}.${site}.json`;
}

/** An image as it was when a page that shows it was frozen. */
export function mediaFile(name: string): string {
	return `media/${name}`;
}

/** The `number`-th change of the reference data of a site. */
export function dataFile(site: Audience, number: number): string {
	return `data/${site}/${number}.json`;
}
