/** Who is signed in. */
import type { SessionAnswer, SignedInPerson } from '../../../src/cms/protocol.ts';
import { Refusal, requestOnce } from './request.ts';
import { askToSignIn } from './sign-in-again.tsx';

let session: SessionAnswer | undefined;
let again: Promise<void> | undefined;

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

/** The session ended while somebody was at work: sign in over the form, which stays. Asked once for all who wait. */
export function signInAgain(people: readonly SignedInPerson[]): Promise<void> {
	again ??= askToSignIn(people, session?.person).finally(() => {
		again = undefined;
	});
	return again;
}
