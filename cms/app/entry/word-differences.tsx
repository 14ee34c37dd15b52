/** Two texts as one, with what was taken away and what is new marked: by colour, by line and for those who listen. */
import { useMemo } from 'react';
import { wordDifferences } from '../../../src/editions/index.ts';

interface WordDifferencesProps {
	before: string;
	after: string;
	/** Show only the later text, with what is new in it marked. */
	added?: boolean;
}

export function WordDifferences({ before, after, added = false }: WordDifferencesProps) {
	const parts = useMemo(() => partsOf(before, after), [before, after]);
	return (
		<div className="own-differences">
			{parts.map((part, index) => {
				const key = `${index}`;
				if (part.is === 'added')
					return (
						<ins key={key}>
							<span className="own-hidden">[new: </span>
							{part.text}
							<span className="own-hidden">]</span>
						</ins>
					);
				if (part.is === 'same') return <span key={key}>{shortened(part.text, index, parts.length)}</span>;
				return added ? null : (
					<del key={key}>
						<span className="own-hidden">[taken away: </span>
						{part.text}
						<span className="own-hidden">]</span>
					</del>
				);
			})}
		</div>
	);
}

function partsOf(before: string, after: string): { is: 'same' | 'removed' | 'added'; text: string }[] {
	return wordDifferences([{ text: before }], [{ text: after }]).map(({ is, runs }) => ({
		is,
		text: runs.map(({ text }) => text).join(''),
	}));
}

const CONTEXT = 160;

/** Long stretches that did not change are cut: only what stands beside a change helps. */
function shortened(text: string, index: number, count: number): string {
	const start = index > 0 ? text.slice(0, CONTEXT) : '';
	const end = index < count - 1 ? text.slice(-CONTEXT) : '';
	return text.length <= start.length + end.length + 40 || count === 1 ? text : `${start} … ${end}`;
}
