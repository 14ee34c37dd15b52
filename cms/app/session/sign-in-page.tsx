/** The first page: who are you? */
import type { SignedInPerson } from '../../../src/cms/answers.ts';
import { PeopleList } from './people-list.tsx';

interface SignInPageProps {
	people: readonly SignedInPerson[];
	onSignedIn(): void;
}

export function SignInPage({ people, onSignedIn }: SignInPageProps) {
	return (
		<main className="own-page own-sign-in">
			<h1>Sign in to the editor</h1>
			{people.length > 0 ? (
				<>
					<p>
						This demonstration has no passwords. Choose whom you want to be; nobody but this machine can reach
						this page.
					</p>
					<PeopleList people={people} onSignedIn={onSignedIn} />
				</>
			) : (
				<p>You are not signed in. Sign in where your organisation signs in, then open this page again.</p>
			)}
		</main>
	);
}
