/** Reads the configuration that is written for nginx as nginx reads it, and finds nginx itself where it is installed. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { NginxConfig } from '../../src/release/index.ts';

/** The program, where there is one: on the path, or where NGINX says. */
export function nginxPath(): string | undefined {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
	return [process.env.NGINX ?? '', ...folders.map((folder) => join(folder, 'nginx'))].find(
		(path) => path !== '' && existsSync(path),
	);
}

export interface Answer {
	headers: Record<string, string>;
	/** Where it leads, when it leads elsewhere. */
	moved?: string;
}

/** What the configuration says of a file of the site, by the address nginx knows it under. */
export function readNginx({ maps, server }: NginxConfig): (uri: string) => Answer {
	const known = new Map(
		[...maps.matchAll(/^map (\$\w+) (\$\w+) \{\n([\s\S]*?)^\}/gm)].map(
			([, from = '', to = '', body = '']) => [
				to,
				{
					from,
					lines: [...body.matchAll(/^\t("(?:[^"\\]|\\.)*"|default) "((?:[^"\\]|\\.)*)";$/gm)].map(
						([, key = '', value = '']) => ({
							key: unquoted(key.replace(/^"|"$/g, '')),
							value: unquoted(value),
						}),
					),
				},
			],
		),
	);
	const valueFor = (name: string, uri: string): string => {
		if (name === '$uri') return uri;
		const map = known.get(name);
		if (!map) throw new Error(`nginx would not know ${name}`);
		const from = valueFor(map.from, uri);
		for (const { key, value } of map.lines) if (key === from) return value;
		for (const { key, value } of map.lines) {
			const found = key.startsWith('~') ? new RegExp(key.slice(1)).exec(from) : null;
			if (found) return value.replace(/\$(\w+)/g, (_, group: string) => found.groups?.[group] ?? '');
		}
		const otherwise = map.lines.find(({ key }) => key === 'default')?.value ?? '';
		return otherwise === '$uri' ? uri : otherwise;
	};
	const headers = [...server.matchAll(/^add_header (\S+) (\$\w+) always;$/gm)];
	const moved = /^if \((\$\w+)\) \{ return 301 \1; \}$/m.exec(server)?.[1] ?? '';
	return (uri) => {
		const to = valueFor(moved, uri);
		return {
			headers: Object.fromEntries(
				headers
					.map(([, header = '', name = '']) => [header, valueFor(name, uri)] as const)
					.filter(([, value]) => value !== ''),
			),
			...(to !== '' && { moved: to }),
		};
	};
}

function unquoted(text: string): string {
	return text.replaceAll('\\"', '"');
}
