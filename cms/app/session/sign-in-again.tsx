/** Signing in again in place, when the session ended while somebody was at work. */
import type { SignedInPerson } from '../../../src/cms/answers.ts';
import { ask, Dialog } from '../dialog/dialog.tsx';
import { PeopleList } from './people-list.tsx';

/** Ask until somebody signed in. Another person than before takes over what stands in the form: that is said. */
export function askToSignIn(
	people: readonly SignedInPerson[],
	before: SignedInPerson | undefined,
): Promise<void> {
	return ask<void>((answer) => (
		<Dialog title="Sign in again">
			<p>
				Your session has ended. What you wrote is still in the form; it is saved as soon as you sign in
				{before ? ` as ${before.name}` : ''}.
			</p>
			{people.length > 0 ? (
				<PeopleList people={people} onSignedIn={() => answer()} />
			) : (
				<p>
					Sign in{' '}
					<a href="/" target="_blank" rel="noopener">
						in a new tab
					</a>
					, then come back here and{' '}
					<button type="button" onClick={() => answer()}>
						continue
					</button>
				</p>
			)}
		</Dialog>
	));
}

/** Ask whether what stands in the form is sent as somebody else, who signed in with this browser since. */
export function askToGoOnAs(now: SignedInPerson, before: SignedInPerson): Promise<boolean> {
	return ask<boolean>((answer) => (
		<Dialog title={`${now.name} is signed in now`} onClose={() => answer(false)}>
			<p>
				Another tab of this browser was signed in as {now.name}. What you wrote as {before.name} is still in
				the form.
			</p>
			<div className="own-buttons">
				<button type="button" onClick={() => answer(true)}>
					Go on as {now.name}
				</button>
				<button type="button" onClick={() => answer(false)}>
					Not now
				</button>
			</div>
		</Dialog>
	));
}
