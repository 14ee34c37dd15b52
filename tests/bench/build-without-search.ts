/** What `npm run build` does, but for the search index, which the peers do not make either. */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadProduct } from '../../scripts/load-product.ts';

const { openWorkshop, release } = await loadProduct();

const { values } = parseArgs({
	options: {
		content: { type: 'string', default: '' },
		out: { type: 'string', default: '' },
		at: { type: 'string', default: '' },
		published: { type: 'boolean', default: false },
	},
});
const workshop = openWorkshop();
try {
	const { sites } = await release(workshop, {
		content: resolve(values.content),
		out: resolve(values.out),
		at: values.at,
		documents: values.published ? 'published' : 'working copy',
		search: false,
	});
	if (Object.keys(sites).length === 0) throw new Error('Nothing was built: npm run check says why');
} finally {
	await workshop.close();
}
