/** What a draft changes, file by file, against what is published or another of its states. */
import { useEffect, useState } from 'react';
import type { DraftAnswer, TextAnswer } from '../../../src/cms/protocol.ts';
import { get, Refusal } from '../session/request.ts';
import { WordDifferences } from './word-differences.tsx';

interface DifferencesProps {
	draft: DraftAnswer;
	/** `main`, or the commit of a save. */
	from?: string;
	to?: string;
}

export function Differences({ draft, from = 'main', to = 'draft' }: DifferencesProps) {
	const { files, collection, slug } = draft;
	if (files.length === 0) return <p>Nothing is different from what is published.</p>;
	return files.map(({ path, state }) => (
		<section key={path} className="own-file">
			<h3>
				{fileWords(path)} {state === 'added' && <span className="own-quiet">new</span>}
				{state === 'removed' && <span className="own-quiet">taken away</span>}
			</h3>
			<FileDifferences path={path} from={from} to={to} draft={{ collection, slug }} />
		</section>
	));
}

interface FileDifferencesProps {
	path: string;
	from: string;
	to: string;
	draft: { collection: string; slug: string };
}

function FileDifferences({ path, from, to, draft }: FileDifferencesProps) {
	const [texts, setTexts] = useState<[string, string]>();
	const [problem, setProblem] = useState('');
	const { collection, slug } = draft;
	useEffect(() => {
		const textAt = (at: string) => textOf(path, at, collection, slug);
		Promise.all([textAt(from), textAt(to)]).then(setTexts, (error: Error) => setProblem(error.message));
	}, [path, from, to, collection, slug]);
	if (problem) return <p role="alert">{problem}</p>;
	return texts ? <WordDifferences before={texts[0]} after={texts[1]} /> : <p>Comparing …</p>;
}

/** The text of a file at a state; empty where it is not there. */
async function textOf(path: string, at: string, collection: string, slug: string): Promise<string> {
	try {
		const answer = await get<TextAnswer>(`/api/text?${new URLSearchParams({ path, at, collection, slug })}`);
		return answer.text;
	} catch (error) {
		if (error instanceof Refusal && error.answer.code === 'not-found') return '';
		throw error;
	}
}

const languageNames: Record<string, string> = { en: 'English', cy: 'Welsh', ar: 'Arabic', ur: 'Urdu' };

/** “Welsh text” for `content/letters/outcome.cy.mdx` */
function fileWords(path: string): string {
	const language = /\.([a-z]{2})\.mdx$/.exec(path)?.[1];
	return language ? `${languageNames[language] ?? language} text` : (path.split('/').at(-1) ?? path);
}
