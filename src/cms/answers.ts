/** What the editing server answers. What it accepts is in protocol.ts. */
import type { Issue } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import type { Person } from '../model/person.ts';
import type { CatalogueData } from './catalogue-data.ts';
import type { DraftName, Status } from './protocol.ts';

/** Why a request was refused, for code; the sentence beside it is for the editor. */
export type RefusalCode =
	| 'signed-out'
	| 'not-allowed'
	| 'wrong-origin'
	| 'bad-request'
	| 'not-found'
	/** Somebody else saved first: `conflict` holds the texts. */
	| 'stale'
	/** What is published changed in the same lines: `conflict` holds the texts. */
	| 'conflict'
	/** The content has to be corrected first: `issues` says how. */
	| 'blocked'
	| 'too-large'
	| 'too-many'
	| 'failed';

/** Two texts of one file that a person has to make one of. `yours` is the draft’s, `theirs` what it meets. */
export interface Conflict {
	path: string;
	base: string;
	theirs: string;
	yours: string;
	/** Blob id of `theirs`, to be sent back with what was made of the two; empty when theirs was taken away. */
	theirsId: string;
	/** Who wrote theirs, and when. */
	by: string;
	at: string;
}

/** Every answer that is not 2xx. */
export interface RefusalAnswer {
	/** A sentence for the editor. */
	error: string;
	code: RefusalCode;
	conflict?: Conflict;
	issues?: Issue[];
	/** With `signed-out`: who can sign in here by one click. */
	people?: SignedInPerson[];
}

export interface SignedInPerson extends Person {
	id: string;
}

/** `GET /api/session`, and the answer to a sign-in. */
export interface SessionAnswer {
	person: SignedInPerson;
	csrf: string;
	/** When it ends unless something is done before. */
	expires: string;
	/** Whether signing out is ours to do; behind a single sign-on it is not. */
	local: boolean;
}

/** One step in the life of a draft. */
export interface HistoryStep {
	commit: string;
	/** Id of the person. */
	by: string;
	name: string;
	at: string;
	what:
		| 'save'
		| 'status'
		| 'comment'
		| 'sign-off'
		| 'restore'
		| 'settle'
		| 'update'
		| 'withdraw'
		| 'rename'
		| 'mark';
	/** The status it came to, when that changed. */
	status?: Status;
	comment?: string;
	/** Paths that the step wrote. */
	paths: string[];
}

/** `GET /api/draft?collection&slug` */
export interface DraftAnswer extends DraftName {
	status: Status;
	/** Oldest first. */
	steps: HistoryStep[];
	/** Steps that changed the status or said something. */
	history: { status: Status; by: string; name: string; at: string; comment?: string }[];
	/** Steps that changed the text, newest first: what can be restored. */
	saves: { commit: string; by: string; name: string; at: string; message: string }[];
	/** Ids of everybody who wrote in it: they may neither review nor publish it. */
	authors: string[];
	signOffs: {
		person: string;
		/** Absent when nobody of that id is known any more. */
		name?: string;
		role: string;
		language: Language;
		at: string;
		holds: boolean;
	}[];
	/** Languages whose text the draft changes. */
	changed: Language[];
	/** Whether its files were changed on the published branch meanwhile. */
	behind: boolean;
	/** Set when they were changed in the same lines. */
	conflict?: Conflict;
	/** Published together with others that have the same mark. */
	release?: string;
	files: { path: string; state: 'added' | 'changed' | 'removed' }[];
	/** What the signed-in person may do with it now; for what they may not, why. */
	may: Record<'save' | 'send for review' | 'sign off' | 'mark ready' | 'publish' | 'discard', true | string>;
}

/** `GET /api/work`: drafts, those that wait for the signed-in person first. */
export interface WorkAnswer {
	drafts: WorkItem[];
}

export interface WorkItem extends DraftName {
	title: string;
	status: Status;
	/** Since when it has this status. */
	since: string;
	authors: string[];
	lastBy: string;
	lastComment?: string;
	release?: string;
	/** Why it waits for the person who asks; absent when it does not. */
	waiting?: string;
}

/** `GET /api/catalogue`: everything published, for checks and choices in the editor. */
export interface CatalogueAnswer extends CatalogueData {
	version: string;
}

/** `GET /api/text?path&at`: `at` is `main`, `draft` or the commit of a save. */
export interface TextAnswer {
	path: string;
	id: string;
	text: string;
}

/** The answer to a save. */
export interface SaveAnswer {
	message: string;
	/** Blob id of each file that was sent, as it is now. */
	ids: Record<string, string>;
	status: Status;
	/** What has to be corrected before review. */
	issues: Issue[];
	/** Sign-offs that fell because the text they were given for has changed. */
	droppedSignOffs: { person: string; language: Language }[];
	/** Where the entry is now, when its id changed. */
	slug: string;
}

/** A release: what happens between an approver’s “Publish” and the readers. `GET /api/releases` lists the latest first. */
export interface ReleaseReport {
	id: string;
	drafts: (DraftName & { title: string })[];
	by: string;
	at: string;
	state: 'waiting' | 'running' | 'published' | 'failed';
	/** The step it is at, or how it ended, in words. */
	message: string;
	/** Where readers find it. */
	links: { title: string; url: string }[];
	issues?: Issue[];
}

export interface ReleasesAnswer {
	releases: ReleaseReport[];
	/** How the repository stands to its remote; absent without one. */
	remote?: RemoteReport;
}

/** Each event of `GET /api/releases/events` is one of these. */
export type ReleaseEvent = { release: ReleaseReport } | { remote: RemoteReport } | { main: string };

export interface RemoteReport {
	state: 'up to date' | 'waiting' | 'away' | 'refused' | 'apart';
	message: string;
	at: string;
}
