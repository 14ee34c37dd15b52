/** Every example of every component: what it becomes, and how the refused ones are answered. */
import { describe, expect, test } from 'vitest';
import type { ParseContext } from '../../src/markup/index.ts';
import {
	bodyOfEntry,
	componentDocs,
	EXAMPLE_DAY,
	exampleFacts,
	exampleHref,
	parseBody,
	renderBody,
} from '../../src/markup/index.ts';

const body = (source: string) => ({ source: `${source}\n`, firstLine: 1 });

for (const { name, examples, refused } of componentDocs) {
	describe(`<${name}>`, () => {
		for (const {
			name: example,
			type = 'guidance',
			site = 'staff',
			language = 'en',
			source,
			html,
		} of examples) {
			test(`shows ${example}`, () => {
				const context: ParseContext = { file: 'example.mdx', type, language };
				const parsed = parseBody(body(source), context);
				expect(parsed.issues).toEqual([]);
				const codes: Record<string, string> = { standard: 'VCS-01' };
				const rendered = renderBody(parsed, exampleFacts, {
					site,
					language,
					type,
					id: 'example',
					code: codes[type],
					on: EXAMPLE_DAY,
					href: exampleHref(site),
					bodyOf: bodyOfEntry,
				});
				expect(rendered.issues).toEqual([]);
				expect(rendered.html).toBe(html);
			});
		}
		for (const { name: example, type = 'guidance', source, issues } of refused) {
			test(`refuses ${example}`, () => {
				const parsed = parseBody(body(source), { file: 'example.mdx', type, language: 'en' });
				const found =
					parsed.issues.length > 0
						? parsed.issues
						: renderBody(parsed, exampleFacts, {
								site: 'staff',
								language: 'en',
								type,
								id: 'example',
								on: EXAMPLE_DAY,
								href: exampleHref('staff'),
								bodyOf: bodyOfEntry,
							}).issues;
				expect(found.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual(issues);
				expect(found.every(({ fix }) => fix !== '')).toBe(true);
			});
		}
	});
}
