/**
 * A choice of an entry that leaves the form alone when it opens. Decap’s own writes its value once more, into every
 * language that is shown, so that a page nobody touched is said to have changes.
 */
import RelationWidget from 'decap-cms-widget-relation';
import type { Component } from 'react';

const RelationControl = RelationWidget.controlComponent as unknown as new (
	props: object,
) => Component & { triggerInitialOnChange(value: unknown, options: unknown): void };

export class QuietRelation extends RelationControl {
	/** Its options are state, which its `shouldComponentUpdate` does not look at: taken from the cache, they would not show. */
	override triggerInitialOnChange(): void {
		this.forceUpdate();
	}
}
