/** The preview server while a build takes away and puts in place what it serves. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type PreviewServer, startPreview } from '../../src/release/preview-server.ts';

let folder: string;
let server: PreviewServer;
/** What happens when the server has found the file and has not read it yet. */
let meanwhile = () => {};

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'preview-'));
	server = await startPreview({
		folder,
		port: 4851,
		redirects: () => [],
		headersFor: () => {
			meanwhile();
			return {};
		},
	});
});
afterEach(() => {
	meanwhile = () => {};
	vi.restoreAllMocks();
});
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

it.each(['index.html', 'style.css'])(
	'answers when %s vanishes during the request, and goes on',
	async (name) => {
		const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const file = join(folder, name);
		writeFileSync(file, 'whole');
		meanwhile = () => rmSync(file);
		const address = new URL(name, server.address);
		const { status, headers } = await fetch(address);
		expect({ status, type: headers.get('content-type') }).toEqual({
			status: 503,
			type: 'text/html; charset=utf-8',
		});
		expect(said).toHaveBeenCalledWith(expect.stringContaining(`/${name}: ENOENT`));

		meanwhile = () => {};
		writeFileSync(file, 'whole again');
		const after = await fetch(address);
		expect({ status: after.status, text: await after.text() }).toEqual({ status: 200, text: 'whole again' });
	},
);

it('answers when the list of addresses of the past cannot be read', async () => {
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	writeFileSync(join(folder, 'redirects.json'), '[{"from":');
	expect((await fetch(server.address)).status).toBe(503);
	writeFileSync(join(folder, 'redirects.json'), '[{"from":"/old/","to":"/new/"}]');
	const { status, headers } = await fetch(new URL('old/', server.address), { redirect: 'manual' });
	expect({ status, to: headers.get('location') }).toEqual({ status: 301, to: '/new/' });
});
