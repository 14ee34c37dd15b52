/** Commits: who did what, and the trailers in which a draft keeps its workflow. */

export interface Commit {
	id: string;
	tree: string;
	parents: string[];
	author: { name: string; email: string };
	/** Milliseconds. */
	at: number;
	subject: string;
	trailers: Trailer[];
}

export interface Trailer {
	key: string;
	value: string;
}

export interface Identity {
	name: string;
	email: string;
}

/** Who writes the commits that nobody in particular made. */
export const serverIdentity: Identity = { name: 'Editing server', email: 'editor@people.invalid' };

/** A person in a commit. Addresses are ids, which say nothing to anybody outside. */
export function identityOf({ id, name }: { id: string; name: string }): Identity {
	return { name: name.replace(/[<>\p{Cc}]/gu, ' ').trim() || id, email: `${id}@people.invalid` };
}

/** The id of the person with an address; the address itself when it is nobody’s here. */
export function personIdOf(email: string): string {
	return /^(.+)@people\.invalid$/.exec(email)?.[1] ?? email;
}

/** Read the bytes of a commit object. */
export function parseCommit(id: string, bytes: Buffer): Commit {
	const text = bytes.toString('utf8');
	const end = text.indexOf('\n\n');
	const headers = text.slice(0, end).split('\n');
	const header = (key: string) =>
		headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
	const [, name = '', email = '', seconds = '0'] =
		/^(.*) <([^>]*)> (\d+)/.exec(header('author')[0] ?? '') ?? [];
	const message = text.slice(end + 2);
	return {
		id,
		tree: header('tree')[0] ?? '',
		parents: header('parent'),
		author: { name, email },
		at: Number(seconds) * 1000,
		subject: message.split('\n')[0] ?? '',
		trailers: parseTrailers(message),
	};
}

export function trailer(commit: Commit, key: string): string | undefined {
	return commit.trailers.find((each) => each.key === key)?.value;
}

/**
 * A message: subject, then trailers. Lines of a value after its first are indented and an empty one is a full stop, so
 * that no value can look like another trailer.
 */
export function printMessage(subject: string, trailers: readonly Trailer[]): string {
	const lines = trailers.map(({ key, value }) => {
		const [first = '', ...rest] = value.trim().split(/\r\n|\r|\n/);
		return [`${key}: ${first}`, ...rest.map((line) => ` ${line.trim() === '' ? '.' : line}`)].join('\n');
	});
	return `${subject.replace(/\s+/g, ' ')}\n\n${lines.join('\n')}\n`;
}

function parseTrailers(message: string): Trailer[] {
	const block = message.trimEnd().split('\n\n').slice(1).at(-1) ?? '';
	const trailers: Trailer[] = [];
	for (const line of block.split('\n')) {
		const [, key, value = ''] = /^([A-Z][A-Za-z-]*): ?(.*)$/.exec(line) ?? [];
		const last = trailers.at(-1);
		if (key !== undefined) trailers.push({ key, value });
		else if (last && line.startsWith(' ')) last.value += `\n${line === ' .' ? '' : line.slice(1)}`;
	}
	return trailers;
}
