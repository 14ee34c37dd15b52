/** The editor of a team: its repository, its bundle, and the server that publishes to the readers of both sites. */
import { join } from 'node:path';
import { compileSites, isShownIn, siteNames, type Workshop } from '../src/release/index.ts';
import { bundleEditor } from './bundle.ts';
import type { EditorConfig } from './editor-config.ts';
import { ownRepository } from './own-repository.ts';
import { publishToReaders } from './publish-release.ts';
import { type EditingServer, finishShown, openRepository, startEditingServer } from './server/index.ts';

export interface EditorToRun {
	workshop: Workshop;
	config: EditorConfig;
	/** The moment now, in milliseconds. */
	clock: () => number;
	say(sentence: string): void;
}

/** Start it. Throws in an operator’s words when it cannot be. */
export async function runEditor({ workshop, config, clock, say }: EditorToRun): Promise<EditingServer> {
	const { repository, releases, sites, keyFile, port, hostNames, people, audit, identity, remote } = config;
	const made = await ownRepository(config);
	for (const remark of [...(made ? [made] : []), ...(await readyToServe(config))]) say(remark);
	const bundle = await bundleEditor(workshop.root);
	// The first release would wait for it, and a product that does not compile is better known now.
	await Promise.all(compileSites(workshop.root, workshop.work, siteNames));
	return startEditingServer({
		repository,
		bundle,
		port,
		hostNames,
		people,
		audit,
		clock,
		publish: publishToReaders({
			workshop,
			out: join(workshop.work, 'sites'),
			releases,
			...(keyFile !== undefined && { keyFile }),
			addressOf: (site) => sites[site],
		}),
		...(identity && { identity }),
		...(remote && { remote }),
	});
}

/** Finish a release that was cut short, and say what an operator should know before anybody signs in. */
async function readyToServe(config: EditorConfig): Promise<string[]> {
	const repository = openRepository(config.repository, Date.now);
	try {
		await finishShown(repository, isShownIn(config.releases));
		const main = await repository.main();
		const known = (await repository.files(main, 'content/people')).map(({ path }) => path);
		const named = [...new Set([...config.people, ...Object.values(config.identity?.people ?? {})])];
		const unknown = named.filter((id) => !known.includes(`content/people/${id}.yaml`));
		return [
			...unknown.map(
				(id) =>
					`“${id}” is not in content/people on main, so nobody can sign in as that person until it is published.`,
			),
			...(config.keyFile === undefined
				? ['The registers are signed with the demonstration key, which proves nothing: see registerKey.']
				: []),
			...(config.identity
				? []
				: [
						'Demonstration: whoever reaches this machine can sign in as anybody who is named. Not for a team.',
					]),
		];
	} finally {
		repository.close();
	}
}
