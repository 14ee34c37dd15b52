/**
 * Who somebody is before they have a session: here, one of the demonstration people by a click; behind a single sign-on,
 * whoever its proxy says. Never both, and by a click only on the machine the server runs on.
 */
import type { IncomingMessage } from 'node:http';
import type { ProxyIdentity } from './options.ts';
import { Refusal } from './refusal.ts';
import { sameSecret } from './sessions.ts';

/** The id of the person whom the proxy names; a refusal when it is not the proxy, or names nobody we know. */
export function personOfProxy(request: IncomingMessage, identity: ProxyIdentity): string {
	const { proxy, header, secretHeader, secret, people } = identity;
	const from = request.socket.remoteAddress?.replace(/^::ffff:/, '');
	const said = request.headers[secretHeader.toLowerCase()];
	if (from !== proxy || typeof said !== 'string' || !sameSecret(said, secret))
		throw new Refusal('not-allowed', 'The editor is reached through the organisation’s own address only.');
	const name = request.headers[header.toLowerCase()];
	const person = typeof name === 'string' && Object.hasOwn(people, name) ? people[name] : undefined;
	if (!person)
		throw new Refusal(
			'not-allowed',
			'You are signed in, but nobody has said yet what you may do in the editor. Ask its team.',
		);
	return person;
}

const LOCAL = /^(?:127\.0\.0\.1|localhost|editor\.localhost)$/;

/** Whether a click is enough: the connection comes from this machine and asks for it by a name of its own. */
export function isLocal(request: IncomingMessage): boolean {
	const from = request.socket.remoteAddress?.replace(/^::ffff:/, '');
	return from === '127.0.0.1' && LOCAL.test(hostName(request));
}

/** The name of the `Host` header, without the port. */
export function hostName(request: IncomingMessage): string {
	return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}
