/** The registers of both sites, as the content folder holds them. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { RegisterEntry } from '../editions/index.ts';
import { openRegister } from '../editions/store.ts';
import type { Audience } from '../model/audience.ts';
import type { Issue } from '../model/issue.ts';

const MANY_ENTRIES = 10_000;

export interface Registers extends Record<Audience, readonly RegisterEntry[]> {
	/** The folder of what was frozen. */
	folder: string;
	/** Lines that are not what was recorded. */
	issues: Issue[];
}

/** Open both registers of a content folder. */
export function openRegisters(content: string): Registers {
	const folder = join(content, 'editions');
	const [staff, open] = [openRegister(folder, 'staff'), openRegister(folder, 'public')];
	// By itself the heap grows to twice what is in use: gigabytes, where so much is. In small steps it takes no longer.
	if (staff.entries.length > MANY_ENTRIES) setFlagsFromString('--heap-growing-percent=25');
	return {
		folder,
		staff: staff.entries,
		public: open.entries,
		issues: [...staff.issues, ...open.issues],
	};
}
