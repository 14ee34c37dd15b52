/** `npm run build -- --at MOMENT`: both sites as published by a moment, with what each step took. `--working-copy`
 * builds the content as it is, with what is not published yet. Exit 1 when nothing was built. */
import { relative, resolve } from 'node:path';
import { argumentsOf, contentFolderFrom, momentFrom, ROOT, workFolderFrom } from './command-line.ts';
import { loadProduct } from './load-product.ts';

const { countInWords, hasErrors, issuesInText, openWorkshop, release } = await loadProduct();

const { values } = argumentsOf(
	{
		options: {
			at: { type: 'string' },
			content: { type: 'string', default: resolve(ROOT, 'content') },
			out: { type: 'string', default: resolve(ROOT, 'dist') },
			work: { type: 'string', default: resolve(ROOT, 'var', 'work') },
			'working-copy': { type: 'boolean', default: false },
		},
	},
	'Usage: npm run build -- [--at MOMENT] [--content DIR] [--out DIR] [--work DIR] [--working-copy]',
);
const work = workFolderFrom(values.work);
const content = contentFolderFrom(values.content);
const out = resolve(values.out);
const at = momentFrom(values.at);
const workshop = openWorkshop(work);
const start = performance.now();
try {
	const { issues, sites } = await release(workshop, {
		content,
		out,
		at,
		documents: values['working-copy'] ? 'working copy' : 'published',
		onStep: (name, ms, detail) =>
			console.log(`${name.padEnd(22)} ${`${Math.round(ms)} ms`.padStart(9)}  ${detail}`),
	});
	if (hasErrors(issues)) {
		console.error(issuesInText(issues, relative(process.cwd(), content) || '.'));
		console.error('Nothing was built.');
		process.exitCode = 1;
	} else {
		if (issues.length > 0) console.log(`${countInWords(issues)} Run “npm run check” to see them.`);
		for (const [site, { pages, files, bytes }] of Object.entries(sites)) {
			console.log(
				`${relative(process.cwd(), resolve(out, site))}: ${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`,
			);
		}
		console.log(`Done in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
	}
} catch (error) {
	console.error(`${error instanceof Error ? error.message : error}\nNothing was built.`);
	process.exitCode = 1;
} finally {
	await workshop.close();
}
