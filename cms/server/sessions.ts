/**
 * Sessions: who is signed in, by a cookie that no script can read. They are kept in memory: after a restart people
 * sign in again, and what they were writing is still in their form.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
	/** Id of the person. */
	person: string;
	/** What every changing request has to carry in a header: another page cannot know it. */
	csrf: string;
	began: number;
	used: number;
}

export interface Sessions {
	begin(person: string): { token: string; session: Session };
	/** The session of a cookie; using it keeps it alive. */
	find(token: string | undefined): Session | undefined;
	end(token: string | undefined): void;
	/** When a session ends unless it is used. */
	expires(session: Session): number;
}

export const COOKIE = 'editor-session';
const IDLE_MS = 2 * 60 * 60 * 1000;
const LONGEST_MS = 12 * 60 * 60 * 1000;
const MOST_SESSIONS = 1000;

export function openSessions(clock: () => number): Sessions {
	/** By the hash of the token, so that the memory of the server holds nothing to sign in with. */
	const sessions = new Map<string, Session>();
	const expires = ({ began, used }: Session) => Math.min(used + IDLE_MS, began + LONGEST_MS);
	const forget = () => {
		for (const [key, session] of sessions) if (expires(session) <= clock()) sessions.delete(key);
		for (const key of sessions.keys()) {
			if (sessions.size < MOST_SESSIONS) break;
			sessions.delete(key);
		}
	};
	return {
		begin(person) {
			forget();
			const token = randomBytes(32).toString('base64url');
			const session = { person, csrf: randomBytes(32).toString('base64url'), began: clock(), used: clock() };
			sessions.set(keyOf(token), session);
			return { token, session };
		},
		find(token) {
			const session = token === undefined ? undefined : sessions.get(keyOf(token));
			if (!session || expires(session) <= clock()) return undefined;
			session.used = clock();
			return session;
		},
		end(token) {
			if (token !== undefined) sessions.delete(keyOf(token));
		},
		expires,
	};
}

/** The value of our cookie in a `Cookie` header. */
export function tokenIn(header: string | undefined): string | undefined {
	return new RegExp(`(?:^|; )${COOKIE}=([\\w-]{20,100})(?:;|$)`).exec(header ?? '')?.[1];
}

export function cookie(token: string, { secure, maxAge }: { secure: boolean; maxAge?: number }): string {
	const parts = [`${COOKIE}=${token}`, 'Path=/', 'HttpOnly', 'SameSite=Strict'];
	if (secure) parts.push('Secure');
	if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
	return parts.join('; ');
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function sameSecret(a: string, b: string): boolean {
	return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

function keyOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
