/** The validity of HTML, judged by html-validate with the rules that hold for both sites. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
	extends: ['html-validate:recommended'],
	rules: {
		// Astro writes void elements and attributes in the short form.
		'void-style': 'off',
		'no-trailing-whitespace': 'off',
		'attribute-boolean-style': 'off',
		'doctype-style': 'off',
		// Phone numbers carry their spaces so that screen readers read them in groups.
		'tel-non-breaking': 'off',
		'long-title': 'off',
		'require-sri': 'off',
		// A choice that acts as it is made has nothing to send.
		'wcag/h32': 'off',
		// A clause is found by its reference code and number: VCS-04.2.
		'valid-id': ['error', { relaxed: true }],
		// The box that a wide table scrolls in is a region, and no section of the text. The link that leaves the site
		// is announced as a button, and stays a link for those without scripts.
		'prefer-native-element': ['error', { exclude: ['region', 'button'] }],
	},
});

/** What is wrong with a page, one line each. */
export async function htmlFindings(html: string): Promise<string[]> {
	const { results } = await validator.validateString(html);
	return results.flatMap(({ messages }) =>
		messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
	);
}
