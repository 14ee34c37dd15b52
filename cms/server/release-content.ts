/** The content of a release, as files in a folder, and what the release adds to it. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Commit, serverIdentity } from './commits.ts';
import type { ReleaseToPublish } from './options.ts';
import type { Repository } from './repository.ts';

export interface ReleaseContent {
	write: ReleaseToPublish['writeContent'];
	add: ReleaseToPublish['addFiles'];
	/** The commit that `main` shall be: the merge, or the last that was added to it. */
	end(): Commit;
}

export function releaseContent(repository: Repository, merged: Commit): ReleaseContent {
	let end = merged;
	return {
		async write(folder) {
			if (existsSync(folder) && readdirSync(folder).length > 0)
				throw new Error(`${folder} is not empty, so the content of the release cannot be written there`);
			mkdirSync(folder, { recursive: true });
			for (const { path, id } of await repository.trees.allFiles(merged.tree, 'content')) {
				const file = join(folder, path.slice('content/'.length));
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, (await repository.blob(id)) ?? '');
			}
		},
		async add(files, message) {
			const changes = [];
			for (const { path, bytes } of files) {
				if (!/^content\/editions\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path))
					throw new Error(`${path} is no place for what a release adds: content/editions/…`);
				changes.push({ path, ...(bytes && { id: await repository.keep(bytes) }) });
			}
			end = await repository.write({
				tree: await repository.change(end, changes),
				parents: [end.id],
				author: serverIdentity,
				subject: message,
				trailers: [{ key: 'Action', value: 'freeze' }],
			});
			return end.id;
		},
		end: () => end,
	};
}
