/** A page shown as it would be on paper: its own rules for print hold, and those for the screen do not. */

export type Medium = 'screen' | 'phone' | 'print';

/** What each rule for some media said before. */
const before = new WeakMap<CSSMediaRule, string>();

export function showMedium(page: Document, medium: Medium): void {
	for (const sheet of page.styleSheets) {
		for (const rule of mediaRules(sheet.cssRules)) {
			const written = before.get(rule) ?? rule.media.mediaText;
			before.set(rule, written);
			rule.media.mediaText = medium === 'print' ? onPaper(written) : written;
		}
	}
}

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
	return [...rules].flatMap((rule) => {
		if ('media' in rule && 'cssRules' in rule)
			return [rule as CSSMediaRule, ...mediaRules((rule as CSSMediaRule).cssRules)];
		return 'cssRules' in rule ? mediaRules((rule as CSSGroupingRule).cssRules) : [];
	});
}

function onPaper(media: string): string {
	return media
		.split(',')
		.map((query) => query.trim())
		.map((query) => {
			if (/\bprint\b/.test(query)) return query.replace(/\bprint\b/, 'screen');
			return /\bscreen\b/.test(query) ? 'not all' : query;
		})
		.join(', ');
}
