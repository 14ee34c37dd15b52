/**
 * An editing server that is killed when it starts a chosen command of git. Run by editing-robustness.test.ts.
 *
 * `before` dies before the command, `after` leaves it running without its server, `with` takes it along.
 */
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

const [repository = '', bundle = '', audit = '', people = '', stopAt = '0', manner] = process.argv.slice(2);
const { spawn } = childProcess;
let started = 0;

function stop(): never {
	process.kill(process.pid, 'SIGKILL');
	// The signal comes a moment after the call.
	for (;;);
}

childProcess.spawn = ((...args: Parameters<typeof spawn>) => {
	const isLast = ++started === Number(stopAt);
	if (isLast && manner === 'before') stop();
	const child = spawn(...args);
	if (isLast && manner === 'with') child.kill('SIGKILL');
	if (isLast) stop();
	return child;
}) as typeof spawn;
syncBuiltinESMExports();

const { startEditingServer } = await import('../../cms/server/index.ts');
const server = await startEditingServer({
	repository,
	bundle,
	audit,
	people: people.split(','),
	port: 0,
	hostNames: ['editor.localhost'],
	clock: Date.now,
	// As far as a release gets that is never finished.
	publish: async () => (manner === 'publishing' ? stop() : { published: true, links: [] }),
});
console.log(server.address);
