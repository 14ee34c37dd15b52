/** Checking the registers of finished sites before they are served, as anybody else could afterwards. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerFiles } from '../editions/index.ts';
import { keysFile } from '../editions/kept-register.ts';
import { type Published, verifySite } from '../editions/verify.ts';
import { sha256Hex } from '../model/canonical.ts';
import type { SiteName } from './compile.ts';
import { digest } from './digest.ts';
import { siteAudiences, siteNames, type Workshop } from './release.ts';
import { CURRENT, type ReleaseRecord } from './release-record.ts';

/**
 * What speaks against serving the sites in a folder in place of those that are served from `releases`. `record` tells the
 * hashes of their files: what was found sound of the same bytes before is not checked again.
 */
export function unsound(
	workshop: Pick<Workshop, 'verified'>,
	folder: string,
	{ sites }: Pick<ReleaseRecord, 'sites'>,
	content: string,
	releases: string,
): string[] {
	const { verified } = workshop;
	const known: KnownFiles = {
		hash: (site, path) => sites[site][path],
		sound: {
			has: (checked) => verified.get(digest(checked)) === true,
			add: (checked) => verified.set(digest(checked), true),
		},
	};
	return [...verifyFolder(folder, content, known), ...dropped(folder, releases)];
}

/** What is known of the files of both sites without reading them. */
interface KnownFiles {
	hash(site: SiteName, path: string): string | undefined;
	sound: NonNullable<Published['sound']>;
}

/** What is wrong with the sites in a folder; empty where nothing was published yet. */
export function verifyFolder(folder: string, content: string, known?: KnownFiles): string[] {
	return siteNames.flatMap((site) => {
		const bytesOf = (path: string) => {
			const file = join(folder, site, path);
			return existsSync(file) ? readFileSync(file) : undefined;
		};
		if (!bytesOf(registerFiles.register)) return [];
		const keys = readFileSync(join(content, 'editions', keysFile(siteAudiences[site])), 'utf8');
		return verifySite({
			read: (path) => bytesOf(path)?.toString('utf8'),
			hash: (path) => {
				if (known) return known.hash(site, path);
				const bytes = bytesOf(path);
				return bytes && sha256Hex(bytes);
			},
			...(known && { sound: known.sound }),
			keys: keys.split('\n').filter((key) => key !== ''),
		}).problems.map((problem) => `${site}: ${problem}`);
	});
}

/**
 * What readers were shown and these sites no longer record: registers only grow, so the content is older than what is
 * served, or another than it was made of.
 */
function dropped(folder: string, releases: string): string[] {
	return siteNames.flatMap((site) => {
		const [shown, next] = [join(releases, CURRENT), folder].map((each) => {
			const file = join(each, site, registerFiles.register);
			return existsSync(file) ? readFileSync(file, 'utf8') : '';
		});
		return next?.startsWith(shown ?? '')
			? []
			: [
					`${site}: readers have been shown editions that this content does not have. Take in what was published elsewhere, and publish again; beside an editor that is “npm run publish -- --config FILE”.`,
				];
	});
}
