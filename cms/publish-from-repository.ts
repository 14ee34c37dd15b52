/**
 * Publishing by command beside the editor: what is on `main` of its repository, with what is due by now, goes to readers,
 * and what was frozen goes to `main`. An emergency, and taking a text back, go this way too.
 */
import {
	isShownIn,
	type PublishedRelease,
	publishRelease,
	type ReleaseToPublish,
	type Workshop,
} from '../src/release/index.ts';
import type { EditorConfig } from './editor-config.ts';
import { ownRepository } from './own-repository.ts';
import { emptyContent, keepsEditions } from './publishing.ts';
import { finishShown, nameShown, openRepository, releaseContent, settleShown } from './server/index.ts';

export type FromRepository = Omit<ReleaseToPublish, 'content' | 'beforeReaders'>;

/** Publish what is on `main` of the editor’s repository. Throws in an operator’s words, and then nothing was published. */
export async function publishFromRepository(
	workshop: Workshop,
	config: EditorConfig,
	options: FromRepository,
): Promise<PublishedRelease> {
	await ownRepository(config);
	const repository = openRepository(config.repository, Date.now);
	const isShown = isShownIn(options.releases);
	try {
		await finishShown(repository, isShown);
		const before = await repository.main();
		const added = releaseContent(repository, before);
		const content = emptyContent(workshop);
		await added.write(content);
		const keepEditions = keepsEditions(content, added.add);
		const done = await publishRelease(workshop, {
			...options,
			content,
			async beforeReaders() {
				await keepEditions('Freeze what was due');
				await nameShown(repository, { before, end: added.end() }, isShown);
				return added.end().id;
			},
		});
		if (done.kind === 'published') {
			// Texts that were taken back are removed when readers no longer see them.
			await keepEditions('Remove what was taken from reading');
			await settleShown(repository, added.end());
		}
		return done;
	} finally {
		repository.close();
	}
}
