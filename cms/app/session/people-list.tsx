/** The people who can sign in here by one click, with what each may do. */
import { useState } from 'react';
import type { SignedInPerson } from '../../../src/cms/answers.ts';
import { signIn } from './session.ts';

const abilities: Record<SignedInPerson['may'][number], string> = {
	edit: 'writes',
	review: 'reviews',
	approve: 'publishes',
	translate: 'translates',
};

interface PeopleListProps {
	people: readonly SignedInPerson[];
	onSignedIn(): void;
}

export function PeopleList({ people, onSignedIn }: PeopleListProps) {
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState('');
	const choose = async (id: string) => {
		setBusy(true);
		setProblem('');
		try {
			await signIn(id);
			onSignedIn();
		} catch (error) {
			setProblem((error as Error).message);
			setBusy(false);
		}
	};
	return (
		<>
			<ul className="own-people">
				{people.map(({ id, name, role, may }) => (
					<li key={id}>
						<button type="button" disabled={busy} onClick={() => choose(id)}>
							<strong>{name}</strong>
							<span>{role}</span>
							<span className="own-quiet">{may.map((each) => abilities[each]).join(', ')}</span>
						</button>
					</li>
				))}
			</ul>
			<p role="alert" className="own-problem">
				{problem}
			</p>
		</>
	);
}
