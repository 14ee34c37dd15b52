/** Builds both sites from the real content once, for the tests that read or drive them. */
import { join } from 'node:path';
import { hasErrors, openWorkshop, release } from '../src/release/index.ts';

export const ROOT = join(import.meta.dirname, '..');
/** Below var; another name keeps two runs at once apart. */
const name = process.env.TEST_SITES ?? 'test';
/** Where the sites stand that tests read. */
export const BUILT = join(ROOT, 'var', `${name}-sites`);
/** The folder of the work they are made in, with what each site was built from. */
export const WORK = join(ROOT, 'var', `${name}-work`);
/** The moment they are for. */
export const MOMENT = '2026-11-23T09:00:00Z';

export async function setup(): Promise<void> {
	const workshop = openWorkshop(ROOT, WORK);
	try {
		const { issues } = await release(workshop, {
			content: join(ROOT, 'content'),
			out: BUILT,
			at: MOMENT,
			documents: 'published',
		});
		if (hasErrors(issues))
			throw new Error(`The content has errors:\n${JSON.stringify(issues, undefined, '\t')}`);
	} finally {
		await workshop.close();
	}
}
