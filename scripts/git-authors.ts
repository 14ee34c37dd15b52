/** Who wrote a file, told by the history of the repository: the editor commits as `<person>@people.invalid`. */
import { execFileSync } from 'node:child_process';
import { join, relative, sep } from 'node:path';
import type { AuthorsOf } from '../src/release/index.ts';

interface Change {
	at: string;
	person: string;
}

/** The authors of the files of a content folder. Where there is no repository, nobody is known. */
export function authorsIn(content: string): AuthorsOf {
	let changes: Map<string, Change[]> | undefined;
	return (files, since = '') => {
		changes ??= changesIn(content);
		const found = files.flatMap((file) => changes?.get(file) ?? []).filter(({ at }) => at > since);
		return [...new Set(found.map(({ person }) => person))];
	};
}

/** Every change a person made, by file; read once for all. */
function changesIn(content: string): Map<string, Change[]> {
	const changes = new Map<string, Change[]>();
	const git = (...command: string[]) =>
		execFileSync('git', command, {
			cwd: content,
			encoding: 'utf8',
			maxBuffer: 256 * 1024 * 1024,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	let log: string;
	let top: string;
	try {
		top = git('rev-parse', '--show-toplevel').trim();
		log = git(
			'log',
			'--no-renames',
			'--name-only',
			'--author=@people.invalid',
			'--format=%x01%cI%x00%ae',
			'--',
			'.',
		);
	} catch {
		return changes;
	}
	for (const block of log.split('\x01').slice(1)) {
		const [head = '', ...names] = block.split('\n');
		const [at = '', email = ''] = head.split('\x00');
		const person = /^([a-z0-9-]+)@people\.invalid$/.exec(email)?.[1];
		if (person === undefined) continue;
		for (const name of names.filter((each) => each !== '')) {
			const file = relative(content, join(top, name)).split(sep).join('/');
			const known = changes.get(file) ?? [];
			changes.set(file, [...known, { at: new Date(at).toISOString(), person }]);
		}
	}
	return changes;
}
