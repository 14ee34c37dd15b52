/**
 * Requests: each is looked at from the outside in (name of the server, origin, size, session, token, rate) before
 * anything is done, and answered in words.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalAnswer, SignedInPerson } from '../../src/cms/answers.ts';
import { CSRF_HEADER, messageSchemas } from '../../src/cms/protocol.ts';
import { act, type Counter } from './actions.ts';
import { type Audit, aboutOf } from './audit.ts';
import { type Bundle, headers } from './bundle.ts';
import type { Person } from './desk.ts';
import type { Events } from './events.ts';
import { hostName, isLocal, personOfProxy } from './identity.ts';
import type { Limits } from './limits.ts';
import { checked, messageOf } from './messages.ts';
import type { ProxyIdentity } from './options.ts';
import { Refusal } from './refusal.ts';
import { gets, isPost, post } from './routes.ts';
import { cookie, type Session, type Sessions, sameSecret, tokenIn } from './sessions.ts';

export interface Reception {
	counter: Counter;
	bundle: Bundle;
	sessions: Sessions;
	limits: Limits;
	audit: Audit;
	events: Events;
	hostNames: readonly string[];
	/** Ids of the people who may sign in by a click. */
	people: readonly string[];
	identity?: ProxyIdentity;
}

/** Answer a request. Throws only when not even the audit can be written. */
export async function receive(
	reception: Reception,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const trace: Trace = { action: `${request.method} ${(request.url ?? '').split('?')[0]}`.slice(0, 100) };
	// Known only as long as the connection is there.
	const from = request.socket.remoteAddress;
	const record = (outcome: string) =>
		reception.audit({
			...(trace.person && { person: trace.person.id }),
			action: trace.action,
			...(trace.about && { about: trace.about }),
			outcome,
			...(from && { from }),
		});
	try {
		await answer(reception, request, response, trace);
		if (trace.changes) record('done');
	} catch (error) {
		const refusal = error instanceof Refusal ? error : undefined;
		record(refusal?.code ?? 'failed');
		if (!refusal) console.error(error);
		const sentence =
			refusal?.message ??
			'The server made a mistake, and nothing was changed. Try again; what you wrote is still here.';
		await refuse(reception, request, response, refusal, sentence);
	}
}

/** What is known of a request so far. */
interface Trace {
	action: string;
	about?: string;
	person?: Person;
	changes?: boolean;
}

async function answer(
	reception: Reception,
	request: IncomingMessage,
	response: ServerResponse,
	trace: Trace,
): Promise<void> {
	const { method = 'GET' } = request;
	if (!reception.hostNames.includes(hostName(request)))
		throw new Refusal('wrong-origin', 'The editor does not answer under this address.');
	const url = URL.parse(request.url ?? '/', 'http://editor.invalid');
	if (url?.host !== 'editor.invalid') throw new Refusal('bad-request', 'That address is malformed.');
	const { pathname, searchParams } = url;
	if (!pathname.startsWith('/api/')) {
		if (method !== 'GET' && method !== 'HEAD')
			throw new Refusal('bad-request', 'There is nothing to change here.');
		if (reception.bundle.serve(pathname, method === 'HEAD', response)) return;
		throw new Refusal('not-found', 'There is no such page.');
	}
	const name = pathname.slice('/api/'.length);
	if (method === 'GET') return answerGet(reception, request, response, name, searchParams, trace);
	if (method !== 'POST' && method !== 'DELETE')
		throw new Refusal('bad-request', 'The editor does not ask like this.');
	refuseOtherOrigins(request);
	const message = method === 'POST' ? await messageOf(request) : undefined;
	trace.about = aboutOf(message);
	trace.changes = true;
	if (name === 'session' && method === 'POST') {
		trace.action = 'sign in';
		return signIn(reception, request, response, message, trace);
	}
	const { person, session, token } = await signedIn(reception, request);
	trace.person = person;
	const given = request.headers[CSRF_HEADER];
	if (typeof given !== 'string' || !sameSecret(given, session.csrf))
		throw new Refusal(
			'wrong-origin',
			'This did not come from the editor as it is open here. Reload the page and try again.',
		);
	if (name === 'session' && method === 'DELETE') {
		trace.action = 'sign out';
		reception.sessions.end(token);
		response.setHeader('set-cookie', cookie('', { secure: isSecure(reception), maxAge: 0 }));
		return send(response, 200, {});
	}
	if (method === 'DELETE') throw new Refusal('not-found', 'There is nothing of this name.');
	const reads = name === 'v1' && READS.has(actionIn(message));
	reception.limits.take(reads ? 'read' : 'write', person.id);
	trace.changes = !reads;
	trace.action = name === 'v1' ? actionIn(message) : name;
	if (name === 'v1') return send(response, 200, await act(reception.counter, message, person));
	if (!isPost(name)) throw new Refusal('not-found', 'The editing server has nothing of this name.');
	send(response, 200, await post(reception.counter, name, message, person));
}

const READS = new Set([
	'info',
	'entriesByFolder',
	'entriesByFiles',
	'getEntry',
	'unpublishedEntries',
	'unpublishedEntry',
	'unpublishedEntryDataFile',
	'unpublishedEntryMediaFile',
	'getMedia',
	'getMediaFile',
	'getDeployPreview',
]);

function actionIn(message: unknown): string {
	return String((message as { action?: unknown } | null)?.action ?? '').slice(0, 40);
}

async function answerGet(
	reception: Reception,
	request: IncomingMessage,
	response: ServerResponse,
	name: string,
	query: URLSearchParams,
	trace: Trace,
): Promise<void> {
	// A page of another site may link here, but has no business to ask.
	const site = request.headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && site !== 'none')
		throw new Refusal('wrong-origin', 'Only the editor itself may ask this.');
	if (name === 'session' && reception.identity) {
		const session = reception.sessions.find(tokenIn(request.headers.cookie));
		if (session?.person !== personOfProxy(request, reception.identity))
			return signIn(reception, request, response, undefined, trace);
	}
	const { person, session } = await signedIn(reception, request);
	trace.person = person;
	reception.limits.take('read', person.id);
	const { counter } = reception;
	if (name === 'session') return send(response, 200, sessionAnswer(reception, person, session));
	if (name === 'releases/events') return reception.events.listen(request, response);
	if (name === 'catalogue') return sendCatalogue(counter, request, response);
	const get = Object.hasOwn(gets, name) ? gets[name] : undefined;
	if (!get) throw new Refusal('not-found', 'The editing server has nothing of this name.');
	send(response, 200, await get(counter, query, person));
}

async function sendCatalogue(
	{ desk }: Counter,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { version, json } = await desk.catalogues.answer(await desk.repository.main());
	const etag = `"${version}"`;
	response.writeHead(request.headers['if-none-match'] === etag ? 304 : 200, {
		...headers,
		'content-type': 'application/json; charset=utf-8',
		'cache-control': 'no-cache',
		etag,
	});
	response.end(request.headers['if-none-match'] === etag ? undefined : json);
}

/** Whoever changes something comes from a page of this very address. */
function refuseOtherOrigins(request: IncomingMessage): void {
	const { origin, host } = request.headers;
	const from = origin === undefined ? undefined : URL.parse(origin);
	const site = request.headers['sec-fetch-site'];
	if (!from || from.host !== host || (site !== undefined && site !== 'same-origin'))
		throw new Refusal('wrong-origin', 'This did not come from the editor.');
	if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? '') && request.method === 'POST')
		throw new Refusal('bad-request', 'The editor speaks JSON.');
}

async function signIn(
	reception: Reception,
	request: IncomingMessage,
	response: ServerResponse,
	message: unknown,
	trace: Trace,
): Promise<void> {
	const { identity, sessions, people, counter, limits } = reception;
	limits.take('sign in', request.socket.remoteAddress ?? '');
	const id = identity ? personOfProxy(request, identity) : checked(messageSchemas.session, message).person;
	if (!identity && !(isLocal(request) && people.includes(id)))
		throw new Refusal('not-allowed', 'You cannot sign in here by a click.');
	const person = await counter.desk.people.find(id);
	if (!person) throw new Refusal('not-allowed', 'There is nobody of this name in the team any more.');
	trace.person = person;
	sessions.end(tokenIn(request.headers.cookie));
	const { token, session } = sessions.begin(id);
	response.setHeader('set-cookie', cookie(token, { secure: isSecure(reception) }));
	send(response, 200, sessionAnswer(reception, person, session));
}

/** Who asks. What they may do is read anew each time: it may have been changed meanwhile. */
async function signedIn(
	{ sessions, identity, counter }: Reception,
	request: IncomingMessage,
): Promise<{ person: SignedInPerson; session: Session; token: string }> {
	const token = tokenIn(request.headers.cookie);
	const session = sessions.find(token);
	const person = session && (await counter.desk.people.find(session.person));
	// The proxy may have let somebody else in since, with the same browser.
	const other = identity && session && personOfProxy(request, identity) !== session.person;
	if (!token || !session || !person || other)
		throw new Refusal('signed-out', 'You are signed out. Sign in again; what you wrote is still here.');
	return { person, session, token };
}

function sessionAnswer({ sessions, identity }: Reception, person: SignedInPerson, session: Session) {
	return {
		person,
		csrf: session.csrf,
		expires: new Date(sessions.expires(session)).toISOString(),
		local: identity === undefined,
	};
}

/** Behind a proxy with a single sign-on the browser’s connection is encrypted; on this machine it is none. */
function isSecure({ identity }: Reception): boolean {
	return identity !== undefined;
}

async function refuse(
	{ people, identity, counter }: Reception,
	request: IncomingMessage,
	response: ServerResponse,
	refusal: Refusal | undefined,
	sentence: string,
): Promise<void> {
	const code = refusal?.code ?? 'failed';
	const answer: RefusalAnswer = { error: sentence, code, ...refusal?.detail };
	if (code === 'signed-out' && !identity && isLocal(request)) {
		const found = await Promise.all(people.map((id) => counter.desk.people.find(id).catch(() => undefined)));
		answer.people = found.filter((person) => person !== undefined);
	}
	if (response.headersSent) return void response.end();
	if (code === 'too-many') response.setHeader('retry-after', '30');
	send(response, refusal?.status ?? 500, answer);
}

function send(response: ServerResponse, status: number, answer: unknown): void {
	response.writeHead(status, {
		...headers,
		'content-type': 'application/json; charset=utf-8',
		'cache-control': 'no-store',
	});
	response.end(JSON.stringify(answer));
}
