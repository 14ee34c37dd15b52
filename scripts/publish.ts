/**
 * `npm run publish`: checks everything, says what would go live and asks, freezes it, and builds the release.
 *
 * Exit 0 when it is published, 1 when something stopped it and nothing was, 2 when the command was not understood.
 */
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { argumentsOf, failWith, momentFrom, ROOT } from './command-line.ts';
import { authorsIn } from './git-authors.ts';

const {
	countInWords,
	hasErrors,
	issuesInText,
	openWorkshop,
	planError,
	planPublication,
	planRedaction,
	release,
} = await import('../src/release/index.ts');
const { planInWords } = await import('../src/editions/index.ts');
const { freeze } = await import('../src/editions/publish.ts');

const usage = `Usage: npm run publish -- [--at MOMENT] [--yes] [--emergency "REASON" --by PERSON]
       npm run publish -- --error CODE/NUMBER --why "REASON"
       npm run publish -- --redact CODE/NUMBER --text "WORDS" --why "REASON"
  --key FILE        the key that signs the registers (else REGISTER_KEY, else the demonstration key)
  --content DIR --out DIR --work DIR`;
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
			content: { type: 'string', default: resolve(ROOT, 'content') },
			out: { type: 'string', default: resolve(ROOT, 'dist') },
			work: { type: 'string', default: resolve(ROOT, 'var', 'work') },
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
if ((emergency === undefined) !== (by === undefined))
	failWith('An emergency needs a reason and a name: --emergency "…" --by PERSON');
if (emergency?.trim() === '') failWith('Enter the reason of the emergency');
if (error !== undefined && redact !== undefined) failWith(usage);
const retracts = error ?? redact;
if ((retracts !== undefined) !== (why !== undefined && why.trim() !== ''))
	failWith('Taking a text back needs an edition and a reason: --error CODE/NUMBER --why "…"');
if ((redact === undefined) !== (text === undefined))
	failWith('Redacting needs the words to take out: --text "…"');
if (text?.trim() === '') failWith('Enter the words to take out');

const content = resolve(values.content);
const out = resolve(values.out);
const at = momentFrom(values.at);
const workshop = openWorkshop(ROOT, resolve(values.work));
try {
	const planned = await whatToFreeze();
	if (planned) {
		console.log(planned.words || 'Nothing new to publish.');
		if (!planned.words || (await agreed())) await goLive(planned);
		else {
			console.log('Nothing was published.');
			process.exitCode = 1;
		}
	} else process.exitCode = 1;
} catch (problem) {
	console.error(`${problem instanceof Error ? problem.message : problem}\nNothing was published.`);
	process.exitCode = 1;
} finally {
	await workshop.close();
}

type ToFreeze = Parameters<typeof freeze>[1] & { words: string };

/** What is to be frozen, with what goes live in words; undefined when something stops it, which is then printed. */
async function whatToFreeze(): Promise<ToFreeze | undefined> {
	const keyFile = values.key ?? process.env.REGISTER_KEY;
	const key = keyFile === undefined ? {} : { keyFile: resolve(keyFile) };
	if (retracts !== undefined) {
		const retraction = { at, why: why ?? '' };
		const retracted =
			text === undefined
				? planError(content, retracts, retraction)
				: planRedaction(content, retracts, text, retraction);
		return { ...retracted, ...key, words: planInWords({ ...retracted, stillInError: [] }) };
	}
	const { issues, plan, images } = await planPublication(workshop, {
		content,
		at,
		authorsOf: authorsIn(content),
		...(emergency !== undefined && by !== undefined && { emergency: { reason: emergency, by } }),
	});
	const stopping = plan && plan.refusals.length > 0 ? plan.refusals : hasErrors(issues) ? issues : [];
	if (!plan || stopping.length > 0) {
		console.error(issuesInText(stopping, relative(process.cwd(), content) || '.'));
		console.error('Nothing was published.');
		return undefined;
	}
	if (issues.length > 0) console.log(`${countInWords(issues)} Run “npm run check” to see them.`);
	return {
		...plan,
		...key,
		images: new Map(images.map(({ name, file }) => [name, file])),
		words: planInWords(plan),
	};
}

async function agreed(): Promise<boolean> {
	if (values.yes) return true;
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const answer = await terminal.question('Publish this? Type yes: ');
	terminal.close();
	return answer.trim().toLowerCase() === 'yes';
}

/** Freeze it and build the release; when that fails, what was frozen is taken back. */
async function goLive(planned: ToFreeze): Promise<void> {
	const frozen = freeze(join(content, 'editions'), planned);
	try {
		const { issues, sites } = await release(workshop, { content, out, at, documents: 'published' });
		if (hasErrors(issues)) throw new Error(issuesInText(issues, relative(process.cwd(), content) || '.'));
		for (const [site, { pages, rendered }] of Object.entries(sites))
			console.log(`${relative(process.cwd(), resolve(out, site))}: ${pages} pages, ${rendered} of them new`);
	} catch (problem) {
		frozen.undo();
		throw problem;
	}
	frozen.settle();
	console.log(
		`Published. Commit ${relative(process.cwd(), join(content, 'editions'))} now: it is the record of it.`,
	);
}
