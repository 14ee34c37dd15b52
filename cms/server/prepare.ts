/**
 * Making the bare repository: of a clone that somebody works in, so that the two follow each other as long as nothing
 * is lost by it; or once, of whatever git can read.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Git, GitFailure, openGit, runGit } from './git.ts';

export interface RepositoryToPrepare {
	/** Folder of the bare repository; made when it is not there. */
	repository: string;
	/** Clone whose commit becomes `main`, and which `main` follows when the clone is ahead. */
	workingCopy: string;
}

/** Make the bare repository of a clone, or bring it up to date with the clone. Answers what it did, in a sentence. */
export async function prepareRepository({ repository, workingCopy }: RepositoryToPrepare): Promise<string> {
	const head = (await runGit(['-C', workingCopy, 'rev-parse', '--verify', 'HEAD^{commit}'])).out.trim();
	if (!existsSync(repository)) await makeWhole(repository);
	const git = openGit(repository);
	try {
		return await bringUpToDate(git, workingCopy, head);
	} finally {
		git.close();
	}
}

async function bringUpToDate(git: Git, workingCopy: string, head: string): Promise<string> {
	const main = (
		await git.run(['rev-parse', '--verify', '--quiet', 'refs/heads/main'], { answers: [1] })
	).out.trim();
	if (main === head) return 'The editor works on what this clone holds.';
	// Objects first; the branch moves by itself, and only from where it was seen.
	await git.run(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', workingCopy, head], {
		patience: 600_000,
	});
	if (main === '') {
		await git.run(['update-ref', 'refs/heads/main', head, '']);
		return 'A repository for the editor was made of this clone.';
	}
	if (await isAncestor(git, main, head)) {
		await git.run(['update-ref', 'refs/heads/main', head, main]);
		return 'The editor follows what was committed in this clone.';
	}
	if (await isAncestor(git, head, main))
		return 'What was published in the editor is not in this clone yet; it follows at the next release.';
	return 'This clone and the editor have both gone on: what is published in the editor stays as it is. Merge its branch main into this clone, and start again.';
}

/** Make a bare repository, put in place only when it is filled: every later start would fail on a part of one. */
async function makeWhole(repository: string, fill?: (unfinished: string) => Promise<unknown>): Promise<void> {
	const unfinished = `${repository}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(dirname(repository), { recursive: true });
	try {
		await runGit(['init', '--quiet', '--bare', '--initial-branch=main', unfinished]);
		await fill?.(unfinished);
		renameSync(unfinished, repository);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		throw error;
	}
}

async function isAncestor(git: Git, ancestor: string, of: string): Promise<boolean> {
	return (await git.run(['merge-base', '--is-ancestor', ancestor, of], { answers: [1] })).code === 0;
}

/**
 * Make the bare repository of another one, with its drafts. Whole or not at all; throws in an operator’s words. Answers
 * what it did, in a sentence.
 */
export async function makeRepository(repository: string, from: string): Promise<string> {
	const refs = ['+refs/heads/main:refs/heads/main', '+refs/heads/cms/*:refs/heads/cms/*'];
	try {
		await makeWhole(repository, (unfinished) =>
			runGit(
				[`--git-dir=${unfinished}`, 'fetch', '--quiet', '--no-tags', '--no-write-fetch-head', from, ...refs],
				{ patience: 600_000 },
			),
		);
	} catch (error) {
		const why = error instanceof GitFailure ? error.message : String(error);
		throw new Error(`The repository ${repository} could not be made of the branch main of ${from}: ${why}`);
	}
	return `The repository ${repository} was made of ${from}.`;
}
