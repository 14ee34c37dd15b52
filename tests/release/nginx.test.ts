/**
 * The example for nginx serves both sites as the preview does: the same headers, editions with their dates, addresses of
 * the past. What is written for nginx is always read as nginx reads it; where nginx is installed, it serves the sites.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/release/digest.ts';
import { nginxConfig, type SiteName, siteNames } from '../../src/release/index.ts';
import { pastHeaders, pastRedirects } from '../../src/release/served-past.ts';
import { headerRules, headersFor } from '../../src/sites/shared/security.ts';
import { BUILT, ROOT } from '../build-sites.ts';
import { nginxPath, readNginx } from './nginx-reader.ts';

const nginx = nginxPath();
const example = readFileSync(join(ROOT, 'deploy', 'nginx', 'victim-communication.conf'), 'utf8');
const folderOf = (site: SiteName) => join(BUILT, site);
const addressesOf = (site: SiteName) =>
	filesBelow(folderOf(site)).map((file) => ({
		file: `/${file}`,
		address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
	}));
const expected = (site: SiteName, address: string) => ({
	...headersFor(address),
	...pastHeaders(folderOf(site), address),
});

describe.each(siteNames)('what is written for nginx of the %s site', (site) => {
	const config = nginxConfig(site, folderOf(site), headerRules);
	const read = readNginx(config);

	it('gives every file the headers that the preview gives it', () => {
		const addresses = addressesOf(site);
		expect(addresses.length).toBeGreaterThan(100);
		for (const { file, address } of addresses)
			expect(read(file), file).toEqual({ headers: expected(site, address) });
	});

	it('leads addresses of the past to those of today', () => {
		const redirects = pastRedirects(folderOf(site));
		expect(redirects.length).toBeGreaterThan(10);
		for (const { from, to } of redirects) expect(read(from).moved, from).toBe(to);
	});

	it('is included by the example, with its own folder', () => {
		expect(example).toContain(`include /etc/nginx/victim-communication/${site}-maps.conf;`);
		expect(example).toContain(`include /etc/nginx/victim-communication/${site}-server.conf;`);
		expect(example).toContain(`root /srv/victim-communication/releases/current/${site};`);
	});
});

it('an address of the past cannot leave its quotes', () => {
	const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
	writeFileSync(join(folder, 'redirects.json'), JSON.stringify([{ from: '/a"; } #', to: '/b/' }]));
	expect(readNginx(nginxConfig('public', folder, headerRules))('/a"; } #').moved).toBe('/b/');
	writeFileSync(join(folder, 'redirects.json'), JSON.stringify([{ from: '/a\n', to: '/b/' }]));
	expect(() => nginxConfig('public', folder, headerRules)).toThrow('Unexpected control character');
	rmSync(folder, { recursive: true, force: true });
});

interface Asked {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

function ask(port: number, path: string, method = 'GET'): Promise<Asked> {
	return new Promise((done, fail) => {
		const asked = request({ host: '127.0.0.1', port, path, method }, (answer) => {
			let body = '';
			answer.setEncoding('utf8').on('data', (part) => {
				body += part;
			});
			answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
		});
		asked.on('error', fail).end();
	});
}

function freePort(): Promise<number> {
	return new Promise((done) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => done(port));
		});
	});
}

// Where it is not installed, what is written for it was read above as it reads it.
if (nginx)
	describe('nginx itself, with the example', () => {
		const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
		const ports = {} as Record<SiteName, number>;
		let server: ChildProcess;
		let said = '';

		beforeAll(async () => {
			const include = join(folder, 'include');
			mkdirSync(include);
			mkdirSync(join(folder, 'releases'));
			symlinkSync(BUILT, join(folder, 'releases', 'current'));
			for (const site of siteNames) {
				ports[site] = await freePort();
				const { maps, server: lines } = nginxConfig(site, folderOf(site), headerRules);
				writeFileSync(join(include, `${site}-maps.conf`), maps);
				writeFileSync(join(include, `${site}-server.conf`), lines);
			}
			const plain = await freePort();
			const tls = siteNames.map((site) => ports[site]);
			const local = example
				.replaceAll('/etc/nginx/victim-communication', include)
				.replaceAll('/srv/victim-communication', folder)
				.replace(/^\s*ssl_certificate.*$/gm, '')
				.replace('listen 80;', `listen 127.0.0.1:${plain};`)
				.replace(/listen 443 ssl;/g, () => `listen 127.0.0.1:${tls.shift()};`);
			writeFileSync(join(folder, 'site.conf'), local);
			const types = [
				join(dirname(nginx), '..', '..', 'etc', 'nginx', 'mime.types'),
				'/etc/nginx/mime.types',
			].find((file) => existsSync(file));
			const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
				(kind) => `${kind}_temp_path ${folder}/${kind};`,
			);
			const main = `daemon off; master_process off; pid ${folder}/pid; error_log stderr notice; events {}
http { include ${types}; default_type application/octet-stream; ${temporary.join(' ')} access_log off; include ${folder}/site.conf; }`;
			writeFileSync(join(folder, 'nginx.conf'), main);
			execFileSync(nginx, ['-t', '-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
			server = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
				stdio: ['ignore', 'ignore', 'pipe'],
			});
			server.stderr?.on('data', (part) => {
				said += part;
			});
			for (;;) {
				if (server.exitCode !== null) throw new Error(said);
				const up = await ask(ports.public, '/').catch(() => undefined);
				if (up) break;
				await new Promise((done) => setImmediate(done));
			}
		});
		afterAll(async () => {
			server.kill('SIGTERM');
			await new Promise((done) => (server.exitCode === null ? server.once('exit', done) : done(undefined)));
			rmSync(folder, { recursive: true, force: true });
		});

		it.each(siteNames)('gives pages and files of the %s site their headers', async (site) => {
			const addresses = addressesOf(site);
			const step = Math.ceil(addresses.length / 150);
			const sample = [
				...addresses.filter((_, index) => index % step === 0),
				...addresses.filter(({ address }) =>
					/^\/(?:cy\/)?(?:search|compare|register|as-at)\/$/.test(address),
				),
			];
			for (const { address, file } of sample) {
				const { status, headers } = await ask(ports[site], address);
				expect(status, address).toBe(200);
				for (const [name, value] of Object.entries(expected(site, address)))
					expect(headers[name.toLowerCase()], `${name} of ${address}`).toBe(value);
				expect(headers.server).toBe('nginx');
				expect(headers['set-cookie']).toBeUndefined();
				if (file.endsWith('.html')) expect(headers['content-type']).toBe('text/html; charset=utf-8');
				if (/\.(?:mjs|jsonl|txt|css|json)$/.test(file))
					expect(headers['content-type'], file).toMatch(/^(?:text|application)\/\S+; charset=utf-8$/);
			}
		});

		it.each(siteNames)('leads to pages of the %s site, and says what is not there', async (site) => {
			for (const { from, to } of pastRedirects(folderOf(site)).slice(0, 20))
				expect(await ask(ports[site], from), from).toMatchObject({ status: 301, headers: { location: to } });
			expect(await ask(ports[site], '/register')).toMatchObject({
				status: 301,
				headers: { location: '/register/' },
			});
			for (const path of [
				'/no/such/page/',
				'/.git/HEAD',
				'/RELEASE.json',
				'/..%2fRELEASE.json',
				'/register/.x',
			]) {
				const { status, headers, body } = await ask(ports[site], path);
				expect(status, path).toBeGreaterThanOrEqual(400);
				expect(headers['content-security-policy'], path).toBe(
					headersFor('/404.html')['Content-Security-Policy'],
				);
				if (status === 404) expect(body).toContain('<h1');
			}
			expect((await ask(ports[site], '/', 'POST')).status).toBe(405);
			expect(await ask(ports[site], '/register/', 'HEAD')).toMatchObject({ status: 200, body: '' });
		});
	});
