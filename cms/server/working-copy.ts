/** The clone that somebody may be working in follows what is published, or is left alone. */
import { runGit } from './git.ts';

/** Fast-forward a clean clone on main to what is published. Answers a sentence when it was left as it is. */
export async function followMain(workingCopy: string, repository: string): Promise<string | undefined> {
	const git = (...args: string[]) => runGit(['-C', workingCopy, ...args], { answers: [1, 128] });
	const branch = (await git('symbolic-ref', '--quiet', '--short', 'HEAD')).out.trim();
	if (branch !== 'main')
		return `The clone stays as it is, because it is not on the branch main but on “${branch || 'no branch'}”.`;
	const changes = (await git('status', '--porcelain', '--untracked-files=no')).out;
	if (changes !== '') return 'The clone stays as it is, because it holds changes that are not committed.';
	const fetched = await git('fetch', '--quiet', '--no-tags', repository, 'main');
	const merged =
		fetched.code === 0 ? await git('merge', '--quiet', '--ff-only', 'FETCH_HEAD') : { code: fetched.code };
	if (merged.code === 0) return undefined;
	return 'The clone stays as it is, because it has commits of its own or files in the way. Merge what was published by hand.';
}
