/** Two texts as one, with what was taken away and what is new marked: by colour, by line and for those who listen. */
import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';

interface WordDifferencesProps {
	before: string;
	after: string;
	/** Show only the later text, with what is new in it marked. */
	added?: boolean;
}

export function WordDifferences({ before, after, added = false }: WordDifferencesProps) {
	const parts = useMemo(() => diffWordsWithSpace(before, after), [before, after]);
	return (
		<div className="own-differences">
			{parts.map((part, index) => {
				const key = `${index}`;
				if (part.added)
					return (
						<ins key={key}>
							<span className="own-hidden">[new: </span>
							{part.value}
							<span className="own-hidden">]</span>
						</ins>
					);
				if (!part.removed) return <span key={key}>{shortened(part.value, index, parts.length)}</span>;
				return added ? null : (
					<del key={key}>
						<span className="own-hidden">[taken away: </span>
						{part.value}
						<span className="own-hidden">]</span>
					</del>
				);
			})}
		</div>
	);
}

const CONTEXT = 160;

/** Long stretches that did not change are cut: only what stands beside a change helps. */
function shortened(text: string, index: number, count: number): string {
	const start = index > 0 ? text.slice(0, CONTEXT) : '';
	const end = index < count - 1 ? text.slice(-CONTEXT) : '';
	return text.length <= start.length + end.length + 40 || count === 1 ? text : `${start} … ${end}`;
}
