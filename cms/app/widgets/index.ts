/** The widgets of ours that the configuration names. */
import type { ComponentType } from 'react';
import { ownWidgets } from '../../../src/cms/index.ts';
import { BlocksControl } from './blocks-control.tsx';
import { GuardedTextControl } from './guarded-text-control.tsx';
import './widgets.css';
import './rich-text.css';

interface Decap {
	registerWidget(name: string, control: ComponentType<never>): void;
}

export function registerWidgets(CMS: Decap): void {
	CMS.registerWidget(ownWidgets.blocks, BlocksControl);
	CMS.registerWidget(ownWidgets.guardedText, GuardedTextControl);
}
