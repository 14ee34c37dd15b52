/** Issues one below the other: what, why and how to put it right. */
import type { DraftIssue } from '../../../src/cms/draft-issue.ts';
import { goToField } from './go-to-field.ts';
import { isStillEmpty, languageMark, markOf } from './in-words.ts';

interface IssueItemsProps {
	issues: readonly DraftIssue[];
	/** Whether each leads to its field. */
	leads?: boolean;
}

export function IssueItems({ issues, leads = false }: IssueItemsProps) {
	return (
		<ul className="issue-items">
			{issues.map((issue) => {
				const { file, place, rule, message, fix, why, blocks } = issue;
				const language = languageMark(issue);
				const empty = isStillEmpty(issue);
				const reason = leads || !empty ? why : undefined;
				return (
					<li
						key={`${file} ${place.line} ${place.column} ${rule} ${message}`}
						data-blocks={blocks ?? 'nothing'}
						data-empty={empty || undefined}
					>
						<p className="issue-what">
							<span className="issue-mark">{markOf(issue)}</span> {language && <em>{language}: </em>}
							<strong>{message}.</strong>
						</p>
						{(fix || reason) && (
							<p>
								{fix} {reason && <span className="issue-why">{reason}</span>}
							</p>
						)}
						{leads && issue.path.length > 0 && (
							<button type="button" onClick={() => void goToField(issue)}>
								Go to the field<span className="issue-hidden">: {message}</span>
							</button>
						)}
					</li>
				);
			})}
		</ul>
	);
}
