/** The repository that a team writes in: the first command that needs it makes it. */
import { existsSync } from 'node:fs';
import type { EditorConfig } from './editor-config.ts';
import { makeRepository } from './server/index.ts';

/** Make it when it is not there; answers so in a sentence. Throws in an operator’s words. */
export async function ownRepository({
	repository,
	from,
	remote,
}: Pick<EditorConfig, 'repository' | 'from' | 'remote'>): Promise<string | undefined> {
	const source = from ?? remote?.url;
	return existsSync(repository) || source === undefined ? undefined : makeRepository(repository, source);
}
