/** Finished miniature sites, and file operations that stop at a chosen one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appendEntry, registerText } from '../../src/editions/index.ts';
import { disk, type FileOperations } from '../../src/release/file-operations.ts';
import { sampleEdition, sampleMoment } from '../editions/sample-register.ts';

/** A finished site of a made-up version, as a build leaves it: two sites of a few files. */
export function writePrepared(folder: string, version: string, register = sampleRegister(1)): void {
	const files: Record<string, string> = {
		'handbook/index.html': `<h1>Handbook ${version}</h1>`,
		'handbook/about/index.html': '<h1>About</h1>',
		[`handbook/assets/page.${version}.css`]: `/* ${version} */`,
		'handbook/assets/shared.css': '/* shared */',
		[`handbook/media/${version}.png`]: `picture ${version}`,
		'handbook/register/register.jsonl': registerText(register),
		'public/index.html': `<h1>Public ${version}</h1>`,
		'public/robots.txt': 'User-agent: *\nDisallow: /\n',
	};
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
}

export function sampleRegister(count: number, ...more: Parameters<typeof appendEntry>[1][]): string[] {
	const lines: string[] = [];
	for (let index = 0; index < count; index++)
		lines.push(appendEntry(lines, sampleEdition('GD-001', index + 1, sampleMoment(index))));
	for (const entry of more) lines.push(appendEntry(lines, entry));
	return lines;
}

/** What happens at the chosen operation. */
export type Fault = (operation: keyof FileOperations, last: unknown[]) => void;

/** The operations after which something is not as it was. */
export const changing = [
	'makeFolder',
	'write',
	'link',
	'pointTo',
	'rename',
	'removeFile',
	'removeFolder',
	'sync',
];

/**
 * The operations of the disk, counted. At the `stopAt`-th the fault happens instead of it; a write has put half of its
 * bytes there by then, as a write that is cut short has.
 */
export function faulty(
	stopAt: number,
	fault: Fault,
	counted: readonly string[] = Object.keys(disk),
): FileOperations & { readonly count: number } {
	let count = 0;
	const operations = Object.fromEntries(
		Object.entries(disk).map(([name, operation]) => [
			name,
			(...given: unknown[]) => {
				if (!counted.includes(name) || ++count !== stopAt)
					return (operation as (...given: unknown[]) => unknown)(...given);
				if (name === 'write')
					writeFileSync(given[0] as string, String(given[1]).slice(0, String(given[1]).length / 2));
				fault(name as keyof FileOperations, given);
				throw new Error('The fault let it go on');
			},
		]),
	);
	return Object.defineProperty(operations, 'count', { get: () => count }) as unknown as FileOperations & {
		readonly count: number;
	};
}
