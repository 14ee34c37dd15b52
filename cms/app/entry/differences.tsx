/** What a draft changes, file by file, against what is published or another of its states: as its readers will see it. */
import { useEffect, useState } from 'react';
import type { DraftAnswer, TextAnswer } from '../../../src/cms/answers.ts';
import type { ComparedViews } from '../../../src/sites/shared/editions/compared-views.ts';
import { mattersElement } from '../../../src/sites/shared/editions/matter-words.ts';
import { published } from '../publishing/published.ts';
import { get, Refusal } from '../session/request.ts';
import { type ChangedKey, changedKeys } from './changed-keys.ts';
import { ShownElements } from './shown-elements.tsx';
import { WordDifferences } from './word-differences.tsx';

interface DifferencesProps {
	draft: DraftAnswer;
	/** `main`, or the commit of a save. */
	from?: string;
	to?: string;
}

export function Differences({ draft, from = 'main', to = 'draft' }: DifferencesProps) {
	if (draft.files.length === 0) return <p>Nothing is different from what is published.</p>;
	return draft.files.map(({ path, state }) => (
		<section key={path} className="own-file">
			<h3>
				{fileWords(path)} {state === 'added' && <span className="own-status">New</span>}
				{state === 'removed' && <span className="own-status">Taken away</span>}
			</h3>
			{path.startsWith('content/media/') && !path.endsWith('.yaml') ? null : (
				<FileDifferences path={path} from={from} to={to} draft={draft} />
			)}
		</section>
	));
}

interface FileDifferencesProps {
	path: string;
	from: string;
	to: string;
	draft: DraftAnswer;
}

interface Compared {
	redline?: ComparedViews | undefined;
	keys: ChangedKey[];
	before: string;
	after: string;
}

function FileDifferences({ path, from, to, draft }: FileDifferencesProps) {
	const [compared, setCompared] = useState<Compared>();
	const [problem, setProblem] = useState('');
	const { collection, slug } = draft;
	useEffect(() => {
		compareFile(path, from, to, { collection, slug }).then(setCompared, (error: Error) =>
			setProblem(error.message),
		);
	}, [path, from, to, collection, slug]);
	if (problem) return <p role="alert">{problem}</p>;
	if (!compared) return <p>Comparing …</p>;
	const { redline, keys, before, after } = compared;
	const isText = path.endsWith('.mdx');
	const others = keys.filter(({ key }) => !redline || !inText.includes(key));
	return (
		<>
			{redline && redline.matters.length > 0 && (
				<div className="own-matters">
					<ShownElements elements={[mattersElement(redline.matters)]} />
				</div>
			)}
			{redline && (redline.changes > 0 || before === '') && (
				<div className="own-differences own-redline comparison">
					<ShownElements elements={redline.elements} />
				</div>
			)}
			{isText && !redline && <WordDifferences before={before} after={after} />}
			{before !== '' && others.length > 0 && (
				<>
					<h4>{isText ? 'Fields' : 'Changes'}</h4>
					<dl className="own-keys">
						{others.map((key) => (
							<div key={key.label}>
								<dt>{key.label}</dt>
								<dd>
									<WordDifferences before={key.before} after={key.after} />
								</dd>
							</div>
						))}
					</dl>
				</>
			)}
			{!isText && before === '' && <WordDifferences before="" after={after} />}
		</>
	);
}

/** Keys whose words stand in the text that is compared. */
const inText = ['title', 'summary', 'helpsWith', 'tabTitle'];

type Name = { collection: string; slug: string };

async function compareFile(path: string, from: string, to: string, name: Name): Promise<Compared> {
	const english = path.replace(/\.[a-z]{2}\.mdx$/, '.en.mdx');
	const [before, after, englishBefore, englishAfter] = await Promise.all([
		textOf(path, from, name),
		textOf(path, to, name),
		path === english ? '' : textOf(english, from, name),
		path === english ? '' : textOf(english, to, name),
	]);
	const file = inContent(path);
	const files = (own: string, shared: string) => [
		...(own ? [{ file, text: own }] : []),
		...(shared ? [{ file: inContent(english), text: shared }] : []),
	];
	const { redline } = await import('./redline.ts');
	const now = new Date().toISOString();
	return {
		before,
		after,
		keys: changedKeys(file, before, after),
		redline: redline(file, files(before, englishBefore), files(after, englishAfter), published(), now),
	};
}

/** The text of a file at a state; empty where it is not there. */
async function textOf(path: string, at: string, { collection, slug }: Name): Promise<string> {
	try {
		const answer = await get<TextAnswer>(`/api/text?${new URLSearchParams({ path, at, collection, slug })}`);
		return answer.text;
	} catch (error) {
		if (error instanceof Refusal && error.answer.code === 'not-found') return '';
		throw error;
	}
}

function inContent(path: string): string {
	return path.replace(/^content\//, '');
}

const languageNames: Record<string, string> = { en: 'English', cy: 'Welsh', ar: 'Arabic', ur: 'Urdu' };

/** “Welsh text” for `content/letters/outcome.cy.mdx` */
export function fileWords(path: string): string {
	const language = /\.([a-z]{2})\.mdx$/.exec(path)?.[1];
	return language ? `${languageNames[language] ?? language} text` : (path.split('/').at(-1) ?? path);
}
