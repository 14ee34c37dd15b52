/** The registers of both sites as they are published: sound by the command’s code and by the verifier they bring. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeEvidence, readRegister, registerFiles } from '../../src/editions/index.ts';
import { verifySite } from '../../src/editions/verify.ts';
import { sha256Hex } from '../../src/model/canonical.ts';
import { siteNames } from '../../src/release/index.ts';
import { BUILT } from '../build-sites.ts';
import { all, builtPages, fileOn } from './built.ts';

describe.each(siteNames)('the register of the %s site', (site) => {
	const bytesOf = (path: string) =>
		existsSync(fileOn(site, path)) ? readFileSync(fileOn(site, path)) : undefined;
	const textOf = (path: string) => bytesOf(path)?.toString('utf8');
	const { entries } = readRegister(textOf(registerFiles.register) ?? '');
	const page = builtPages(site).find(({ path }) => path === '/register/');

	test('is sound, with every edition as it was frozen', () => {
		const verdict = verifySite({
			read: textOf,
			hash: (path) => {
				const bytes = bytesOf(path);
				return bytes && sha256Hex(bytes);
			},
		});
		expect(verdict.problems).toEqual([]);
		expect(verdict.editions).toBeGreaterThan(20);
		expect(verdict.demonstration).toBe(true);
	});

	test('is sound to the verifier it is published with', () => {
		const { status, stdout } = spawnSync(
			process.execPath,
			[fileOn(site, registerFiles.verifier), join(BUILT, site)],
			{ encoding: 'utf8' },
		);
		expect(stdout).toContain(`Sound: ${entries.length} entries`);
		expect(status).toBe(0);
	});

	test('has a page that leads to every file of it', () => {
		const links = page ? all(page, 'a').map(({ attributes }) => attributes.href) : [];
		for (const file of Object.values(registerFiles)) expect(links).toContain(`/${file}`);
		expect(page?.html).toContain("connect-src 'self'");
		for (const file of Object.values(registerFiles)) expect(bytesOf(file), file).toBeDefined();
	});

	test('gives evidence of every document that can be read', async () => {
		const codes = new Set(entries.flatMap((entry) => (entry.kind === 'edition' ? entry.code : [])));
		for (const code of codes) {
			const pack = unzipSync(await makeEvidence(async (path) => bytesOf(path), { code }));
			expect(Object.keys(pack), code).toEqual(
				expect.arrayContaining(['evidence.json', 'index.html', 'verify.mjs']),
			);
		}
	});
});
