/** Measuring a command: wall time, processor time and memory of it and of all that it starts. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface Measure {
	wallMs: number;
	/** User and system time of the whole tree; absent where the system does not tell. */
	cpuMs?: number;
	/** The most memory that the tree held at once (resident); absent where the system does not tell. */
	peakMb?: number;
	/** What the command printed. */
	output: string;
}

/** /proc counts processor time in hundredths of a second on every Linux that Node runs on. */
const MS_PER_TICK = 10;
const SAMPLE_EVERY_MS = 40;
const hasProc = existsSync('/proc/self/stat');

/** Run a command to its end. Throws with its words when it fails. One at a time: the time of children is counted. */
export async function measure(
	command: readonly string[],
	cwd: string,
	env: Record<string, string> = {},
): Promise<Measure> {
	const [file = '', ...args] = command;
	const before = childrenMs();
	const start = performance.now();
	const child = spawn(file, args, {
		cwd,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout.on('data', (bytes) => (output += bytes));
	child.stderr.on('data', (bytes) => (output += bytes));
	let peakMb = 0;
	const sample = () => (peakMb = Math.max(peakMb, treeMb(child.pid ?? 0)));
	const timer = hasProc ? setInterval(sample, SAMPLE_EVERY_MS) : undefined;
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	const wallMs = performance.now() - start;
	clearInterval(timer);
	if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${output}`);
	return { wallMs, output, ...(hasProc && { cpuMs: childrenMs() - before, peakMb }) };
}

/** Time of every child that has ended, and of the children it waited for itself. */
function childrenMs(): number {
	if (!hasProc) return 0;
	const fields = fieldsOf('self');
	return (Number(fields[13]) + Number(fields[14])) * MS_PER_TICK;
}

/** Resident memory of a process and of all below it, now. */
function treeMb(root: number): number {
	const parents = new Map<number, number>();
	for (const name of readdirSync('/proc')) {
		if (/^\d+$/.test(name)) parents.set(Number(name), Number(fieldsOf(name)[1]));
	}
	const isBelow = (id: number | undefined): boolean =>
		id === root || (id !== undefined && id > 1 && isBelow(parents.get(id)));
	return [...parents.keys()].filter(isBelow).reduce((sum, id) => sum + residentMb(id), 0);
}

/** The fields of /proc/ID/stat after the name, which may hold anything. */
function fieldsOf(id: string): string[] {
	try {
		const text = readFileSync(`/proc/${id}/stat`, 'utf8');
		return text.slice(text.lastIndexOf(')') + 2).split(' ');
	} catch {
		return [];
	}
}

function residentMb(id: number): number {
	try {
		return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return sorted.length % 2 === 1
		? (sorted[Math.floor(middle)] ?? 0)
		: ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
