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
	return authorsFrom(
		orNothing(() => {
			const top = git(['-C', content, 'rev-parse', '--show-toplevel']).trim();
			return changesIn(git(['-C', content, ...LOG, '--', '.']), (name) =>
				relative(content, join(top, name)).split(sep).join('/'),
			);
		}),
	);
}

/** The authors of the files of what is published in a bare repository. */
export function authorsOnMain(repository: string): AuthorsOf {
	return authorsFrom(() =>
		changesIn(git([`--git-dir=${repository}`, ...LOG, 'main', '--', 'content']), (name) =>
			name.replace(/^content\//, ''),
		),
	);
}

/** Every change a person made, by file. */
type Changes = Map<string, Change[]>;

function authorsFrom(read: () => Changes): AuthorsOf {
	let changes: Changes | undefined;
	return (files, since = '') => {
		changes ??= read();
		const found = files.flatMap((file) => changes?.get(file) ?? []).filter(({ at }) => at > since);
		return [...new Set(found.map(({ person }) => person))];
	};
}

function orNothing(read: () => Changes): () => Changes {
	return () => {
		try {
			return read();
		} catch {
			return new Map();
		}
	};
}

const LOG = ['log', '--no-renames', '--name-only', '--author=@people.invalid', '--format=%x01%cI%x00%ae'];

function git(command: readonly string[]): string {
	return execFileSync('git', command, {
		encoding: 'utf8',
		maxBuffer: 256 * 1024 * 1024,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
}

/** Every change a person made, as the log tells; `fileOf` names a file below the content folder. */
function changesIn(log: string, fileOf: (name: string) => string): Changes {
	const changes: Changes = new Map();
	for (const block of log.split('\x01').slice(1)) {
		const [head = '', ...names] = block.split('\n');
		const [at = '', email = ''] = head.split('\x00');
		const person = /^([a-z0-9-]+)@people\.invalid$/.exec(email)?.[1];
		if (person === undefined) continue;
		for (const name of names.filter((each) => each !== '')) {
			const file = fileOf(name);
			const known = changes.get(file) ?? [];
			changes.set(file, [...known, { at: new Date(at).toISOString(), person }]);
		}
	}
	return changes;
}
