/** The judge’s thread: typing never waits for it. */
import { openData } from '../../../src/cms/catalogue-data.ts';
import { judgeRead } from '../../../src/cms/judge.ts';
import { type ReadDraft, readDraft } from '../../../src/cms/read-draft.ts';
import { previewOf } from '../preview/preview.ts';
import type { FromJudge, ToJudge } from './judge-messages.ts';

let published = openData({ entries: [], references: [] });
let earlier: ReadDraft | undefined;

addEventListener('message', ({ data: message }: MessageEvent<ToJudge>) => {
	if (message.kind === 'published') published = openData(message.data);
	else judge(message);
});

/** The issues first: an editor looks at the field, and the page may take a moment longer. */
function judge({ number, files, at, shown }: Extract<ToJudge, { kind: 'draft' }>): void {
	const answer = (found: Omit<FromJudge, 'number'>) => postMessage({ number, ...found } satisfies FromJudge);
	try {
		const draft = readDraft(files, published, earlier);
		earlier = draft;
		answer({ issues: judgeRead(draft, published, { at }) });
		answer({ preview: previewOf(draft, shown, at) ?? 'none' });
	} catch (error) {
		answer({ issues: [], preview: 'none', fault: String(error) });
	}
}
