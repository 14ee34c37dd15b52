/**
 * Publishing from the editor of a team: through the release that `npm run publish` makes, so that the folder which readers
 * are served moves as a whole, signed and verified. One at a time with everybody who publishes to the same folder.
 */
import { isShownIn, publishRelease, ReleaseBusy, type Workshop } from '../src/release/index.ts';
import {
	frozenFrom,
	keepsEditions,
	publishing,
	refused,
	type SiteAddress,
	wholeSecond,
} from './publishing.ts';
import { MainMoved, type NotPublished, type Publish, type ReleaseToPublish } from './server/index.ts';

export interface ReadersOptions {
	workshop: Workshop;
	/** Folder the sites are built in. */
	out: string;
	/** Folder of all releases. */
	releases: string;
	/** The file of the key that signs the registers; the demonstration key when absent. */
	keyFile?: string;
	addressOf: SiteAddress;
}

/** Milliseconds between two looks whether a release of somebody else has ended, and how many looks are taken. */
const LOOK_MS = 500;
const MOST_LOOKS = 1200;

export function publishToReaders(options: ReadersOptions): Publish {
	const { workshop, addressOf } = options;
	return publishing({
		workshop,
		addressOf,
		show: (content, toPublish) => inTurn(toPublish, () => show(options, content, toPublish)),
	});
}

async function show(
	{ workshop, out, releases, keyFile }: ReadersOptions,
	content: string,
	toPublish: ReleaseToPublish,
): Promise<NotPublished | undefined> {
	const keepEditions = keepsEditions(content, toPublish.addFiles);
	const done = await publishRelease(workshop, {
		content,
		out,
		releases,
		at: wholeSecond(toPublish.at),
		// The server has let nobody sign or publish what they wrote.
		authorsOf: () => [],
		...(keyFile !== undefined && { keyFile }),
		async agree() {
			toPublish.onProgress('Freezing the editions and building both sites …');
			return true;
		},
		async beforeReaders() {
			await keepEditions(frozenFrom(toPublish.drafts));
			toPublish.onProgress('Checking the finished sites and showing them to readers …');
			return toPublish.beforeReaders(isShownIn(releases));
		},
	});
	return done.kind === 'refused' ? refused(done.issues) : undefined;
}

/** Wait while somebody else publishes; say in an editor’s words what else stops it. */
async function inTurn(
	{ onProgress }: ReleaseToPublish,
	attempt: () => Promise<NotPublished | undefined>,
): Promise<NotPublished | undefined> {
	for (let look = 1; ; look++) {
		try {
			return await attempt();
		} catch (error) {
			if (error instanceof MainMoved) throw error;
			if (error instanceof ReleaseBusy && look < MOST_LOOKS) {
				if (look === 1) onProgress('Another release is under way. This one waits until it has ended …');
				await new Promise((again) => setTimeout(again, LOOK_MS));
				continue;
			}
			console.error(error);
			return stopped(error);
		}
	}
}

function stopped(error: unknown): NotPublished {
	const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
	return {
		published: false,
		message: `Not published: the sites could not be made. Readers see what they saw before, and what you wrote is as it was. Tell whoever runs the editor: “${why}”`,
	};
}
