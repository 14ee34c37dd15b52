/**
 * `npm run check`: judge all content, or the files named, and print every problem.
 *
 * Exit 0 when nothing or only warnings were found, 1 on errors, 2 when the command itself was not understood.
 */
import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type Issue, sortIssues } from '../src/model/issue.ts';
import { argumentsOf, contentFolderFrom, failWith, momentFrom, ROOT } from './command-line.ts';
import { loadProduct } from './load-product.ts';

const { hasErrors, issuesAsSarif, issuesInText, judge, judgeMarkup, openWorkshop } = await loadProduct();

const usage = `Usage: npm run check -- [FILE…] [--content DIR] [--at MOMENT] [--json | --sarif]
       npm run check -- --markup FILE…`;

const { values, positionals } = readArguments();
if (values.help) {
	console.log(usage);
	process.exit(0);
}
if (values.json && values.sarif) failWith(`Ask for one report: --json or --sarif.\n${usage}`);
const content = contentFolderFrom(values.content);
const at = momentFrom(values.at);
const named = positionals.map((path) => resolve(path));
for (const [index, path] of named.entries()) {
	const kind = kindOf(path);
	if (!kind) failWith(`Unexpected file “${positionals[index]}”, expected one that exists`);
	if (values.markup && !kind.isFile()) failWith(`Unexpected folder “${positionals[index]}”, expected a file`);
	if (!values.markup && !within(content, path))
		failWith(`Unexpected file “${positionals[index]}”, expected one below ${values.content}`);
}
if (values.markup && named.length === 0) failWith(`Name at least one file.\n${usage}`);

const workshop = openWorkshop();
try {
	const issues = values.markup
		? sortIssues((await Promise.all(named.map(judgeNamed))).flat())
		: (await judge(workshop, content, at)).issues.filter(
				({ file }) => named.length === 0 || named.some((path) => within(path, resolve(content, file))),
			);
	const root = values.markup ? '' : forwards(relative(process.cwd(), content)) || '.';
	if (values.json) console.log(JSON.stringify(issues, undefined, '\t'));
	else if (values.sarif) console.log(JSON.stringify(issuesAsSarif(issues, root), undefined, '\t'));
	else console.log(issuesInText(issues, root));
	process.exitCode = hasErrors(issues) ? 1 : 0;
} finally {
	await workshop.close();
}

/** The issues of one file named for --markup, under the name it has from here: they are told in the order of those names. */
async function judgeNamed(path: string): Promise<Issue[]> {
	const file = forwards(relative(process.cwd(), path));
	return (await judgeMarkup(path, workshop.parser)).map((issue) => ({ ...issue, file }));
}

function readArguments() {
	return argumentsOf(
		{
			allowPositionals: true,
			options: {
				content: { type: 'string', default: resolve(ROOT, 'content') },
				at: { type: 'string' },
				json: { type: 'boolean', default: false },
				sarif: { type: 'boolean', default: false },
				markup: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		},
		usage,
	);
}

function kindOf(path: string) {
	return statSync(path, { throwIfNoEntry: false });
}

/** Whether a path is a folder or file itself, or lies below it. */
function within(outer: string, path: string): boolean {
	return path === outer || path.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}

function forwards(path: string): string {
	return path.split(sep).join('/');
}
