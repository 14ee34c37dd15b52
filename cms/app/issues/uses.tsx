/** Where a thing is used, for whoever is about to change it. */
import type { Use } from '../../../src/cms/uses.ts';
import { collections } from '../../../src/model/collection.ts';

export function Uses({ uses }: { uses: readonly Use[] }) {
	return (
		<details className="issue-uses">
			<summary>
				Used in {uses.length === 1 ? '1 place' : `${uses.length} places`}: a change here changes{' '}
				{uses.length === 1 ? 'it' : 'them all'}
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
