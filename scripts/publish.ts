/**
 * `npm run publish`: checks everything, says what would go live and asks, freezes it, builds the release, verifies and
 * swaps it.
 *
 * Exit 0 when it is published, 1 when something stopped it and nothing was, 2 when the command was not understood.
 */
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { EditorConfig } from '../cms/editor-config.ts';
import type { FromRepository } from '../cms/publish-from-repository.ts';
import {
	argumentsOf,
	contentFolderFrom,
	failWith,
	momentFrom,
	ROOT,
	workFolderFrom,
} from './command-line.ts';
import { authorsIn, authorsOnMain } from './git-authors.ts';
import { loadProduct } from './load-product.ts';

const { countInWords, issuesInText, openWorkshop, publishRelease } = await loadProduct();

const usage = `Usage: npm run publish -- [--config FILE] [--at MOMENT] [--yes] [--emergency "REASON" --by PERSON]
       npm run publish -- --error CODE/NUMBER --why "REASON"
       npm run publish -- --redact CODE/NUMBER --text "WORDS" --why "REASON"
  --config FILE     publish what is on main of the repository of the editor that this file is about
  --key FILE        the key that signs the registers (else REGISTER_KEY, else the demonstration key)
  --content DIR --out DIR --work DIR --releases DIR`;
const { values } = argumentsOf(
	{
		options: {
			at: { type: 'string' },
			yes: { type: 'boolean', default: false },
			emergency: { type: 'string' },
			by: { type: 'string' },
			error: { type: 'string' },
			redact: { type: 'string' },
			text: { type: 'string' },
			why: { type: 'string' },
			key: { type: 'string' },
			config: { type: 'string' },
			content: { type: 'string' },
			out: { type: 'string', default: resolve(ROOT, 'dist') },
			work: { type: 'string', default: resolve(ROOT, 'var', 'work') },
			releases: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	},
	usage,
);
if (values.help) {
	console.log(usage);
	process.exit(0);
}
const { emergency, by, error, redact, text, why } = values;
const said = (words: string | undefined): words is string => words !== undefined && words.trim() !== '';
const edition = error ?? redact;
if ((emergency === undefined) !== (by === undefined) || (emergency !== undefined && !said(emergency)))
	failWith('An emergency needs a reason and a name: --emergency "…" --by PERSON');
if (edition !== undefined && emergency !== undefined)
	failWith(`Taking a text back needs no sign-off: leave out --emergency and --by.\n${usage}`);
if (error !== undefined && redact !== undefined) failWith(`Take back one edition at a time.\n${usage}`);
if ((edition === undefined) === said(why))
	failWith('Taking a text back needs an edition and a reason: --error CODE/NUMBER --why "…"');
if ((redact === undefined) === said(text)) failWith('Redacting needs the words to take out: --text "…"');

const editor = values.config === undefined ? undefined : await configFrom(resolve(values.config));
if (editor && [values.content, values.releases, values.key].some((each) => each !== undefined))
	failWith(
		'The file of the editor says which content, releases and key: leave out --content, --releases and --key.',
	);
const content = contentFolderFrom(values.content ?? resolve(ROOT, 'content'));
const keyFile = values.key ?? editor?.keyFile ?? process.env.REGISTER_KEY;
const inWords = (path: string) => relative(process.cwd(), path) || '.';
let takeBack: (() => void) | undefined = () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.on(signal, () => {
		// What readers see already is ended in a moment, and recorded.
		if (!takeBack) return;
		takeBack();
		console.error('\nStopped. Nothing was published.');
		process.exit(1);
	});
const workshop = openWorkshop(workFolderFrom(values.work));
try {
	const options: FromRepository = {
		out: resolve(values.out),
		releases: editor?.releases ?? resolve(values.releases ?? resolve(ROOT, 'releases')),
		at: momentFrom(values.at),
		authorsOf: editor ? authorsOnMain(editor.repository) : authorsIn(content),
		...(said(emergency) && by !== undefined && { emergency: { reason: emergency, by } }),
		...(edition !== undefined &&
			said(why) && { takeBack: { edition, why, ...(said(text) && { words: text }) } }),
		...(keyFile !== undefined && { keyFile: resolve(keyFile) }),
		whenStopped(how) {
			takeBack = how;
		},
		async agree(words, issues) {
			if (issues.length > 0) console.log(`${countInWords(issues)} Run “npm run check” to see them.`);
			console.log(words);
			return values.yes || (await askYes());
		},
	};
	const done = editor
		? await (await import('../cms/publish-from-repository.ts')).publishFromRepository(
				workshop,
				editor,
				options,
			)
		: await publishRelease(workshop, { ...options, content });
	if (done.kind === 'refused')
		console.error(issuesInText(done.issues, editor ? 'content' : inWords(content)));
	if (done.kind !== 'published') {
		console.log('Nothing was published.');
		process.exitCode = 1;
	} else {
		const { words, isNew, sites, swapped } = done;
		// Of what is not published yet, and why: of what is, it was said before.
		if (!isNew && words !== '') console.log(words);
		for (const [site, { pages, rendered }] of Object.entries(sites))
			console.log(`${site}: ${pages} pages, ${rendered} of them made now`);
		for (const text of swapped.removed)
			console.log(`Taken from reading: ${text}. Earlier releases are deleted.`);
		for (const remark of swapped.remarks) console.log(remark);
		console.log(`Served now: ${swapped.name}.`);
		console.log(
			!isNew
				? 'There was nothing new to publish.'
				: editor
					? 'Published, and recorded on main of the repository.'
					: `Published. Commit ${inWords(join(content, 'editions'))} now: it is the record of it.`,
		);
	}
} catch (problem) {
	console.error(`${problem instanceof Error ? problem.message : problem}\nNothing was published.`);
	process.exitCode = 1;
} finally {
	await workshop.close();
}

/** What the file of the editor says. What is wrong with it ends the command. */
async function configFrom(file: string): Promise<EditorConfig> {
	const { readConfig } = await import('../cms/editor-config.ts');
	const { config, issues } = readConfig(file, { root: ROOT, env: process.env, signIn: false });
	return config ?? failWith(`${issuesInText(issues, '')}\nNothing was published.`);
}

async function askYes(): Promise<boolean> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	// Where nobody can answer, the question is never settled: the end of what can be read is a no.
	const nobody = new Promise<undefined>((end) => terminal.once('close', () => end(undefined)));
	const answer = await Promise.race([terminal.question('Publish this? Type yes: '), nobody]);
	terminal.close();
	if (answer === undefined) console.log('\nThere was no answer. For machines there is --yes.');
	return answer?.trim().toLowerCase() === 'yes';
}
