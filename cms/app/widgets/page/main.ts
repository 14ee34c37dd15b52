/**
 * Decap with our configuration, files and widgets over a repository in the memory of the page: for the tests of the
 * widgets, and to work on them. The editor itself stands on the editing server.
 */
import { TestBackend } from 'decap-cms-backend-test';
import { EDITING_SERVER, editorConfig } from '../../../../src/cms/config.ts';
import { editorFormats } from '../../../../src/cms/file-format.ts';
import { CMS, registerDecap } from '../../decap.ts';
import { registerWidgets } from '../index.ts';
import '../../styles.css';

registerDecap();
registerWidgets(CMS as never);
CMS.registerBackend(EDITING_SERVER, TestBackend as never);
for (const { name, extension, fromFile, toFile } of editorFormats)
	CMS.registerCustomFormat(name, extension, { fromFile, toFile: (data) => toFile(data as never) });
CMS.init({
	config: { ...editorConfig({ backend: { name: EDITING_SERVER } }), publish_mode: 'simple' } as never,
});
