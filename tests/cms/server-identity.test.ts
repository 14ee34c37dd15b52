/** Behind a single sign-on: who somebody is, as its proxy says, and nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefusalAnswer, SessionAnswer } from '../../src/cms/answers.ts';
import { CSRF_HEADER } from '../../src/cms/protocol.ts';
import { ask, type Editing, openEditing } from './editing-server.ts';

const secret = 'a secret of this test, with more than 32 characters';
const identity = {
	proxy: '127.0.0.1',
	header: 'X-Editor-Person',
	secretHeader: 'X-Editor-Secret',
	secret,
	people: { 'ash@example.org': 'guidance-lead', 'pat@example.org': 'approver', 'gone@example.org': 'nobody' },
};
const asks = (name: string | undefined, more: Record<string, string | undefined> = {}) =>
	ask(editing.address, {
		path: '/api/session',
		headers: { 'x-editor-person': name, 'x-editor-secret': secret, ...more },
	});

let editing: Editing;
beforeAll(async () => {
	editing = await openEditing({ identity });
});
afterAll(() => editing.close());

it('signs in whoever the proxy names, with a cookie for encrypted connections alone', async () => {
	const { status, body, headers } = await asks('ash@example.org');
	expect(status, JSON.stringify(body)).toBe(200);
	expect(body as SessionAnswer).toMatchObject({ person: { id: 'guidance-lead' }, local: false });
	expect(headers['set-cookie']?.[0]).toMatch(
		/^editor-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
	);
});

describe('refuses', () => {
	it.each([
		['no secret', 'ash@example.org', { 'x-editor-secret': undefined }, 403],
		['another secret', 'ash@example.org', { 'x-editor-secret': 'a guess' }, 403],
		['no name', undefined, {}, 403],
		['a name that is not on the list', 'kim@example.org', {}, 403],
		['a name that every object knows', 'constructor', {}, 403],
		['somebody who is no longer in the team', 'gone@example.org', {}, 403],
	])('%s', async (_, name, more, wanted) => {
		const { status, body, headers } = await asks(name, more);
		expect(status).toBe(wanted);
		expect((body as RefusalAnswer).error).toMatch(/\.$/);
		expect(headers['set-cookie']).toBeUndefined();
	});

	it('a sign-in by a click', async () => {
		const message = { person: 'approver' };
		const { status } = await ask(editing.address, { method: 'POST', path: '/api/session', message });
		expect(status).toBe(403);
	});

	it('the session of somebody else, when another comes with the same browser', async () => {
		const first = await asks('ash@example.org');
		const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
		const change = (name: string) =>
			ask(editing.address, {
				method: 'POST',
				path: '/api/comment',
				message: { collection: 'guidance', slug: 'first', comment: 'Mine.' },
				headers: {
					cookie,
					[CSRF_HEADER]: (first.body as SessionAnswer).csrf,
					'x-editor-person': name,
					'x-editor-secret': secret,
				},
			});
		// There is no draft; but he is let in so far.
		expect((await change('ash@example.org')).status).toBe(404);
		expect((await change('pat@example.org')).status).toBe(401);
		const theirs = await asks('pat@example.org', { cookie });
		expect(theirs.body as SessionAnswer).toMatchObject({ person: { id: 'approver' } });
		expect((await change('ash@example.org')).status).toBe(401);
	});
});

it('ends a session after two hours without a request, and after twelve in any case', async () => {
	const local = await openEditing();
	const writer = await local.as('guidance-lead');
	const hour = 3_600_000;
	for (let passed = 1; passed <= 11; passed++) {
		local.pass(hour);
		expect((await writer.get('session')).status, `after ${passed} hours`).toBe(200);
	}
	local.pass(hour);
	const ended = await writer.get('session');
	expect(ended.status).toBe(401);
	expect((ended.body as RefusalAnswer).people?.map(({ id }) => id)).toContain('guidance-lead');
	const reviewer = await local.as('legal-adviser');
	local.pass(2 * hour);
	expect((await reviewer.get('session')).status).toBe(401);
	await local.close();
});

it('asks somebody who changes more than anybody does by hand to wait', async () => {
	const local = await openEditing();
	const writer = await local.as('guidance-lead');
	const change = () => writer.post('comment', { collection: 'guidance', slug: 'first', comment: 'Again.' });
	const before: number[] = [];
	for (let count = 0; count < 120; count++) before.push((await change()).status);
	expect(new Set(before)).toEqual(new Set([404]));
	const refused = await change();
	expect(refused.status).toBe(429);
	expect(refused.headers['retry-after']).toBe('30');
	local.pass(30_000);
	expect((await change()).status).toBe(404);
	await local.close();
});

it('lets somebody go on when the clock is set back', async () => {
	const local = await openEditing();
	const writer = await local.as('guidance-lead');
	const change = () => writer.post('comment', { collection: 'guidance', slug: 'first', comment: 'Again.' });
	expect((await change()).status).toBe(404);
	local.pass(-60_000);
	expect((await change()).status).toBe(404);
	await local.close();
});
