/** The repository: branches, commits and files, read and changed without a checkout. */
import {
	type Commit,
	type Identity,
	parseCommit,
	printMessage,
	serverIdentity,
	type Trailer,
} from './commits.ts';
import { type Git, GitFailure, openGit } from './git.ts';
import { Refusal } from './refusal.ts';
import { type FileEntry, isFile, isFolder, openTrees, type TreeChange, type Trees } from './trees.ts';

export const MAIN = 'refs/heads/main';
const NO_OBJECT = '0'.repeat(40);

export interface Branch {
	ref: string;
	head: string;
}

export interface FileText {
	path: string;
	id: string;
	bytes: Buffer;
}

export interface NewCommit {
	tree: string;
	parents: readonly string[];
	author: Identity;
	subject: string;
	trailers: readonly Trailer[];
}

/** One move of a branch: made only when the branch is where it was seen. Without `to` it ends, without `from` it begins. */
export interface RefMove {
	ref: string;
	from?: string;
	to?: string;
}

export interface Repository {
	git: Git;
	trees: Trees;
	/** What is published now. */
	main(): Promise<Commit>;
	/** The commit at the end of a branch; undefined without the branch. */
	head(ref: string): Promise<Commit | undefined>;
	commit(id: string): Promise<Commit | undefined>;
	branches(prefix: string): Promise<Branch[]>;
	/** The ordinary file at a path of a commit. */
	file(commit: Commit, path: string): Promise<FileText | undefined>;
	blob(id: string): Promise<Buffer | undefined>;
	/** Ordinary files directly in a folder of a commit. */
	files(commit: Commit, folder: string): Promise<FileEntry[]>;
	/** Keep bytes; answers their blob id. */
	keep(bytes: Uint8Array | string): Promise<string>;
	/** The tree of a commit with files changed. A path that is no ordinary file now, or leads through a link, is refused. */
	change(commit: Commit, changes: readonly TreeChange[]): Promise<string>;
	write(commit: NewCommit): Promise<Commit>;
	/** Make all moves or none. False: some branch is no longer where it was seen. */
	move(moves: readonly RefMove[]): Promise<boolean>;
	mergeBase(a: string, b: string): Promise<Commit | undefined>;
	/** Commits that the heads have and others do not, newest first. */
	commitsBeyond(heads: readonly string[], others: readonly string[]): Promise<Commit[]>;
	close(): void;
}

export function openRepository(folder: string, clock: () => number): Repository {
	const git = openGit(folder);
	const trees = openTrees(git);
	const commits = new Map<string, Commit>();

	const commitNamed = async (name: string): Promise<Commit | undefined> => {
		const known = commits.get(name);
		if (known) return known;
		const object = await git.objects.read(name);
		if (object?.type !== 'commit') return undefined;
		return remember(parseCommit(object.id, object.bytes));
	};
	const remember = (commit: Commit): Commit => {
		if (commits.size > 20_000) commits.clear();
		commits.set(commit.id, commit);
		return commit;
	};

	const areElsewhere = async (moves: readonly RefMove[]): Promise<boolean> => {
		const heads = await Promise.all(moves.map(({ ref }) => commitNamed(ref)));
		return moves.some(({ from }, index) => heads[index]?.id !== from);
	};

	const repository: Repository = {
		git,
		trees,
		async main() {
			const main = await commitNamed(MAIN);
			if (!main) throw new Error(`${folder} has no branch main`);
			return main;
		},
		head: commitNamed,
		commit: commitNamed,
		async branches(prefix) {
			const { out } = await git.run(['for-each-ref', '--format=%(objectname) %(refname)', prefix]);
			return out
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => ({ head: line.slice(0, 40), ref: line.slice(41) }));
		},
		async file(commit, path) {
			const entry = await trees.entry(commit.tree, path);
			if (!isFile(entry)) return undefined;
			const bytes = await repository.blob(entry.id);
			return bytes && { path, id: entry.id, bytes };
		},
		async blob(id) {
			const object = await git.objects.read(id);
			return object?.type === 'blob' ? object.bytes : undefined;
		},
		files: (commit, path) => trees.files(commit.tree, path),
		async keep(bytes) {
			return (await git.run(['hash-object', '-w', '--stdin'], { input: bytes })).out.trim();
		},
		async change(commit, changes) {
			for (const { path } of changes) {
				const names = path.split('/');
				for (const depth of names.keys()) {
					const before = await trees.entry(commit.tree, names.slice(0, depth + 1).join('/'));
					const sound = depth + 1 === names.length ? isFile : isFolder;
					if (before && !sound(before))
						throw new Refusal(
							'bad-request',
							`“${path}” is not an ordinary file in ordinary folders, so it cannot be changed here.`,
						);
				}
			}
			return trees.write(commit.tree, changes);
		},
		async write({ tree, parents, author, subject, trailers }) {
			const date = `${Math.floor(clock() / 1000)} +0000`;
			const { out } = await git.run(['commit-tree', tree, ...parents.flatMap((id) => ['-p', id])], {
				input: printMessage(subject, trailers),
				env: {
					GIT_AUTHOR_NAME: author.name,
					GIT_AUTHOR_EMAIL: author.email,
					GIT_AUTHOR_DATE: date,
					GIT_COMMITTER_NAME: serverIdentity.name,
					GIT_COMMITTER_EMAIL: serverIdentity.email,
					GIT_COMMITTER_DATE: date,
				},
			});
			return (await commitNamed(out.trim())) as Commit;
		},
		async move(moves) {
			const lines = moves.map(({ ref, from = NO_OBJECT, to }) =>
				to ? `update ${ref}\0${to}\0${from}\0` : `delete ${ref}\0${from}\0`,
			);
			try {
				await git.run(['update-ref', '--stdin', '-z'], {
					input: `start\0${lines.join('')}prepare\0commit\0`,
				});
				return true;
			} catch (error) {
				// A disk that takes nothing locks no branch either, and asking again would not help.
				if (error instanceof GitFailure && (await areElsewhere(moves))) return false;
				throw error;
			}
		},
		async mergeBase(a, b) {
			const { out } = await git.run(['merge-base', a, b], { answers: [1] });
			return out === '' ? undefined : commitNamed(out.trim());
		},
		async commitsBeyond(heads, others) {
			if (heads.length === 0) return [];
			const { out } = await git.run(['rev-list', '--stdin', '--topo-order'], {
				input: `${[...heads, ...others.map((id) => `^${id}`)].join('\n')}\n`,
			});
			const ids = out.split('\n').filter((id) => id !== '');
			return (await Promise.all(ids.map(commitNamed))).filter((commit) => commit !== undefined);
		},
		close: () => git.close(),
	};
	return repository;
}
