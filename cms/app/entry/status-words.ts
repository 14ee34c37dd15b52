/** What the stages of a draft are called. */
import type { Status } from '../../../src/cms/protocol.ts';

export const statusWords: Record<Status, string> = {
	draft: 'Draft',
	'in review': 'In review',
	ready: 'Ready to publish',
};
