/** The files of the editor itself: read once, served with a policy that lets nothing else run. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff': 'font/woff',
	'.woff2': 'font/woff2',
	'.ico': 'image/x-icon',
};

/** Decap writes style attributes; nothing else is let in from anywhere. Images are those somebody is about to add. */
const POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	// Decap reads a chosen image from the address the browser gave it.
	"connect-src 'self' blob:",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self' data:",
	"frame-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. */
export const headers = {
	'content-security-policy': POLICY,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-robots-tag': 'noindex',
} as const;

export interface Bundle {
	/** Serve a path; false when the bundle has no such file. */
	serve(path: string, head: boolean, response: ServerResponse): boolean;
}

export function openBundle(folder: string): Bundle {
	const files = new Map(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
			.map((entry) => {
				const file = join(entry.parentPath, entry.name);
				return [file.slice(folder.length).replaceAll('\\', '/'), readFileSync(file)] as const;
			}),
	);
	return {
		serve(path, head, response) {
			const name = path.endsWith('/') ? `${path}index.html` : path;
			const bytes = files.get(name);
			if (!bytes) return false;
			response.writeHead(200, {
				...headers,
				'content-type': types[extname(name)],
				'content-length': bytes.length,
				// The names of assets change with their content.
				'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
			});
			response.end(head ? undefined : bytes);
			return true;
		},
	};
}
