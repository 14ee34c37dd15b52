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
	},
});

/** What is wrong with a page, one line each. */
export async function htmlFindings(html: string): Promise<string[]> {
	const { results } = await validator.validateString(html);
	return results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`));
}
