/** Why something was not done, and what has to be corrected first: each leads to its field. */
import type { DraftIssue } from '../../../src/cms/draft-issue.ts';
import { IssueItems } from '../issues/index.ts';
import type { Deed } from './use-deed.ts';

export function Problem({ problem, issues }: Pick<Deed, 'problem' | 'issues'>) {
	// Without a path an issue leads nowhere: not all that is refused is about a field.
	const found = issues.map(
		(issue): DraftIssue => ({
			path: [],
			why: '',
			...(issue.severity === 'error' && { blocks: 'publish' }),
			...issue,
		}),
	);
	return (
		<div role="alert" className="own-problem">
			{problem && <p>{problem}</p>}
			{found.length > 0 && <IssueItems issues={found} leads />}
		</div>
	);
}
