/** The editing server: the git repository, the people and the workflow behind the editor. */
import type { EditingServer, EditingServerOptions } from './options.ts';

export type {
	EditingServer,
	EditingServerOptions,
	NotPublished,
	ProxyIdentity,
	Publish,
	Published,
	ReleaseToPublish,
	Remote,
} from './options.ts';

export interface RepositoryToPrepare {
	/** Folder of the bare repository; made when it is not there. */
	repository: string;
	/** Clone whose commit becomes `main`, and which `main` follows when the clone is ahead. */
	workingCopy: string;
}

/** Make the bare repository of a clone, or bring it up to date with the clone. Answers what it did, in a sentence. */
export async function prepareRepository({ repository }: RepositoryToPrepare): Promise<string> {
	throw new Error(`Not built yet: ${repository}`);
}

export async function startEditingServer({ port }: EditingServerOptions): Promise<EditingServer> {
	throw new Error(`Not built yet: ${port}`);
}
