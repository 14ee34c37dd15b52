/** The registers of both sites, as the content folder holds them. */
import { join } from 'node:path';
import type { RegisterEntry } from '../editions/index.ts';
import { openRegister } from '../editions/store.ts';
import type { Audience } from '../model/audience.ts';
import type { Issue } from '../model/issue.ts';

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
	return {
		folder,
		staff: staff.entries,
		public: open.entries,
		issues: [...staff.issues, ...open.issues],
	};
}
