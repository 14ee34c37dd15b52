/** The editing server: the git repository, the people and the workflow behind the editor. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createParser } from '../../src/markup/worker-pool.ts';
import { openAudit } from './audit.ts';
import { openBundle } from './bundle.ts';
import { openCatalogues } from './catalogue.ts';
import type { Desk } from './desk.ts';
import { openDrafts } from './drafts.ts';
import { openEntries } from './entries.ts';
import { openEvents } from './events.ts';
import { keepBodies } from './kept-bodies.ts';
import { openLimits } from './limits.ts';
import type { EditingServer, EditingServerOptions } from './options.ts';
import { openPeople } from './people.ts';
import { openQueues } from './queues.ts';
import { openReadings } from './readings.ts';
import { openReleases } from './releases.ts';
import { followRemote } from './remote.ts';
import { openRepository } from './repository.ts';
import { receive } from './requests.ts';
import { openSessions } from './sessions.ts';
import { followMain } from './working-copy.ts';

export type {
	EditingServer,
	EditingServerOptions,
	NotPublished,
	ProxyIdentity,
	Publish,
	Published,
	ReleaseToPublish,
	Remote,
} from './options.ts';
export { makeRepository, prepareRepository, type RepositoryToPrepare } from './prepare.ts';
export { type ReleaseContent, releaseContent } from './release-content.ts';
export { openRepository } from './repository.ts';
export { finishShown, type IsShown, MainMoved, nameShown, settleShown } from './shown.ts';

/** Threads that read bodies. Most are read once, at the start, while the first to come can already work. */
const THREADS = 1;
/** How long the end waits for a browser that has not sent all of its request, or does not take its answer. */
const LONGEST_FAREWELL_MS = 10_000;

export async function startEditingServer(options: EditingServerOptions): Promise<EditingServer> {
	const { clock, hostNames, people, identity, remote, workingCopy } = options;
	const repository = openRepository(options.repository, clock);
	const parser = createParser({ threads: () => THREADS });
	const readings = openReadings(repository, keepBodies(parser, join(options.repository, 'kept-bodies')));
	const events = openEvents();
	const desk: Desk = {
		repository,
		readings,
		drafts: openDrafts(repository),
		catalogues: openCatalogues(repository, readings),
		people: openPeople(repository, readings),
		inTurn: openQueues(),
		clock,
		releasing: new Set(),
		onMove: () => follower?.moved(),
	};
	const follower =
		remote &&
		followRemote({
			repository,
			remote,
			clock,
			inTurn: desk.inTurn,
			onReport: (report) => events.tell({ remote: report }),
			onMain: () => repository.main().then(({ id }) => events.tell({ main: id }), console.error),
		});
	const releases = openReleases({
		desk,
		publish: options.publish,
		onReport: (release) => events.tell({ release }),
		async onPublished(commit) {
			events.tell({ main: commit.id });
			return (
				workingCopy &&
				followMain(workingCopy, options.repository).catch((error) => {
					console.error(error);
					return 'The clone stays as it is, because git failed in it.';
				})
			);
		},
	});
	const reception = {
		counter: { desk, entries: openEntries(desk), releases, ...(follower && { follower }) },
		bundle: openBundle(options.bundle),
		sessions: openSessions(clock),
		limits: openLimits(clock),
		audit: openAudit(options.audit, clock),
		events,
		hostNames,
		people: identity ? [] : people,
		...(identity && { identity }),
	};
	// What the first to open the editor would wait for; whoever is quicker waits for the same reading.
	let closing = false;
	const warm = desk.catalogues.at(await repository.main()).catch((error) => {
		if (!closing) console.error(error);
	});
	// Not waited for: a remote that is away must not keep anybody from their work.
	void follower?.exchange();
	const server = createServer((request, response) => {
		// Whoever is being answered at the end would ask on over the same connection.
		response.on('close', () => closing && request.socket.destroySoon());
		receive(reception, request, response).catch((error) => {
			console.error(error);
			response.destroy();
		});
	});
	const end = async () => {
		closing = true;
		events.close();
		await releases.rest();
		await follower?.close();
		// What was read ahead is wanted by nobody now: it ends where it is.
		repository.close();
		await parser.close();
		await warm;
	};
	const port = await listen(server, options.port).catch(async (error) => {
		await end();
		throw error;
	});
	return {
		address: `http://${hostNames[0]}:${port}/`,
		async close() {
			closing = true;
			events.close();
			const patience = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL_MS);
			await new Promise((ended) => {
				server.close(ended);
				server.closeIdleConnections();
			});
			clearTimeout(patience);
			await end();
		},
	};
}

async function listen(server: Server, port: number): Promise<number> {
	await new Promise<void>((listening, fail) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE')
				error.message = `Another program answers at port ${port} of this machine. End it, or choose another port.`;
			fail(error);
		});
		server.listen(port, '127.0.0.1', listening);
	});
	return (server.address() as AddressInfo).port;
}
