/** What every command shares: where the product lies, how a moment is named, how a command gives up. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
// Of a command that was started without it, what is loaded after this is kept.
import './keep-compiled.mjs';

/** The folder of the product. */
export const ROOT = resolve(import.meta.dirname, '..');

/** The moment an argument names, in universal time; now when there is none. */
export function momentFrom(argument: string | undefined): string {
	if (argument === undefined) return `${new Date().toISOString().slice(0, 19)}Z`;
	const time = Date.parse(argument);
	const moment = Number.isNaN(time) ? '' : `${new Date(time).toISOString().slice(0, 19)}Z`;
	// 30 February would otherwise quietly become 2 March.
	if (
		!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/.test(argument) ||
		!moment.startsWith(argument.slice(0, -1))
	) {
		failWith(
			`Unexpected moment “${argument}”, expected a date and time in universal time such as 2026-11-23T09:00:00Z`,
		);
	}
	return moment;
}

/** The folder of content that an argument names. A mistyped one would pass for content of which nothing is left. */
export function contentFolderFrom(argument: string): string {
	const folder = resolve(argument);
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
		failWith(`Unexpected content folder “${argument}”, expected a folder that exists`);
	return folder;
}

/** The folder of a site in the folder that an argument names. `first` is what makes it. */
export function siteFolderFrom(argument: string, site: string, first: string): string {
	const folder = resolve(argument, site);
	if (!existsSync(folder))
		failWith(
			`Unexpected folder “${argument}”, expected one with ${site}/ in it: ${first} first, or name another with --folder`,
		);
	return folder;
}

/** The day an argument names. */
export function dayFrom(argument: string): string {
	const time = Date.parse(argument);
	// 31 February would otherwise quietly be taken for a day in March.
	if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== argument)
		failWith(`Unexpected day “${argument}”, expected one such as 2026-05-01`);
	return argument;
}

/** The folder for finished work that an argument names: below the product, where compiled pages find their packages. */
export function workFolderFrom(argument: string): string {
	const folder = resolve(argument);
	if (!folder.startsWith(ROOT + sep))
		failWith(`Unexpected work folder “${argument}”, expected one below ${ROOT}`);
	return folder;
}

/** The time it is, in milliseconds. With a moment it begins there and goes on from it. */
export function clockFrom(argument: string | undefined): () => number {
	const ahead = argument === undefined ? 0 : Date.parse(momentFrom(argument)) - Date.now();
	return () => Date.now() + ahead;
}

/** Write files into a folder, which is made when it is not there. What cannot be written ends the command with exit code 1. */
export function writeInto(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
	try {
		mkdirSync(folder, { recursive: true });
		for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
	} catch (error) {
		console.error(`It cannot be written there: ${(error as Error).message}. Name another place with --out.`);
		process.exit(1);
	}
}

/** Print what is wrong and end with exit code 2. */
export function failWith(message: string): never {
	console.error(message);
	process.exit(2);
}

/** The arguments of a command. What it does not know ends it with its usage and exit code 2. */
export function argumentsOf<T extends ParseArgsConfig>(
	config: T,
	usage: string,
): ReturnType<typeof parseArgs<T>> {
	try {
		return parseArgs(config);
	} catch (error) {
		failWith(`${(error as Error).message}\n${usage}`);
	}
}
