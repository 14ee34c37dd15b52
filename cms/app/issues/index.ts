/** Live issues: judged as somebody types, shown beside the fields and in one list. */
import type { CatalogueData } from '../../../src/cms/catalogue-data.ts';
import { startJudging } from './judgement.ts';
import './issues.css';

export { BlockIssues } from './block-issues.tsx';
export { goToField } from './go-to-field.ts';
export { IssueItems } from './issue-items.tsx';
export { renewPublished } from './judgement.ts';

/** Begin to judge the form that is open. Its fields and panes come in the place of Decap’s: see vite.config.ts. */
export function registerIssues(published: CatalogueData): void {
	startJudging(published);
}
