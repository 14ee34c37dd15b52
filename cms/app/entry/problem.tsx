/** Why something was not done, and what has to be corrected first. */
import type { Deed } from './use-deed.ts';

export function Problem({ problem, issues }: Pick<Deed, 'problem' | 'issues'>) {
	return (
		<div role="alert" className="own-problem">
			{problem && <p>{problem}</p>}
			{issues.length > 0 && (
				<ul>
					{issues.map(({ file, place, rule, message, fix }) => (
						<li key={`${file} ${place.line} ${place.column} ${rule} ${message}`}>
							<strong>{message}.</strong> {fix}
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
