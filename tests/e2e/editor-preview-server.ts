/** The editor under the headers of its server, over the content of this repository, with some files in other words. What is saved is kept to be looked at. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { bundleEditor } from '../../cms/bundle.ts';
import { headers } from '../../cms/server/bundle.ts';
import type { CatalogueData } from '../../src/cms/catalogue-data.ts';
import { sent } from '../cms/published.ts';

const root = resolve(import.meta.dirname, '../..');

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
};

export interface EditorToRead {
	address: string;
	/** Texts of files in place of those of the repository, by path: `content/letters/x.en.mdx`. */
	texts: Map<string, string>;
	/** Entries published beside those of the repository. */
	published: CatalogueData['entries'];
	/** Images, by path, in base64. */
	images: Map<string, string>;
	/** Every file that was saved. */
	saved: { path: string; raw: string }[];
	close(): Promise<void>;
}

export async function serveEditor(): Promise<EditorToRead> {
	const bundle = await bundleEditor(root, join(root, 'var/test-editor'));
	const texts = new Map<string, string>();
	const saved: EditorToRead['saved'] = [];
	const published: EditorToRead['published'] = [];
	const images = new Map<string, string>();
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://editor.invalid');
		const answer = pathname.startsWith('/api/')
			? answerTo(pathname, pathname === '/api/v1' ? await bodyOf(request) : undefined)
			: undefined;
		if (answer !== undefined) {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer));
			return;
		}
		if (
			pathname.startsWith('/api/') ||
			!existsSync(join(bundle, pathname === '/' ? 'index.html' : pathname))
		) {
			response.writeHead(404, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ error: 'There is no such thing.', code: 'not-found' }));
			return;
		}
		const file = pathname === '/' ? '/index.html' : pathname;
		response.writeHead(200, {
			'content-type': types[extname(file)] ?? 'application/octet-stream',
			...headers,
		});
		response.end(readFileSync(join(bundle, file)));
	});

	const read = (path: string) => ({
		data: texts.get(path) ?? readFileSync(join(root, path), 'utf8'),
		file: { path, id: '' },
	});
	const imageAt = (path: string) => ({
		id: path,
		path,
		name: path.split('/').at(-1),
		content: images.get(path) ?? '',
		encoding: 'base64',
	});
	const answerTo = (path: string, message?: Message): unknown => {
		switch (path) {
			case '/api/session':
				return {
					person: { id: 'sam', name: 'Sam Example', role: 'Editor', may: ['edit'] },
					csrf: 'token',
					expires: '2100-01-01T00:00:00Z',
					local: true,
				};
			case '/api/catalogue':
				return { version: '1', ...sent, entries: [...sent.entries, ...published] };
			case '/api/work':
				return { drafts: [] };
			case '/api/releases':
				return { releases: [] };
			case '/api/v1':
				return message && decap(message);
			default:
				return undefined;
		}
	};
	const decap = ({ action, params }: Message): unknown => {
		switch (action) {
			case 'info':
				return { repo: 'content', publish_modes: ['editorial_workflow'], type: 'content' };
			case 'entriesByFolder':
				return readdirSync(join(root, params.folder))
					.filter((name) => name.endsWith(`.${params.extension}`))
					.map((name) => read(`${params.folder}/${name}`));
			case 'entriesByFiles':
				return params.files.map(({ path }) => read(path));
			case 'getEntry':
				return texts.has(params.path) || existsSync(join(root, params.path)) ? read(params.path) : undefined;
			case 'getMediaFile':
				return imageAt(params.path);
			case 'getMedia':
				return [...images.keys()].map(imageAt);
			case 'unpublishedEntries':
				return [];
			case 'persistEntry':
				saved.push(...params.dataFiles);
				return {
					message: 'Saved',
					ids: {},
					status: 'draft',
					issues: [],
					droppedSignOffs: [],
					slug: params.dataFiles[0]?.slug,
				};
			default:
				return undefined;
		}
	};

	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as { port: number };
	return {
		address: `http://127.0.0.1:${port}/`,
		texts,
		published,
		images,
		saved,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

/** As far as it is answered here. */
interface Message {
	action: string;
	params: {
		path: string;
		folder: string;
		extension: string;
		files: { path: string }[];
		dataFiles: { path: string; raw: string; slug: string }[];
	};
}

async function bodyOf(request: IncomingMessage): Promise<Message> {
	let text = '';
	for await (const part of request) text += part;
	return JSON.parse(text) as Message;
}
