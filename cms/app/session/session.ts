/** Who is signed in. */
import type { SessionAnswer, SignedInPerson } from '../../../src/cms/answers.ts';
import { Refusal, requestOnce } from './request.ts';
import { askToGoOnAs, askToSignIn } from './sign-in-again.tsx';

let session: SessionAnswer | undefined;
let again: Promise<boolean> | undefined;

/** The signed-in person. The editor starts only after somebody signed in. */
export function me(): SignedInPerson {
	if (!session) throw new Error('Nobody is signed in');
	return session.person;
}

export function mySession(): SessionAnswer | undefined {
	return session;
}

export function csrfToken(): string {
	return session?.csrf ?? '';
}

/** Take up the session there is. Without one, says who can sign in by one click. */
export async function resume(): Promise<{ people: SignedInPerson[] } | undefined> {
	try {
		session = await requestOnce<SessionAnswer>('GET', '/api/session');
		return undefined;
	} catch (error) {
		if (error instanceof Refusal && error.answer.code === 'signed-out')
			return { people: error.answer.people ?? [] };
		throw error;
	}
}

export async function signIn(person: string): Promise<void> {
	session = await requestOnce<SessionAnswer>('POST', '/api/session', { person });
}

export async function signOut(): Promise<void> {
	await requestOnce('DELETE', '/api/session').catch(() => undefined);
	session = undefined;
}

/**
 * Go on after a refusal for want of the session: with the one that another tab or the single sign-on has begun since,
 * or by signing in over the form, which stays. Asked once for all who wait. False: there is no other session.
 */
export function goOn(): Promise<boolean> {
	again ??= renew().finally(() => {
		again = undefined;
	});
	return again;
}

async function renew(): Promise<boolean> {
	const before = session;
	let signedOut = await resume();
	if (!signedOut && session?.csrf === before?.csrf) return false;
	if (!signedOut && before && session && session.person.id !== before.person.id) {
		const now = session;
		session = before;
		if (!(await askToGoOnAs(now.person, before.person))) throw new Error(NOT_SENT);
		session = now;
	}
	while (signedOut) {
		const { people } = signedOut;
		await askToSignIn(people, before?.person);
		// By a click here somebody is signed in already; elsewhere it has to be seen whether they are.
		signedOut = people.length > 0 ? undefined : await resume();
	}
	for (const listener of renewals) listener();
	return true;
}

const NOT_SENT = 'Nothing was sent. What you wrote is still in the form.';
const renewals = new Set<() => void>();

/** Hear that a session has taken the place of the one before. */
export function onRenewed(listener: () => void): void {
	renewals.add(listener);
}
