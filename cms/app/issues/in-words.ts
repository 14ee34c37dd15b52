/** Issues counted and named in an editor’s words. */
import { type DraftIssue, holdingUp } from '../../../src/cms/draft-issue.ts';
import { type Language, languageNames } from '../../../src/model/language.ts';
import { languageOfFile } from './draft-files.ts';

/** “3 to fix, 2 to consider”. */
export function countInWords(issues: readonly DraftIssue[]): string {
	const toFix = issues.filter(({ blocks }) => blocks !== undefined).length;
	const toConsider = issues.length - toFix;
	if (issues.length === 0) return 'Nothing to fix';
	return [toFix > 0 && `${toFix} to fix`, toConsider > 0 && `${toConsider} to consider`]
		.filter(Boolean)
		.join(', ');
}

/** What the draft may do as it is. */
export function standing(issues: readonly DraftIssue[]): string {
	if (holdingUp(issues, 'draft').length > 0) return 'It cannot be saved yet.';
	if (holdingUp(issues, 'review').length > 0)
		return 'It can be saved as a draft. Fix what is marked “before review” to send it for review.';
	if (holdingUp(issues, 'publish').length > 0)
		return 'It can be sent for review. Fix the rest before it is published.';
	return 'It can be sent for review and published.';
}

/** The mark on one issue. */
export function markOf({ blocks }: DraftIssue): string {
	if (blocks === undefined) return 'To consider';
	return { draft: 'Before saving', review: 'Before review', publish: 'Before publishing' }[blocks];
}

/** Whether a field of the form is only still empty: something to do, and no mistake that anybody made. */
export function isStillEmpty({ rule, message }: DraftIssue): boolean {
	return rule === 'keys' && message.startsWith('Enter ');
}

/** The language an issue is in, where it is not English. */
export function languageMark({ file }: DraftIssue): string {
	const language = languageOfFile(file) as Language;
	return language === 'en' ? '' : languageNames[language].english;
}
