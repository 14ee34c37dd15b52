/**
 * Makes a clone ready: installs the packages of the lock file when they are missing or out of date, with --editor
 * also those of the editor, and with --browser also Chromium, which the tests drive. Plain JavaScript, because it
 * runs before anything is installed and on the machine's own Node.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath, headlessShellPath } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(command, args, options = {}) {
	const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
	if (error) console.error(`${command}: ${error.message}`);
	return status === 0;
}

function giveUp(...lines) {
	for (const line of lines) console.error(line);
	process.exit(1);
}

function checkNode() {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major < 20) giveUp(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
}

/** Install what a lock file names, unless that was done before. Says whether it is there. */
function installPackages(folder, notice, options = []) {
	const stamp = join(folder, 'node_modules', '.installed');
	const wanted = createHash('sha256')
		.update(readFileSync(join(folder, 'package-lock.json')))
		.update(`${process.platform} ${process.arch}`)
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
	console.log(notice);
	const npm = process.env.npm_execpath;
	const args = ['ci', ...options, '--no-audit', '--no-fund', '--loglevel=error'];
	const installed = npm
		? run(process.execPath, [npm, ...args], { cwd: folder })
		: run('npm', args, { cwd: folder, shell: process.platform === 'win32' });
	if (installed) writeFileSync(stamp, wanted);
	return installed;
}

/** Chromium, and on Debian beside it the one without windows: the tests can do without that, more slowly. */
function installBrowser() {
	const missing = [
		...(chromiumPath() ? [] : ['chromium']),
		...(headlessShellPath() || process.env.CHROMIUM || !isDebian() ? [] : ['chromium-headless-shell']),
	];
	const canInstall =
		process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (canInstall && missing.length > 0) {
		console.log('Installing Chromium for the browser tests (once) …');
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		run('apt-get', ['update', '-qq'], { env });
		run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
			env,
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	}
	if (!chromiumPath()) {
		giveUp(
			'The tests drive a real browser, and no Chromium was found.',
			'Install it (on Debian or Ubuntu: sudo apt-get install chromium),',
			'or set CHROMIUM to the path of a Chromium or Chrome, then run npm test again.',
		);
	}
}

function isDebian() {
	return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

checkNode();
if (!installPackages(root, 'Installing packages (once; about a minute) …'))
	giveUp('The packages could not be installed. The messages above say why.');
if (process.argv.includes('--editor')) {
	// No package of the editor may run a script of its own. The sites do without it, so nothing ends here.
	const notice = 'Installing the packages of the editor (once; half a minute) …';
	if (!installPackages(join(root, 'cms'), notice, ['--ignore-scripts']))
		console.error('The packages of the editor could not be installed. Everything else works without them.');
}
if (process.argv.includes('--browser')) installBrowser();
