/** What one thing of a collection is called. */
import { collections } from '../../../src/model/collection.ts';

const names = new Map<string, string>(Object.values(collections).map(({ folder, name }) => [folder, name]));

/** “Victim page” for `victim-pages` */
export function collectionWords(folder: string): string {
	const name = names.get(folder) ?? folder;
	return name.charAt(0).toUpperCase() + name.slice(1);
}
