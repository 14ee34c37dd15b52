/** Starts Decap with the configuration made from the model. */
// First, because its modules import each other in circles and stand only when entered here.
import 'decap-cms-core';

import { history } from 'decap-cms-core/dist/esm/routing/history';
import type { CatalogueAnswer } from '../../src/cms/answers.ts';
import { EDITING_SERVER, editorConfig } from '../../src/cms/config.ts';
import { editorFormats } from '../../src/cms/file-format.ts';
import { isDocumentType } from '../../src/model/collection.ts';
import { ADDRESS, EditingServerBackend, opened } from './backend/backend.ts';
import { CMS, registerDecap } from './decap.ts';
import { registerIssues, renewPublished } from './issues/index.ts';
import { registerPreviews } from './preview/index.ts';
import { followPublished } from './publishing/published.ts';
import { registerWidgets } from './widgets/index.ts';

/** Where Decap remembers what stands beside the form. */
const RIGHT_PANE = 'cms.right-pane';

export async function startEditor(): Promise<void> {
	const catalogue = await followPublished((news) => renewPublished(news as never));
	registerDecap();
	registerWidgets(CMS as never);
	registerIssues(catalogue);
	registerPreviews(CMS as never);
	CMS.registerBackend(EDITING_SERVER, EditingServerBackend);
	for (const { name, extension, fromFile, toFile } of editorFormats) {
		CMS.registerCustomFormat(name, extension, {
			fromFile,
			toFile: (data) => {
				const text = toFile(data as Record<string, unknown>);
				const { _source } = data as { _source?: string };
				opened.printed(text, _source);
				return text;
			},
		});
	}
	// Beside the form stands the preview, until somebody asks for another language there.
	if (!localStorage.getItem(RIGHT_PANE)) localStorage.setItem(RIGHT_PANE, 'preview');
	// Whoever comes in without an address of an entry sees what waits for them.
	if (history.location.pathname === '/') history.replace('/workflow');
	CMS.init({
		config: editorConfig({
			backend: { name: EDITING_SERVER, proxy_url: ADDRESS, branch: 'main' },
			documents: documentsOf(catalogue),
		}) as never,
	});
}

/** Every document by its code, for fields that name one. */
function documentsOf({ entries }: CatalogueAnswer): { code: string; title: string }[] {
	return entries
		.filter(({ type, language }) => isDocumentType(type) && language === 'en')
		.map(({ data }) => {
			const { code, title } = data as { code: string; title: string };
			return { code, title };
		});
}
