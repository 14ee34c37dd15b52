/** What a draft has to be free of at each moment, by the same judge as the editor’s own. */

import { type DraftFile, type DraftIssue, holdingUp, type Moment } from '../../src/cms/draft-issue.ts';
import { judgeDraft } from '../../src/cms/judge.ts';
import type { Catalogues } from './catalogue.ts';
import type { Commit } from './commits.ts';
import type { Draft } from './drafts.ts';
import { textOf } from './merging.ts';
import { momentOf } from './moment.ts';
import { contentPath } from './paths.ts';
import { issuesOf, type Readings } from './readings.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';

export interface Bench {
	repository: Repository;
	readings: Readings;
	catalogues: Catalogues;
	clock: () => number;
}

/** Refuse the texts that drafts have at a commit, when something in them has to wait for. */
export async function refuseProblems(
	bench: Bench,
	drafts: readonly Draft[],
	at: Commit,
	moment: Moment,
): Promise<void> {
	const issues = await problems(bench, drafts, at, moment);
	if (issues.length === 0) return;
	const count = issues.length === 1 ? 'One thing has' : `${issues.length} things have`;
	const next = moment === 'review' ? 'this can be reviewed' : 'this can be published';
	throw new Refusal('blocked', `${count} to be put right before ${next}.`, { issues });
}

async function problems(
	{ repository, readings, catalogues, clock }: Bench,
	drafts: readonly Draft[],
	at: Commit,
	moment: Moment,
) {
	const paths = [...new Set(drafts.flatMap((draft) => draft.paths))].filter(
		(path) => !contentPath(path).image,
	);
	const read = await Promise.all(paths.map((path) => readings.read(at, path)));
	// The parser of `readings` has limits; what it cannot read, nothing else is given to read.
	const unreadable = read
		.flatMap((reading) => (reading ? issuesOf(reading) : []))
		.filter(({ rule }) => rule === 'unreadable');
	if (unreadable.length > 0) return unreadable;
	const files = await Promise.all(
		paths.map(async (path): Promise<DraftFile> => {
			const file = await repository.file(at, path);
			return { file: contentPath(path).file, text: file && textOf(file.bytes) };
		}),
	);
	const published = await catalogues.at(await repository.main());
	const issues: DraftIssue[] = judgeDraft(files, published, { at: momentOf(clock()) });
	return holdingUp(issues, moment);
}
