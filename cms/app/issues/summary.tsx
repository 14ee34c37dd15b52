/** Above the form: how the draft stands, said to screen readers when it changes, and where the thing is used. */
import { goToField, goToText } from './go-to-field.ts';
import { countInWords, standing } from './in-words.ts';
import { useJudgement } from './judgement.ts';
import { Uses } from './uses.tsx';

export function Summary() {
	const { ready, issues, preview, fault } = useJudgement();
	const first = issues.find(({ blocks }) => blocks !== undefined) ?? issues[0];
	return (
		<section className="issue-summary" aria-label="Checks" data-issues-summary tabIndex={-1}>
			<p role="status">
				{fault ? (
					<>The checks did not run. You can still save. ({fault})</>
				) : ready ? (
					<>
						<strong>{countInWords(issues)}.</strong> {standing(issues)}
					</>
				) : (
					'Checking …'
				)}
			</p>
			<div className="issue-ways">
				{first && (
					<button type="button" onClick={() => void goToField(first)}>
						Go to the first
					</button>
				)}
				{preview?.file.endsWith('.mdx') && (
					<button type="button" onClick={goToText}>
						Go to the text
					</button>
				)}
			</div>
			{preview && preview.uses.length > 0 && <Uses uses={preview.uses} shown={!preview.isDocument} />}
		</section>
	);
}
