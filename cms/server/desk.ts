/** The desk: everything that the work on drafts needs, opened once. */
import type { SignedInPerson } from '../../src/cms/answers.ts';
import type { DraftName } from '../../src/cms/protocol.ts';
import type { Catalogues } from './catalogue.ts';
import type { Draft, Drafts } from './drafts.ts';
import { draftRef } from './paths.ts';
import type { People } from './people.ts';
import type { InTurn } from './queues.ts';
import type { Readings } from './readings.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';

export interface Desk {
	repository: Repository;
	drafts: Drafts;
	readings: Readings;
	catalogues: Catalogues;
	people: People;
	inTurn: InTurn;
	clock: () => number;
	/** Branches that a release is made of just now. */
	releasing: Set<string>;
	/** Told whenever a branch has moved. */
	onMove(): void;
}

export type Person = SignedInPerson;

/** What a piece of work answers when a branch was moved by somebody else meanwhile: it is then done again. */
export const MOVED = Symbol('moved');

/** Attempts: only a push from elsewhere can come in between. */
const MOST_ATTEMPTS = 5;

/** Work on one draft, alone; again when the branch was moved from elsewhere meanwhile. */
export function onDraft<T>(
	desk: Desk,
	name: DraftName,
	work: (draft: Draft | undefined) => Promise<T | typeof MOVED>,
): Promise<T> {
	return desk.inTurn(draftRef(name), async () => {
		for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
			if (desk.releasing.has(draftRef(name)))
				throw new Refusal('stale', 'This draft is being published just now. Try again when that has ended.');
			const done = await work(await desk.drafts.find(name));
			if (done === MOVED) continue;
			desk.onMove();
			return done;
		}
		throw new Refusal(
			'stale',
			'Others are changing this draft again and again. Your text is kept here: try once more.',
		);
	});
}

/** As `onDraft`, for work that needs a draft to be there. */
export function onExisting<T>(
	desk: Desk,
	name: DraftName,
	work: (draft: Draft) => Promise<T | typeof MOVED>,
): Promise<T> {
	return onDraft(desk, name, async (draft) => work(draft ?? (await desk.drafts.get(name))));
}
