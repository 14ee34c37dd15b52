/** Loading the product. Its first worker gets ready meanwhile: a build after one change would wait for it. */
import { ROOT } from './command-line.ts';

/** All that builds and publishes, and a workshop of this clone. */
export async function loadProduct() {
	const { startWorker } = await import('../src/markup/worker-pool.ts');
	const first = startWorker();
	const product = await import('../src/release/index.ts');
	return { ...product, openWorkshop: (work?: string) => product.openWorkshop(ROOT, work, first) };
}
