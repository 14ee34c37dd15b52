/** `npm run check`: judge all content, or the files named, and print every problem. Exit 1 on errors. */
import { resolve, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors, issuesAsSarif, issuesInText, judge, judgeMarkup, openWorkshop } from '../src/release/index.ts';
import { sortIssues } from '../src/model/issue.ts';
import { failWith, momentFrom, ROOT } from './command-line.ts';

const usage = `Usage: npm run check -- [FILE…] [--content DIR] [--at MOMENT] [--json | --sarif]
       npm run check -- --markup FILE…`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		content: { type: 'string', default: resolve(ROOT, 'content') },
		at: { type: 'string' },
		json: { type: 'boolean', default: false },
		sarif: { type: 'boolean', default: false },
		markup: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) {
	console.log(usage);
	process.exit(0);
}

const workshop = openWorkshop(ROOT);
try {
	const content = resolve(values.content);
	const named = positionals.map((file) => resolve(file));
	if (values.markup && named.length === 0) failWith(`Name at least one file.\n${usage}`);
	const issues = values.markup
		? sortIssues((await Promise.all(named.map((file) => judgeMarkup(file, workshop.parser)))).flat())
		: (await judge(workshop, content, momentFrom(values.at))).issues.filter(
				({ file }) => named.length === 0 || named.includes(resolve(content, file)),
			);
	const root = values.markup ? '' : relative(process.cwd(), content).split(sep).join('/') || '.';
	if (values.json) console.log(JSON.stringify(issues, undefined, '\t'));
	else if (values.sarif) console.log(JSON.stringify(issuesAsSarif(issues, root), undefined, '\t'));
	else console.log(issuesInText(issues, root));
	process.exitCode = hasErrors(issues) ? 1 : 0;
} finally {
	await workshop.close();
}
