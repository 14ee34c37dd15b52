/** What the editing server is started with. */
import type { DraftName } from '../../src/cms/protocol.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { IsShown } from './shown.ts';

export interface EditingServerOptions {
	/** The bare repository, made by `prepareRepository`. */
	repository: string;
	/** Folder of the editor’s built bundle: `index.html` and `assets/`. */
	bundle: string;
	/** Port on 127.0.0.1; 0 takes a free one. */
	port: number;
	/** Names the server answers to, without ports: `editor.localhost`, `127.0.0.1`. */
	hostNames: readonly string[];
	/** Ids of the people who may sign in by one click. Only on this machine, and never beside `identity`. */
	people: readonly string[];
	publish: Publish;
	/** The moment now, in milliseconds. */
	clock: () => number;
	/** File that one line is added to for every action. */
	audit: string;
	/** Who somebody is, as a proxy with a single sign-on in front of the server says. */
	identity?: ProxyIdentity;
	/** Another repository that everything is pushed to and pulled from. */
	remote?: Remote;
	/** A clone that follows what is published as long as nobody works in it. */
	workingCopy?: string;
}

export interface ProxyIdentity {
	/** Address the proxy connects from. */
	proxy: string;
	/** Header that holds the person’s name at the single sign-on. */
	header: string;
	/** Header that holds the secret which only the proxy and this server know. */
	secretHeader: string;
	secret: string;
	/** The id under content/people of each name at the single sign-on. */
	people: Readonly<Record<string, string>>;
}

export interface Remote {
	/** Address or folder, as git takes it. */
	url: string;
	/** Seconds between two looks at what others pushed. */
	every: number;
	/** Seconds after which git is given up on. */
	patience: number;
}

export interface EditingServer {
	/** `http://editor.localhost:4323/` */
	address: string;
	/** Ends when every request and release under way has ended. */
	close(): Promise<void>;
}

/**
 * Make readers see a commit: check it, freeze its editions, build both sites, swap them in. `main` moves only when
 * this succeeded; after a refusal, an error or a kill the drafts and `main` are as before, so it may be asked again
 * for the same drafts.
 */
export type Publish = (release: ReleaseToPublish) => Promise<Published | NotPublished>;

export interface ReleaseToPublish {
	/** The drafts merged into what is published; its tree is what readers shall see. */
	mergeCommit: string;
	/** What readers see now. */
	before: string;
	drafts: readonly (DraftName & { title: string })[];
	/** Id of the approver. */
	by: string;
	/** The moment of the release, in universal time. */
	at: string;
	/** Write the content folder of the merge commit to a folder that is empty or not there yet. */
	writeContent(folder: string): Promise<void>;
	/**
	 * Commit files on top of the merge commit (or of the last such commit): paths such as `content/editions/…`. One
	 * without bytes is taken away.
	 */
	addFiles(files: readonly { path: string; bytes?: Uint8Array }[], message: string): Promise<string>;
	/**
	 * For who shows readers a release at once: the last thing before that, while nobody else can. Answers the commit
	 * they will see, and from then on it is not lost, whatever ends the server. Throws `MainMoved` when others have
	 * published meanwhile; then nothing may be shown, and publishing is asked for again.
	 */
	beforeReaders(isShown: IsShown): Promise<string>;
	/** Tell those who wait what is happening, in an editor’s words. */
	onProgress(message: string): void;
}

export interface Published {
	published: true;
	/** Where readers find what changed. */
	links: { title: string; url: string }[];
}

export interface NotPublished {
	published: false;
	/** Why, and what to do, in an editor’s words. */
	message: string;
	issues?: Issue[];
}
