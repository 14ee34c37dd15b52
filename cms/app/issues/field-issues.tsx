/** The issues of one field, under it. Of what is folded inside it, how many there are. */
import type Widget from 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget';
import type { DraftIssue } from '../../../src/cms/draft-issue.ts';
import { languageOfFile } from './draft-files.ts';
import { goToField } from './go-to-field.ts';
import { countInWords } from './in-words.ts';
import { IssueItems } from './issue-items.tsx';
import { useJudgement } from './judgement.ts';
import { languageOf, leadsTo, nearestWidget, pathOf } from './widget-places.ts';

const CONTAINERS = new Set(['object', 'list']);

export function FieldIssues({ widget }: { widget: Widget }) {
	const { issues } = useJudgement();
	const path = pathOf(widget);
	const language = languageOf(widget);
	const below = issues.filter(
		(issue) => languageOfFile(issue.file) === language && leadsTo(path, issue.path),
	);
	// Blocks show theirs beside each block.
	const own = below.filter(
		(issue) =>
			(path[0] !== 'blocks' || issue.path.length === 1) && nearestWidget(issue.path, language) === widget,
	);
	const inside = CONTAINERS.has(String(widget.props.field.get('widget')))
		? below.filter((issue) => !own.includes(issue))
		: [];
	const [first] = inside;
	const hint = String(widget.props.field.get('hint') ?? '');
	return (
		<div className="issue-field" data-issues-of={`${language}:${path.join('.')}`}>
			{own.length > 0 && <IssueItems issues={own.map((issue) => withoutHint(issue, hint))} />}
			{first && (
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

/** The hint of the field stands below it already. */
function withoutHint(issue: DraftIssue, hint: string): DraftIssue {
	return hint.startsWith(issue.fix) ? { ...issue, fix: '' } : issue;
}
