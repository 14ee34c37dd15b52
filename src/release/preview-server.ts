/**
 * Serves a finished site on this machine, with the headers a real server must send, and tells open pages to
 * reload when the site was built again.
 *
 * For use while writing only: it binds to 127.0.0.1 and answers nobody who asks under another name.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { pastHeaders, pastRedirects } from './served-past.ts';

export interface PreviewOptions {
	/** Folder of the finished site. */
	folder: string;
	port: number;
	/** Headers for an address. */
	headersFor(path: string): Record<string, string>;
	/** Where addresses of the past lead. */
	redirects(): readonly { from: string; to: string }[];
	/** Where the editor is, for pages to link to what they are made of. */
	editor?(): string | undefined;
	/** Whether pages reload by themselves; without it they are served exactly as they are. Default: true. */
	live?: boolean;
}

export interface PreviewServer {
	/** `http://127.0.0.1:4321/` */
	address: string;
	/** Tell open pages that the site was built again, or what is wrong with the content. */
	announce(issues: readonly Issue[]): void;
	close(): Promise<void>;
}

const LIVE_SCRIPT = '/.live/reload.js';
const LIVE_EVENTS = '/.live/events';

const contentTypes: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.jsonl': 'application/jsonl; charset=utf-8',
	'.link': 'application/link-format',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
};

/** Serve a site. A port in use is answered by trying the next; `address` says which it became. */
export async function startPreview(options: PreviewOptions): Promise<PreviewServer> {
	const listeners = new Set<ServerResponse>();
	let latest: readonly Issue[] = [];
	let build = 0;
	const message = () => `data: ${JSON.stringify({ build, issues: latest, editor: options.editor?.() })}\n\n`;
	const server = createServer((request, response) => {
		if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? ''))
			return end(response, 421, 'This server answers under 127.0.0.1 and localhost only.');
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return end(response, 405, 'Only GET and HEAD.');
		const path = pathOf(request.url ?? '/');
		if (path === undefined) return end(response, 400, 'That address is malformed.');
		if (path === LIVE_SCRIPT)
			return end(
				response,
				200,
				readFileSync(join(import.meta.dirname, 'live-reload.js'), 'utf8'),
				contentTypes['.js'],
			);
		if (path === LIVE_EVENTS) {
			response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
			response.write(message());
			listeners.add(response);
			request.on('close', () => listeners.delete(response));
			return;
		}
		try {
			answer(options, request, response, path);
		} catch (error) {
			// A build may take a file away between two looks at it.
			console.error(`${path}: ${error instanceof Error ? error.message : error}`);
			end(response, 503, notReadable, contentTypes['.html']);
		}
	});
	const port = await listen(server, options.port);
	return {
		address: `http://127.0.0.1:${port}/`,
		announce(issues) {
			latest = issues;
			build++;
			for (const listener of listeners) listener.write(message());
		},
		async close() {
			for (const listener of listeners) listener.end();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

/** The path of a request target; undefined when it is none of this server’s. */
function pathOf(target: string): string | undefined {
	if (!/^\/(?![/\\])/.test(target)) return undefined;
	const address = URL.parse(target, 'http://site.invalid');
	return address?.host === 'site.invalid' && !address.pathname.startsWith('//')
		? address.pathname
		: undefined;
}

function answer(
	{ folder, headersFor, redirects, live = true }: PreviewOptions,
	request: IncomingMessage,
	response: ServerResponse,
	path: string,
): void {
	let decoded = '\0';
	try {
		decoded = decodeURIComponent(path);
	} catch {
		// Malformed, as a NUL is.
	}
	const file = join(folder, normalize(`/${decoded}`), decoded.endsWith('/') ? 'index.html' : '');
	const notFound = join(folder, '404.html');
	const moved = [...redirects(), ...pastRedirects(folder)].find(({ from }) => from === path);
	if (/[\0\\]/.test(decoded) || !file.startsWith(folder + sep))
		end(response, 400, 'That address is malformed.');
	else if (existsSync(file) && statSync(file).isDirectory()) redirect(response, `${path}/`);
	else if (existsSync(file))
		send(file, 200, { ...headersFor(path), ...pastHeaders(folder, path) }, live, request, response);
	else if (moved) redirect(response, moved.to);
	else if (existsSync(notFound)) send(notFound, 404, headersFor('/404.html'), live, request, response);
	else end(response, 503, notBuilt, contentTypes['.html']);
}

/** What is shown while content problems have kept the site from being built at all. */
const notBuilt = `<!doctype html><html lang="en"><title>Not built yet</title><h1>This site has not been built yet</h1><p>The content has problems. They are listed below and in the terminal; this page reloads when they are fixed.</p><script type="module" src="${LIVE_SCRIPT}"></script></html>`;

/** What is shown when a file cannot be read now, most likely because a build is putting another in its place. */
const notReadable =
	'<!doctype html><html lang="en"><title>Not ready</title><meta http-equiv="refresh" content="1"><h1>This page cannot be read now</h1><p>Most likely it is being built. It loads again by itself; when it goes on saying this, the terminal says why.</p></html>';

function send(
	file: string,
	status: number,
	headers: Record<string, string>,
	live: boolean,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const type = contentTypes[extname(file)] ?? 'application/octet-stream';
	const bytes = readFileSync(file);
	if (!live || type !== contentTypes['.html']) {
		response.writeHead(status, {
			...headers,
			'content-type': type,
			...(live && { 'Cache-Control': 'no-cache' }),
		});
		response.end(request.method === 'HEAD' ? undefined : bytes);
		return;
	}
	// The page may ask this server, and only here, whether it was built again.
	const allow = (policy: string) => policy.replace("connect-src 'none'", "connect-src 'self'");
	const html = allow(bytes.toString('utf8')).replace(
		'</body>',
		`<script type="module" src="${LIVE_SCRIPT}"></script></body>`,
	);
	const local = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			allow(value).replace('; upgrade-insecure-requests', ''),
		]),
	);
	response.writeHead(status, { ...local, 'content-type': type, 'Cache-Control': 'no-store' });
	response.end(request.method === 'HEAD' ? undefined : html);
}

function redirect(response: ServerResponse, to: string): void {
	response.writeHead(301, { location: to }).end();
}

function end(response: ServerResponse, status: number, text: string, type = contentTypes['.txt']): void {
	response.writeHead(status, { 'content-type': type }).end(text);
}

async function listen(server: Server, wanted: number): Promise<number> {
	for (let port = wanted; port < wanted + 50; port++) {
		const free = await new Promise<boolean>((done, fail) => {
			const began = () => done(true);
			server.once('error', (error: NodeJS.ErrnoException) => {
				// Else each port tried leaves a listener behind.
				server.off('listening', began);
				if (error.code === 'EADDRINUSE') done(false);
				else fail(error);
			});
			server.once('listening', began);
			server.listen(port, '127.0.0.1');
		});
		server.removeAllListeners('error');
		if (free) return port;
		console.log(`Port ${port} is in use; trying ${port + 1}.`);
	}
	throw new Error(`No free port from ${wanted} to ${wanted + 49}`);
}
