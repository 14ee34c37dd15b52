/** What the checks say of files, said of the form: it has neither keys nor lines. */
import type { Issue } from '../model/issue.ts';

const words: Record<string, Pick<Issue, 'message' | 'fix'>> = {
	'empty-body': { message: 'Enter “Text”', fix: 'Write it under “Text”, at the end of the form.' },
};

export function inFormWords<T extends Issue>(issue: T): T {
	return { ...issue, fix: issue.fix.replace(/^The key is \w+\. /, ''), ...words[issue.rule] };
}
