/** Swaps in a release, or goes back to one, and is killed at a chosen file operation. Run by swap.test.ts. */
import { rollback } from '../../src/release/rollback.ts';
import { swapIn } from '../../src/release/swap.ts';
import { changing, faulty } from './prepared.ts';

const [work, stopAt, releases = '', built = '', at = ''] = process.argv.slice(2);
const files = faulty(
	Number(stopAt),
	() => {
		process.kill(process.pid, 'SIGKILL');
		// The signal comes a moment after the call.
		for (;;);
	},
	changing,
);
if (work === 'swap') swapIn({ built, releases, at, keep: 2, files });
else if (work === 'rollback') rollback({ releases, files });
console.log(files.count);
