/** All issues of the draft in one list, at the top of the preview. */
import { countInWords, standing } from './in-words.ts';
import { IssueItems } from './issue-items.tsx';
import { useJudgement } from './judgement.ts';

export function IssueList() {
	const { ready, issues } = useJudgement();
	if (!ready) return null;
	const toFix = issues.filter(({ blocks }) => blocks !== undefined);
	const toConsider = issues.filter(({ blocks }) => blocks === undefined);
	if (issues.length === 0)
		return (
			<p className="issue-none">
				{countInWords(issues)}. {standing(issues)}
			</p>
		);
	return (
		<details className="issue-list" open>
			<summary>{countInWords(issues)}</summary>
			<p>{standing(issues)}</p>
			<IssueItems issues={[...toFix, ...toConsider]} leads />
		</details>
	);
}
