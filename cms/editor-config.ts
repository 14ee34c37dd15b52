/**
 * Reading the file that says how the editor of a team is run, with the secrets it names: every mistake is told at once,
 * each at its line with what to write.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { openSigningKey } from '../src/editions/signing.ts';
import { compare, type Issue, type Place, sortIssues } from '../src/model/issue.ts';
import { checkKeys } from '../src/model/schema.ts';
import { readKeys } from '../src/model/yaml.ts';
import { type ConfigKeys, configSchema } from './config-keys.ts';
import type { ProxyIdentity, Remote } from './server/index.ts';

export interface EditorConfig
	extends Omit<ConfigKeys, 'identity' | 'registerKey' | 'demonstrationSignIn' | 'remote'> {
	identity?: ProxyIdentity;
	remote?: Remote;
	/** Ids of the people who may sign in by a click. */
	people: readonly string[];
	/** The file of the key that signs the registers. */
	keyFile?: string;
}

/** What the file is read with: where the product lies, and the environment. */
export interface ConfigSurroundings {
	root: string;
	env: Readonly<Record<string, string | undefined>>;
	/** Whether people will sign in: a command that only publishes does without their secret. */
	signIn: boolean;
}

type Report = (path: readonly string[], message: string, fix: string) => void;

/** Read it. Without a config, `issues` says why. */
export function readConfig(
	path: string,
	surroundings: ConfigSurroundings,
): { config?: EditorConfig; issues: Issue[] } {
	const issues: Issue[] = [];
	const report = (place: Place, message: string, fix: string) =>
		issues.push({ file: path, place, rule: 'config', severity: 'error', message, fix });
	const start = { line: 1, column: 1 };
	let source: string;
	try {
		source = readFileSync(path, 'utf8');
	} catch (error) {
		report(
			start,
			`Unexpected failure: ${(error as Error).message}`,
			'Name with --config a file that can be read.',
		);
		return { issues };
	}
	const read = readKeys(source, path, 1);
	if (!read.keys) return { issues: read.issues };
	const { value, locate } = read.keys;
	const checked = checkKeys(configSchema, value, path, locate);
	issues.push(...checked.issues);
	// What several keys or other files decide is judged beside, so that all is told at once.
	const given = (typeof value === 'object' && value ? value : {}) as Partial<ConfigKeys>;
	const at: Report = (keys, message, fix) => report(locate(keys), message, fix);
	judgeSignIn(given, at);
	judgePlaces(given, surroundings.root, at);
	judgeAddresses(given, at);
	const secret = surroundings.signIn ? secretOf(given, surroundings, at) : undefined;
	const keyFile = keyOf(given, surroundings, at);
	if (!checked.data || issues.length > 0) return { issues: withoutRepeats(issues) };
	const { identity, registerKey: _, demonstrationSignIn, remote, ...keys } = checked.data;
	return {
		issues: [],
		config: {
			...keys,
			people: demonstrationSignIn ?? [],
			...(keyFile !== undefined && { keyFile }),
			...(remote && { remote: { ...remote, every: remote.every ?? 30, patience: remote.patience ?? 20 } }),
			...(identity && { identity: proxyOf(identity, secret ?? '') }),
		},
	};
}

function proxyOf(
	{ secretFile: _, ...identity }: NonNullable<ConfigKeys['identity']>,
	secret: string,
): ProxyIdentity {
	return { ...identity, secret };
}

const LOCAL = /^(?:127\.0\.0\.1|localhost|[a-z0-9-]+\.localhost)$/;

/** Somebody has to say who people are; that anybody may be anybody has to be asked for, and stays on this machine. */
function judgeSignIn({ identity, demonstrationSignIn, hostNames }: Partial<ConfigKeys>, at: Report): void {
	if (identity && demonstrationSignIn)
		at(
			['demonstrationSignIn'],
			'Unexpected demonstration sign-in beside a single sign-on, expected one of them',
			'Delete the key: with it anybody could be anybody.',
		);
	if (!identity && !demonstrationSignIn)
		at(
			[],
			'Enter “Single sign-on”: without it nobody could say who somebody is',
			'The key is identity. For a trial on this machine alone, name who may sign in by a click under demonstrationSignIn.',
		);
	if (!demonstrationSignIn || identity || !Array.isArray(hostNames)) return;
	for (const [index, name] of hostNames.entries())
		if (!LOCAL.test(String(name)))
			at(
				['hostNames', String(index)],
				`Unexpected “${name}” for the demonstration sign-in, expected names of this machine alone`,
				'Write 127.0.0.1, localhost or editor.localhost; for other names set up a single sign-on under identity.',
			);
}

function judgePlaces(
	{ repository, from, remote, releases }: Partial<ConfigKeys>,
	root: string,
	at: Report,
): void {
	if (typeof repository === 'string') {
		const isThere = existsSync(repository);
		if (isThere && !existsSync(resolve(repository, 'HEAD')))
			at(
				['repository'],
				`Unexpected folder ${repository}, expected a bare repository`,
				'Name a folder that is not there yet, or the bare repository itself.',
			);
		if (!isThere && from === undefined && remote === undefined)
			at(
				['repository'],
				`There is no repository ${repository} yet, and nothing says what to make it of`,
				'Write under “from” the clone or the address it is to be made of.',
			);
	}
	for (const [key, place] of Object.entries({ repository, releases }))
		if (typeof place === 'string' && isAbsolute(place) && (isInside(root, place) || isInside(place, root)))
			at(
				[key],
				`Unexpected folder ${place} within that of the product, expected one beside it`,
				'The product is replaced when it is updated, and this has to stay.',
			);
}

/** A password in an address would stand in the list of processes, and in every message about it. */
function judgeAddresses({ from, remote }: Partial<ConfigKeys>, at: Report): void {
	for (const [key, address] of [
		[['from'], from],
		[['remote', 'url'], remote?.url],
	] as const)
		if (typeof address === 'string' && URL.parse(address)?.password)
			at(
				key,
				'Unexpected password in an address, expected one without',
				'Give the account of the editor a key of its own (SSH), and use an address such as git@git.example:team/handbook.git.',
			);
}

function secretOf(
	{ identity, repository, releases }: Partial<ConfigKeys>,
	{ root, env }: ConfigSurroundings,
	at: Report,
): string | undefined {
	if (!identity || typeof identity !== 'object') return undefined;
	const { secretFile } = identity;
	const key = ['identity', 'secretFile'];
	const secret =
		typeof secretFile === 'string'
			? privateFile(secretFile, [root, repository, releases], (...words) => at(key, ...words))
			: env.EDITOR_SECRET;
	if (secretFile === undefined && secret === undefined)
		at(key, 'Enter “File of the secret”', 'The key is secretFile; or set EDITOR_SECRET in the environment.');
	if (secret !== undefined && secret.trim().length < 32)
		at(
			key,
			`Unexpected secret of ${secret.trim().length} characters, expected at least 32`,
			'Make one with “openssl rand -hex 32”, here and in nginx.',
		);
	return secret?.trim();
}

function keyOf(
	{ registerKey, repository, releases }: Partial<ConfigKeys>,
	{ root, env }: ConfigSurroundings,
	at: Report,
): string | undefined {
	const file = registerKey ?? env.REGISTER_KEY;
	if (typeof file !== 'string') return undefined;
	const say = (message: string, fix: string) => at(['registerKey'], message, fix);
	if (privateFile(file, [root, repository, releases], say) === undefined) return undefined;
	try {
		openSigningKey('any origin', file);
	} catch (error) {
		say(
			(error as Error).message,
			'Keep it outside the repository, readable by the account of the editor alone.',
		);
	}
	return file;
}

/** What a file holds that nobody else may read, and that is in no folder which others get to see. */
function privateFile(
	file: string,
	shared: readonly unknown[],
	say: (message: string, fix: string) => void,
): string | undefined {
	const folder = shared.find((each) => typeof each === 'string' && isInside(each, file));
	if (folder !== undefined)
		say(
			`Unexpected place ${file} for a secret, expected one outside ${folder}`,
			'Move it, for example to /etc.',
		);
	try {
		if ((statSync(file).mode & 0o007) !== 0)
			say(`Everybody on this machine may read ${file}`, `Run: chmod o= ${file}`);
		return readFileSync(file, 'utf8');
	} catch (error) {
		say(
			`${file} cannot be read: ${(error as Error).message}`,
			'Make it readable by the account of the editor.',
		);
		return undefined;
	}
}

function isInside(folder: string, path: string): boolean {
	const way = relative(resolve(folder), resolve(path));
	return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function withoutRepeats(issues: readonly Issue[]): Issue[] {
	return sortIssues(issues).filter(
		({ message, place }, index, all) =>
			index === 0 ||
			compare(message, all[index - 1]?.message ?? '') !== 0 ||
			place.line !== all[index - 1]?.place.line,
	);
}
