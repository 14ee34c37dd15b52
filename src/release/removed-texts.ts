/**
 * Texts that a release takes from reading: published in error, or with personal data in them. Releases made before it
 * hold them still, so none of those may be served again or kept.
 */
import { join } from 'node:path';
import { readRegister, registerFiles } from '../editions/index.ts';
import { compare } from '../model/issue.ts';
import type { FileOperations } from './file-operations.ts';
import { siteFolders } from './release-record.ts';

/** “GD-004, edition 3” for each text that an earlier release shows and a later one may not. */
export function removedTexts(files: FileOperations, earlier: string, later: string): string[] {
	const removed = siteFolders.flatMap((site) => {
		const [before = '', after = ''] = [earlier, later].map((release) =>
			registerOf(files, join(release, site)),
		);
		// Registers only grow.
		return readRegister(after)
			.entries.slice(before.split('\n').length - 1)
			.flatMap((entry) =>
				entry.kind === 'error' || entry.kind === 'redaction'
					? [`${entry.code}, edition ${entry.number}`]
					: [],
			);
	});
	return [...new Set(removed)].sort(compare);
}

function registerOf(files: FileOperations, site: string): string {
	const file = join(site, registerFiles.register);
	return files.kindOf(file) === 'file' ? new TextDecoder().decode(files.read(file)) : '';
}
