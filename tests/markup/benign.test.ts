/** What editors write is never refused, and becomes HTML within the output rules. */
import { expect, test } from 'vitest';
import {
	bodyOfEntry,
	checkHtml,
	EXAMPLE_DAY,
	exampleFacts,
	exampleHref,
	parseBody,
	renderBody,
} from '../../src/markup/index.ts';
import { benign } from './benign.ts';
import { judgeFile, withKeys } from './judge.ts';

test('there are at least 60 of them, each with a name of its own', () => {
	expect(benign.length).toBeGreaterThanOrEqual(60);
	expect(new Set(benign.map(({ name }) => name)).size).toBe(benign.length);
});

for (const { name, body, type = 'passage', language = 'en' } of benign) {
	test(`accepts ${name}`, () => {
		expect(judgeFile(withKeys(body), type, language)).toEqual([]);
		const parsed = parseBody({ source: body, firstLine: 1 }, { file: 'example.mdx', type, language });
		const { html } = renderBody(parsed, exampleFacts, {
			site: 'staff',
			language,
			type,
			id: 'example',
			code: 'VCS-01',
			on: EXAMPLE_DAY,
			href: exampleHref('staff'),
			bodyOf: bodyOfEntry,
		});
		expect(checkHtml(html)).toEqual([]);
	});
}
