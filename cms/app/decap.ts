/**
 * The parts of Decap that this editor has. The package decap-cms-app registers every back-end and widget there is;
 * its versions are the ones locked, and only what is used here is bundled.
 */
import { DecapCmsCore } from 'decap-cms-core';
import { en } from 'decap-cms-locales';
import BooleanWidget from 'decap-cms-widget-boolean';
import DatetimeWidget from 'decap-cms-widget-datetime';
import FileWidget from 'decap-cms-widget-file';
import ImageWidget from 'decap-cms-widget-image';
import ListWidget from 'decap-cms-widget-list';
import MarkdownWidget from 'decap-cms-widget-markdown';
import NumberWidget from 'decap-cms-widget-number';
import ObjectWidget from 'decap-cms-widget-object';
import RelationWidget from 'decap-cms-widget-relation';
import SelectWidget from 'decap-cms-widget-select';
import StringWidget from 'decap-cms-widget-string';
import TextWidget from 'decap-cms-widget-text';
import { QuietRelation } from './quiet-relation.ts';
import { words } from './words.ts';

export const CMS = DecapCmsCore;

/** Make Decap’s own widgets and words known. */
export function registerDecap(): void {
	const widgets = [
		BooleanWidget,
		DatetimeWidget,
		FileWidget,
		ImageWidget,
		ListWidget,
		MarkdownWidget,
		NumberWidget,
		ObjectWidget,
		SelectWidget,
		StringWidget,
		TextWidget,
	];
	for (const { Widget } of widgets) CMS.registerWidget(Widget());
	CMS.registerWidget({ ...(RelationWidget.Widget() as object), controlComponent: QuietRelation } as never);
	CMS.registerLocale('en', merge(en as Phrases, words));
}

type Phrases = { [key: string]: string | Phrases };

/** Phrases with some of them in other words. */
function merge(phrases: Phrases, others: Phrases): Phrases {
	const merged = { ...phrases };
	for (const [key, value] of Object.entries(others)) {
		const before = merged[key];
		merged[key] = typeof value === 'object' && typeof before === 'object' ? merge(before, value) : value;
	}
	return merged;
}
