/** Previews of everything that can be written. */
import type { ComponentType } from 'react';
import { collections } from '../../../src/model/collection.ts';
import issueStyles from '../issues/issues.css?url';
import previewStyles from './preview.css?url';
import { PreviewPane } from './preview-pane.tsx';

interface Decap {
	registerPreviewTemplate(name: string, component: ComponentType<never>): void;
	registerPreviewStyle(address: string): void;
}

export function registerPreviews(CMS: Decap): void {
	CMS.registerPreviewStyle(issueStyles);
	CMS.registerPreviewStyle(previewStyles);
	for (const { folder } of Object.values(collections)) CMS.registerPreviewTemplate(folder, PreviewPane);
}
