/** What the editor and its judge, which works beside it in a thread of its own, tell each other. */
import type { CatalogueData } from '../../../src/cms/catalogue-data.ts';
import type { DraftFile, DraftIssue } from '../../../src/cms/draft-issue.ts';
import type { Preview, Shown } from '../preview/preview.ts';

export type ToJudge =
	| { kind: 'published'; data: CatalogueData }
	| { kind: 'draft'; number: number; files: DraftFile[]; at: string; shown: Shown };

/** First the issues, then the preview. */
export interface FromJudge {
	/** Of the draft that was judged. */
	number: number;
	issues?: DraftIssue[];
	/** The last of the answer. */
	preview?: Preview | 'none';
	/** Why it could not be judged: a fault of ours. */
	fault?: string;
}
