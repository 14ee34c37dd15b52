/** Where a thing is used, for whoever is about to change it. */
import type { Use } from '../../../src/cms/uses.ts';
import { collections } from '../../../src/model/collection.ts';

interface UsesProps {
	uses: readonly Use[];
	/** Whether others show its words, rather than lead to it. */
	shown: boolean;
}

export function Uses({ uses, shown }: UsesProps) {
	const places = uses.length === 1 ? '1 place' : `${uses.length} places`;
	return (
		<details className="issue-uses">
			<summary>
				{shown ? `Used in ${places}: what is changed here changes there` : `Named in ${places}`}
			</summary>
			<ul>
				{uses.map((use) => (
					<li key={`${use.type} ${use.id}`}>
						<a href={`#/collections/${collections[use.type].folder}/entries/${use.id}`}>
							{use.code && `${use.code} `}
							{use.title}
						</a>{' '}
						<span className="issue-why">({howUsed(use)})</span>
					</li>
				))}
			</ul>
		</details>
	);
}

function howUsed({ type, clauses, through }: Use): string {
	return [
		collections[type].name,
		clauses.length > 0 && `${clauses.length === 1 ? 'clause' : 'clauses'} ${clauses.join(', ')}`,
		through.length > 0 && `through the passage “${through.join('”, “')}”`,
	]
		.filter(Boolean)
		.join(', ');
}
