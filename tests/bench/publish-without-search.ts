/**
 * What `npm run publish -- --yes` does, but for the search index, which is measured apart. With `--freeze` nothing is
 * built: to make a history in less time.
 */

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadProduct } from '../../scripts/load-product.ts';

const { openWorkshop, planPublication, release, swapIn } = await loadProduct();
const { unsound } = await import('../../src/release/verify-folder.ts');
const { freeze } = await import('../../src/editions/publish.ts');

const { values } = parseArgs({
	options: {
		content: { type: 'string', default: '' },
		out: { type: 'string', default: '' },
		at: { type: 'string', default: '' },
		freeze: { type: 'boolean', default: false },
		search: { type: 'boolean', default: false },
	},
});
const content = resolve(values.content);
const workshop = openWorkshop();
try {
	const planned = await planPublication(workshop, {
		content,
		at: values.at,
		authorsOf: () => [],
		// Nobody has signed made-up documents.
		emergency: { reason: 'A benchmark.', by: 'approver' },
	});
	if (!planned.plan) throw new Error(JSON.stringify(planned.issues.slice(0, 5), undefined, '\t'));
	if (planned.plan.refusals.length > 0)
		throw new Error(JSON.stringify(planned.plan.refusals.slice(0, 5), undefined, '\t'));
	freeze(join(content, 'editions'), {
		...planned.plan,
		images: planned.images,
	}).settle();
	if (!values.freeze) {
		const { sites } = await release(workshop, {
			content,
			out: resolve(values.out),
			at: values.at,
			documents: 'published',
			search: values.search,
			onStep: (name, ms, detail) => console.log(`${name.padEnd(24)} ${ms.toFixed(0)} ms  ${detail}`),
		});
		if (Object.keys(sites).length === 0) throw new Error('Nothing was built');
		const start = performance.now();
		const releases = resolve('releases');
		swapIn({
			built: resolve(values.out),
			releases,
			at: values.at,
			verify: (folder, record) => unsound(workshop, folder, record, content, releases),
		});
		console.log(`verify and swap          ${(performance.now() - start).toFixed(0)} ms`);
	}
} finally {
	await workshop.close();
}
