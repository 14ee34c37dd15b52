/** The issues of one block, under its head; of a folded one, also how many are inside. */
import { languageOfFile } from './draft-files.ts';
import { goToField } from './go-to-field.ts';
import { countInWords } from './in-words.ts';
import { IssueItems } from './issue-items.tsx';
import { useJudgement } from './judgement.ts';

interface BlockIssuesProps {
	/** As the form writes it: `blocks.3.content.0`. */
	path: string;
	language: string;
	folded: boolean;
}

export function BlockIssues({ path, language, folded }: BlockIssuesProps) {
	const { issues } = useJudgement();
	const below = issues.filter(
		(issue) => languageOfFile(issue.file) === language && `${issue.path.join('.')}.`.startsWith(`${path}.`),
	);
	const inside = below.filter((issue) => issue.path.join('.').startsWith(`${path}.content.`));
	const own = below.filter((issue) => !inside.includes(issue));
	const [first] = inside;
	return (
		<div className="issue-field" data-issues-of={`${language}:${path}`}>
			{own.length > 0 && <IssueItems issues={own} />}
			{folded && first && (
				<p>
					Inside: {countInWords(inside)}.{' '}
					<button type="button" onClick={() => void goToField(first)}>
						Go to the first
					</button>
				</p>
			)}
		</div>
	);
}
