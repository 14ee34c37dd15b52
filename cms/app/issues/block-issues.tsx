/** The issues of one block, under its head; of a folded one, also how many are inside. */
import { store } from 'decap-cms-core/dist/esm/redux';
import type { Map as ImmutableMap } from 'immutable';
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
	const { issues, preview } = useJudgement();
	const below = issues.filter(
		(issue) => languageOfFile(issue.file) === language && `${issue.path.join('.')}.`.startsWith(`${path}.`),
	);
	const inside = below.filter((issue) => issue.path.join('.').startsWith(`${path}.content.`));
	const own = below.filter((issue) => !inside.includes(issue));
	const [first] = inside;
	const clause = clauseAt(path);
	const uses = (preview?.uses ?? []).filter(
		({ clauses }) => clause !== undefined && clauses.includes(clause),
	);
	return (
		<div className="issue-field" data-issues-of={`${language}:${path}`}>
			{uses.length > 0 && (
				<p className="issue-why">
					Others lead to this clause: {uses.map(({ code, title }) => code ?? title).join(', ')}. Keep its
					number and what it is about.
				</p>
			)}
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

/** The number of the clause that stands at a path of the form. */
function clauseAt(path: string): string | undefined {
	const entry = store.getState().entryDraft.get('entry') as ImmutableMap<string, unknown> | undefined;
	const block = entry?.getIn([
		'data',
		...path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
	]);
	const { kind, props } = ((block as ImmutableMap<string, unknown> | undefined)?.toJS?.() ?? {}) as {
		kind?: string;
		props?: { number?: string };
	};
	return kind === 'clause' ? props?.number : undefined;
}
