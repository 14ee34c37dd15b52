/** The judge’s thread: typing never waits for it. */
import { openData } from '../../../src/cms/catalogue-data.ts';
import { judgeDraft } from '../../../src/cms/judge.ts';
import { readDraft } from '../../../src/cms/read-draft.ts';
import { previewOf } from '../preview/preview.ts';
import type { FromJudge, ToJudge } from './judge-messages.ts';

let published = openData({ entries: [], references: [] });

addEventListener('message', ({ data: message }: MessageEvent<ToJudge>) => {
	if (message.kind === 'published') {
		published = openData(message.data);
		return;
	}
	postMessage(answer(message));
});

function answer({ number, files, at, shown }: Extract<ToJudge, { kind: 'draft' }>): FromJudge {
	try {
		const draft = readDraft(files, published);
		const preview = previewOf(draft, shown, at);
		return { number, issues: judgeDraft(files, published, { at }), ...(preview && { preview }) };
	} catch (error) {
		return { number, issues: [], fault: String(error) };
	}
}
