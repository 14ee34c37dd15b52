/**
 * Going back to a release that was served before: nothing is built, the link alone moves.
 *
 * It is for a release whose pages are broken. What it published stays published: the registers only grow, and the next
 * release shows it again.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { disk, type FileOperations } from './file-operations.ts';
import { currentRelease, damage, readRecord, serve, wholeReleases } from './release-record.ts';
import { removedTexts } from './removed-texts.ts';
import { alone } from './swap.ts';

export interface RollbackOptions {
	releases: string;
	/** The release to go back to. Default: the one before the current. */
	to?: string;
	files?: FileOperations;
}

/** Serve an earlier release. Throws in an operator’s words, and then the current one is served still. */
export function rollback({ releases, to, files = disk }: RollbackOptions): {
	name: string;
	left: string;
	remarks: string[];
} {
	// To look for a release makes no folder of them.
	if (!statSync(releases, { throwIfNoEntry: false })?.isDirectory())
		throw new Error(
			`No release is served yet in ${releases}, which is no folder. Name the folder of releases with --releases, or publish first.`,
		);
	return alone(files, releases, () => {
		const left = currentRelease(files, releases);
		const others = wholeReleases(files, releases).filter((name) => name !== left);
		const name = to ?? (left === undefined ? undefined : readRecord(files, join(releases, left))?.previous);
		const choice =
			others.length > 0
				? `Name one of these with --to:\n${others.map((each) => `  ${each}`).join('\n')}`
				: 'There is no other.';
		if (left === undefined) throw new Error('No release is served yet, so there is none to go back to.');
		if (name === undefined) throw new Error(`The release ${left} was the first. ${choice}`);
		const record = others.includes(name) ? readRecord(files, join(releases, name)) : undefined;
		if (!record) throw new Error(`There is no release ${name} to go back to. ${choice}`);
		const wrong = damage(files, join(releases, name), record);
		if (wrong.length > 0)
			throw new Error(
				`Files of the release ${name} are not what they were:\n${wrong.map((each) => `  ${each}`).join('\n')}`,
			);
		const removed = removedTexts(files, join(releases, name), join(releases, left));
		if (removed.length > 0)
			throw new Error(
				`The release ${name} shows texts that were taken from reading since: ${removed.join('; ')}. Publish again instead.`,
			);
		return { name, left, remarks: serve(files, releases, name) };
	});
}
