/** What the editing server refuses: in a sentence, and with nothing changed in the repository. */
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareRepository } from '../../cms/server/index.ts';
import type { RefusalAnswer } from '../../src/cms/answers.ts';
import { CSRF_HEADER } from '../../src/cms/protocol.ts';
import {
	type Answer,
	ask,
	type Editing,
	git,
	openEditing,
	page,
	people,
	type Question,
	type Visitor,
} from './editing-server.ts';

const FIRST = 'content/guidance/first.en.mdx';
const SECOND = 'content/guidance/second.en.mdx';
const first = { collection: 'guidance', slug: 'first' };
const second = { collection: 'guidance', slug: 'second' };
const third = { collection: 'guidance', slug: 'third' };
const nothing = { collection: 'guidance', slug: 'nothing' };
const comment = { ...first, comment: 'Shorter, please.' };

let editing: Editing;
let writer: Visitor;
let approver: Visitor;
/** May do everything, and wrote the second page. */
let both: Visitor;
const images: Record<string, Buffer> = {};

beforeAll(async () => {
	editing = await openEditing(
		{ people: [...people, 'both'] },
		{
			'content/people/both.yaml':
				'name: Sam Example\nrole: Editor and approver\nmay:\n  - edit\n  - review\n  - approve\n',
		},
	);
	writer = await editing.as('guidance-lead');
	approver = await editing.as('approver');
	both = await editing.as('both');
	// What somebody pushed past the editor: links in place of a page and of a folder, and another repository.
	const { clone, repository } = editing;
	symlinkSync('../../../../../../etc/passwd', join(clone, 'content/guidance/link.en.mdx'));
	symlinkSync('../..', join(clone, 'content/terms'));
	git(clone, 'add', '.');
	const head = git(clone, 'rev-parse', 'HEAD');
	git(clone, 'update-index', '--add', '--cacheinfo', `160000,${head},content/guidance/inner.en.mdx`);
	git(clone, 'commit', '--quiet', '--message', 'Links');
	await prepareRepository({ repository, workingCopy: clone });

	const opened = await writer.open(FIRST);
	await done(writer.save(FIRST, opened.text.replace('within the day', 'today'), opened.id));
	await done(writer.post('status', { ...first, status: 'in review' }));
	const own = await both.open(SECOND);
	await done(both.save(SECOND, own.text.replace('within the day', 'today'), own.id));
	await done(both.post('status', { ...second, status: 'in review' }));
	await done(writer.post('sign-off', { ...second, language: 'en' }));
	await done(writer.post('status', { ...second, status: 'ready' }));

	const pixels = sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } });
	images.png = await pixels.clone().png().toBuffer();
	images.jpg = await pixels.clone().jpeg().toBuffer();
	images.avif = await pixels.clone().avif().toBuffer();
	images.gif = await pixels.clone().gif().toBuffer();
});
afterAll(() => editing.close());

async function done(answer: Promise<Answer>): Promise<void> {
	const { status, body } = await answer;
	expect(status, JSON.stringify(body)).toBe(200);
}

/** A question of the writer with other headers than those of the editor. */
const with_ = (headers: Question['headers']) => () =>
	writer.ask({ method: 'POST', path: '/api/comment', message: comment, headers });
const read = (path: string) => () => writer.act('getEntry', { path });
const write = (path: string, text = page('GD-009', 'A page')) => {
	return () => writer.save(path, text);
};
const says = (name: string, message: unknown, who = () => writer) => {
	return () => who().post(name, message);
};
const acts = (action: string, params: unknown, who = () => writer) => {
	return () => who().act(action, params);
};
const image = (path: string, bytes: () => Uint8Array | string, record: object | null = {}) => {
	return () =>
		writer.act('persistMedia', {
			asset: {
				path,
				content: Buffer.from(bytes()).toString('base64'),
				encoding: 'base64',
				...(record && {
					record: { alt: { en: 'A teal square' }, audience: 'staff', credit: 'Sam Example', ...record },
				}),
			},
		});
};
const role = (id: string) => () => roles[id] as Visitor;
const roles: Record<string, Visitor> = {};
beforeAll(async () => {
	for (const id of ['legal-adviser', 'welsh-lead', 'letters-lead']) roles[id] = await editing.as(id);
});

/** A picture of a few bytes that claims to have more pixels than any memory. */
function bomb(): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
		const ends = Buffer.alloc(8);
		ends.writeUInt32BE(data.length, 0);
		return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
	};
	const size = Buffer.alloc(13);
	size.writeUInt32BE(200_000, 0);
	size.writeUInt32BE(200_000, 4);
	size.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', size),
		chunk('IDAT', deflateSync(Buffer.alloc(1000))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

type Case = [what: string, send: () => Promise<Answer>, status: number, words?: RegExp];

const tables: Record<string, Case[]> = {
	'of requests that the editor as it is open here did not make': [
		['a foreign Origin', with_({ origin: 'https://example.org' }), 403, /did not come from the editor/],
		['no Origin', with_({ origin: undefined }), 403, /did not come from the editor/],
		['an Origin of nowhere', with_({ origin: 'null' }), 403],
		['an Origin with another port', with_({ origin: 'http://editor.localhost:1' }), 403],
		['a foreign Host', with_({ host: 'example.org' }), 403, /does not answer under this address/],
		[
			'a foreign Host to read from',
			() => writer.ask({ path: '/api/work', headers: { host: 'x.test' } }),
			403,
		],
		['a foreign Host and its own Origin', with_({ host: 'x.test', origin: 'http://x.test' }), 403],
		['a question of another site', with_({ 'sec-fetch-site': 'cross-site' }), 403],
		[
			'a page of another site that reads',
			() => writer.ask({ path: '/api/work', headers: { 'sec-fetch-site': 'cross-site' } }),
			403,
		],
		['no token', with_({ [CSRF_HEADER]: undefined }), 403, /Reload the page/],
		['a wrong token', with_({ [CSRF_HEADER]: 'a'.repeat(43) }), 403],
		['the token of somebody else', () => with_({ [CSRF_HEADER]: approver.headers[CSRF_HEADER] })(), 403],
		['a form', with_({ 'content-type': 'application/x-www-form-urlencoded' }), 422, /speaks JSON/],
		['plain text', with_({ 'content-type': 'text/plain' }), 422],
		['signed out, to read', () => ask(editing.address, { path: '/api/work' }), 401, /signed out/],
		[
			'signed out, to write',
			() => ask(editing.address, { method: 'POST', path: '/api/comment', message: comment }),
			401,
			/still here/,
		],
		['a made-up session', with_({ cookie: `editor-session=${'A'.repeat(43)}` }), 401],
		[
			'a sign-in as somebody who is not on the list',
			() =>
				ask(editing.address, { method: 'POST', path: '/api/session', message: { person: 'quality-lead' } }),
			403,
			/by a click/,
		],
		[
			'a sign-in as nobody',
			() =>
				ask(editing.address, { method: 'POST', path: '/api/session', message: { person: '../approver' } }),
			422,
		],
		[
			'a sign-in from another site',
			() =>
				ask(editing.address, {
					method: 'POST',
					path: '/api/session',
					message: { person: 'approver' },
					headers: { origin: 'https://example.org' },
				}),
			403,
		],
	],
	'of messages it does not know': [
		['no JSON', () => writer.ask({ method: 'POST', path: '/api/v1', bytes: '{' }), 422, /not JSON/],
		[
			'bytes that are no text',
			() => writer.ask({ method: 'POST', path: '/api/v1', bytes: Buffer.of(0xff) }),
			422,
		],
		['no message', () => writer.ask({ method: 'POST', path: '/api/v1' }), 422],
		['an unknown action', acts('constructor', {}), 422, /action/],
		['an action of another server', acts('runCommand', { command: 'id' }), 422],
		['an unknown message', says('constructor', {}), 404],
		['an unknown question', () => writer.get('__proto__'), 404],
		['another method', () => writer.ask({ method: 'PUT', path: '/api/v1', message: {} }), 422],
		['a change outside /api', () => writer.ask({ method: 'POST', path: '/', message: {} }), 422],
		['a file of the server', () => writer.ask({ path: '/../server.ts' }), 404],
		['a hidden path of the bundle', () => writer.ask({ path: '/%2e%2e/audit.jsonl' }), 404],
		[
			'parameters in parameters',
			() =>
				writer.ask({
					method: 'POST',
					path: '/api/v1',
					bytes: '{"params":'.repeat(5000) + '{}'.padEnd(5002, '}'),
				}),
			422,
		],
		['a parameter of another kind', acts('getEntry', { path: { toString: 'x' } }), 422],
		['no files', acts('persistEntry', { dataFiles: [], options: { collectionName: 'guidance' } }), 422],
		['a commit that is none', says('restore', { ...first, commit: '--all' }), 422],
		[
			'a commit of another draft',
			() => says('restore', { ...first, commit: headOf('second') })(),
			404,
			/no save/,
		],
		['a status of its own', says('status', { ...first, status: 'published' }), 422],
		['a draft named like a path', says('discard', { collection: 'guidance', slug: '../../heads/main' }), 422],
		['a draft of main', says('discard', { collection: '..', slug: 'main' }), 422],
		['a collection that is none', says('discard', { collection: 'nowhere', slug: 'main' }), 404],
		['a comment that is too long', says('comment', { ...first, comment: 'x'.repeat(2001) }), 422],
	],
	'of paths outside what the editor writes': [
		['../', read('../outside.en.mdx'), 422, /content folder only/],
		['../ within', write('content/guidance/../../package.json'), 422],
		['../ encoded', write('content/guidance/%2e%2e/x.en.mdx'), 422],
		['.git/', read('.git/config'), 422],
		['.git/ to write', write('.git/hooks/post-update'), 422],
		['.git/ below content', write('content/.git/config'), 422],
		['.git as a folder of a collection', write('content/guidance/.git/config'), 422],
		['an absolute path', read('/etc/passwd'), 422],
		['a path with a line break', write('content/guidance/a\nb.en.mdx'), 422],
		['a path with a zero byte', write('content/guidance/a\0.en.mdx'), 422],
		['a backslash', write('content\\guidance\\a.en.mdx'), 422],
		['a folder below a collection', write('content/guidance/deeper/a.en.mdx'), 422],
		['code', write('src/model/field.ts'), 422],
		['editions, which publishing alone writes', write('content/editions/register.public.jsonl'), 422],
		['another ending', write('content/guidance/page.en.md'), 422],
		['another language', write('content/guidance/page.fr.mdx'), 422],
		['a whole repository as a folder', acts('entriesByFolder', { folder: '.', extension: 'mdx' }), 422],
		[
			'a file of another entry',
			() =>
				writer.act('persistEntry', {
					dataFiles: [
						{ slug: 'a', path: 'content/guidance/a.en.mdx', raw: page('GD-009', 'A') },
						{ slug: 'b', path: 'content/guidance/b.en.mdx', raw: page('GD-010', 'B') },
					],
					options: { collectionName: 'guidance' },
				}),
			422,
			/not a file of/,
		],
		[
			'another collection than it says',
			() =>
				writer.act('persistEntry', {
					dataFiles: [{ slug: 'a', path: 'content/guidance/a.en.mdx', raw: page('GD-009', 'A') }],
					options: { collectionName: 'letters' },
				}),
			422,
		],
		[
			'a page moved by a save',
			() =>
				writer.act('persistEntry', {
					dataFiles: [
						{
							slug: 'third',
							path: 'content/guidance/third.en.mdx',
							raw: page('GD-003', 'A'),
							newPath: 'content/guidance/x.en.mdx',
						},
					],
					options: { collectionName: 'guidance' },
				}),
			422,
			/Rename/,
		],
	],
	'of what is no ordinary file': [
		['a link read', read('content/guidance/link.en.mdx'), 404],
		['a link written', write('content/guidance/link.en.mdx'), 422, /not an ordinary file/],
		['a folder that is a link, read', read('content/terms/a.yaml'), 404],
		[
			'a folder that is a link, written',
			write('content/terms/a.yaml', 'term:\n  en: a\n'),
			422,
			/not an ordinary file/,
		],
		['another repository read', read('content/guidance/inner.en.mdx'), 404],
		['another repository written', write('content/guidance/inner.en.mdx'), 422, /not an ordinary file/],
	],
	'of texts that would be a danger': [
		['---js', write('content/guidance/a.en.mdx', '---js\nmodule.exports = {}\n---\n'), 422, /first line/],
		['+++', write('content/guidance/a.en.mdx', '+++\ntitle = 1\n+++\n'), 422],
		['---js in a fact', write('content/terms/a.yaml', '---js\n{}\n---\n'), 422],
		['no front matter', write('content/guidance/a.en.mdx', 'Only words.\n'), 422],
		['a byte order mark', write('content/guidance/a.en.mdx', `\uFEFF${page('GD-009', 'A')}`), 422],
		['a control character', write('content/guidance/a.en.mdx', page('GD-009', 'A', 'a\u0007b')), 422],
		['half a character', write('content/guidance/a.en.mdx', page('GD-009', 'A', 'a\uD800b')), 422],
		[
			'a page of a megabyte',
			write('content/guidance/a.en.mdx', page('GD-009', 'A', 'words '.repeat(200_000))),
			422,
		],
		['a text beyond all measure', write('content/guidance/a.en.mdx', 'x'.repeat(2_000_001)), 422],
		[
			'a message beyond all measure',
			write('content/guidance/a.en.mdx', 'x'.repeat(17 * 1024 * 1024)),
			413,
			/too much/,
		],
	],
	'of images': [
		['SVG', image('content/media/a.svg', () => '<svg xmlns="http://www.w3.org/2000/svg"/>'), 422],
		[
			'SVG by another name',
			image('content/media/a.png', () => '<svg xmlns="http://www.w3.org/2000/svg"/>'),
			422,
			/not a PNG, JPEG or WebP/,
		],
		['AVIF', image('content/media/a.avif', () => images.avif as Buffer), 422],
		[
			'AVIF by another name',
			image('content/media/a.webp', () => images.avif as Buffer),
			422,
			/not a PNG, JPEG or WebP/,
		],
		['GIF by another name', image('content/media/a.png', () => images.gif as Buffer), 422],
		[
			'JPEG by the name of PNG',
			image('content/media/a.png', () => images.jpg as Buffer),
			422,
			/Name it \.jpg/,
		],
		['HTML that begins like a GIF', image('content/media/a.png', () => 'GIF89a/*<script>*/=1'), 422],
		[
			'HTML that begins like a PNG',
			image('content/media/a.png', () =>
				Buffer.concat([(images.png as Buffer).subarray(0, 8), Buffer.from('<script>alert(1)</script>')]),
			),
			422,
			/damaged/,
		],
		[
			'half a picture',
			image('content/media/a.png', () => (images.png as Buffer).subarray(0, 60)),
			422,
			/damaged/,
		],
		['a picture of forty gigapixels', image('content/media/a.png', bomb), 422],
		[
			'nine megabytes',
			image('content/media/a.png', () =>
				Buffer.concat([images.png as Buffer, Buffer.alloc(9_000_000 - 100)]),
			),
			413,
			/may have 8/,
		],
		[
			'no words for who cannot see it',
			image('content/media/a.png', () => images.png as Buffer, null),
			422,
			/cannot see the image/,
		],
		[
			'an empty text alternative',
			image('content/media/a.png', () => images.png as Buffer, { alt: { en: '' } }),
			422,
		],
		['an image beside the pages', image('content/guidance/a.png', () => images.png as Buffer), 422],
		['an image outside', image('content/media/../../a.png', () => images.png as Buffer), 422],
		['a page sent as an image', image('content/guidance/a.en.mdx', () => page('GD-009', 'A')), 422],
	],
	'of other roles’ deeds': [
		[
			'an approver who writes',
			() => approver.save(FIRST, page('GD-001', 'Mine')),
			403,
			/Ask somebody who may/,
		],
		['a legal adviser who writes', () => role('legal-adviser')().save(FIRST, page('GD-001', 'Mine')), 403],
		[
			'an approver who adds an image',
			() =>
				approver.act('persistMedia', {
					asset: { path: 'content/media/a.png', content: '', encoding: 'base64' },
				}),
			403,
		],
		[
			'a legal adviser who withdraws',
			says('withdraw', { ...third, why: 'Old.' }, role('legal-adviser')),
			403,
		],
		['an approver who renames', says('rename', { ...third, to: 'other' }, () => approver), 403],
		[
			'an editor who publishes',
			says('publish', { drafts: [second] }, role('letters-lead')),
			403,
			/Ask an approver/,
		],
		[
			'an editor who publishes by Decap’s action',
			acts('publishUnpublishedEntry', second, role('letters-lead')),
			403,
		],
		[
			'a translator who signs English',
			says('sign-off', { ...first, language: 'en' }, role('welsh-lead')),
			403,
		],
		[
			'a translator who says an English text is ready',
			says('status', { ...first, status: 'ready' }, role('welsh-lead')),
			403,
		],
		['somebody who did not write it discards', says('discard', first, role('letters-lead')), 403],
		['own review', says('sign-off', { ...first, language: 'en' }), 403, /somebody else/],
		['own words called ready', says('status', { ...first, status: 'ready' }), 403, /somebody else/],
		[
			'own words called ready, by Decap’s action',
			acts('updateUnpublishedEntryStatus', { ...first, newStatus: 'pending_publish' }),
			403,
		],
		['own publishing', says('publish', { drafts: [second] }, () => both), 403, /somebody else/],
		['own publishing, by Decap’s action', acts('publishUnpublishedEntry', second, () => both), 403],
		[
			'a draft in a release that may not be published',
			says('publish', { drafts: [second, first] }, () => approver),
			403,
		],
	],
	'of steps before their turn': [
		[
			'publishing what nobody reviewed',
			says('publish', { drafts: [first] }, () => approver),
			403,
			/not ready/,
		],
		[
			'ready without a sign-off',
			says('status', { ...first, status: 'ready' }, role('legal-adviser')),
			403,
			/signed off first/,
		],
		['a draft that is not there', says('status', { ...nothing, status: 'in review' }), 404, /no draft/],
		['publishing a draft that is not there', says('publish', { drafts: [nothing] }, () => approver), 404],
		['an id that is taken', says('rename', { ...third, to: 'first' }), 403, /already/],
		[
			'withdrawing what was never published',
			says('withdraw', { ...nothing, why: 'Old.' }),
			404,
			/never published/,
		],
		['deleting a page', acts('deleteFile', { path: 'content/guidance/third.en.mdx' }), 403, /Withdraw it/],
		['deleting many', acts('deleteFiles', { paths: [FIRST, SECOND] }), 403, /Withdraw it/],
		[
			'saving what another saved first',
			() => writer.save(SECOND, page('GD-002', 'Mine', 'Mine.'), 'f'.repeat(40)),
			409,
			/Nothing of yours is lost/,
		],
		[
			'settling with a text nobody has',
			says('settle', { ...second, path: SECOND, text: page('GD-002', 'Mine'), theirs: 'f'.repeat(40) }),
			409,
			/once more/,
		],
	],
};

function headOf(slug: string): string {
	return editing.git('rev-parse', `refs/heads/cms/guidance/${slug}`);
}

/** Everything in the repository but objects and what was read of them: branches, settings, hooks. */
function state(): string {
	const files = readdirSync(editing.repository, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/objects|kept-bodies/.test(entry.parentPath))
		.map((entry) => join(entry.parentPath, entry.name));
	return files
		.sort()
		.map((file) => `${file}\n${readFileSync(file, 'utf8')}`)
		.join('\n');
}

describe.each(Object.entries(tables))('refusals %s', (_, cases) => {
	it.each(cases)('%s', async (_what, send, status, words) => {
		const before = state();
		const lines = editing.audit().length;
		const answer = await send();
		const { error, code } = answer.body as RefusalAnswer;
		expect(answer.status, JSON.stringify(answer.body)).toBe(status);
		expect(error).toMatch(/^\p{Lu}|^“|^---/u);
		expect(error).toMatch(/[.!]$/);
		expect(error).toMatch(words ?? /./);
		expect(state()).toBe(before);
		expect(editing.audit().slice(lines)).toEqual([expect.objectContaining({ outcome: code })]);
	});
});
