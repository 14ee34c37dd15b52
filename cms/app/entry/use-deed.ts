/** Doing something with a draft: busy while it lasts, and what the server said when it refused. */
import { useState } from 'react';
import type { Issue } from '../../../src/model/issue.ts';
import { Refusal } from '../session/request.ts';

export interface Deed {
	busy: boolean;
	problem: string;
	issues: readonly Issue[];
	run(deed: () => Promise<void>): Promise<void>;
}

export function useDeed(): Deed {
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState('');
	const [issues, setIssues] = useState<readonly Issue[]>([]);
	return {
		busy,
		problem,
		issues,
		async run(deed) {
			setBusy(true);
			setProblem('');
			setIssues([]);
			try {
				await deed();
			} catch (error) {
				setProblem((error as Error).message);
				if (error instanceof Refusal) setIssues(error.answer.issues ?? []);
			} finally {
				setBusy(false);
			}
		},
	};
}
