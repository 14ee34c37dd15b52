/** HTML that rendering would never write, however it got there. */
import { expect, test } from 'vitest';
import { checkHtml } from '../../src/markup/index.ts';

test.each([
	[
		'a script',
		'<script>alert(1)</script>',
		'Unexpected <script>, expected one of the elements that rendering writes',
	],
	[
		'a handler',
		'<p onclick="alert(1)">a</p>',
		'Unexpected onclick="alert(1)" on <p>, expected what rendering writes',
	],
	[
		'a style',
		'<p style="color: red">a</p>',
		'Unexpected style="color: red" on <p>, expected what rendering writes',
	],
	[
		'an address that runs',
		'<a href="javascript:alert(1)">a</a>',
		'Unexpected href="javascript:alert(1)" on <a>, expected what rendering writes',
	],
	[
		'an address of another site',
		'<img src="//evil.example/a.png" alt="a">',
		'Unexpected src="//evil.example/a.png" on <img>, expected what rendering writes',
	],
	['an image without words', '<img src="/media/a.png">', 'Unexpected <img> without alt, expected it'],
	[
		'a link elsewhere that tells where from',
		'<a href="https://www.example.org">a</a>',
		'Unexpected link to https://www.example.org without rel, expected rel="noreferrer noopener"',
	],
	[
		'a class of somebody else',
		'<p class="govuk-body">a</p>',
		'Unexpected class="govuk-body" on <p>, expected what rendering writes',
	],
	['an id twice', '<h2 id="a">a</h2><h2 id="a">b</h2>', 'Unexpected second id “a”, expected each once'],
	['a comment', '<p>a<!-- b --></p>', 'Unexpected #comment, expected elements and text'],
	['a drawing', '<svg><a></a></svg>', 'Unexpected svg, expected elements and text'],
	[
		'a template',
		'<template><p>a</p></template>',
		'Unexpected <template>, expected one of the elements that rendering writes',
	],
	[
		'an attribute of a search engine',
		'<p data-pagefind-ignore="">a</p>',
		'Unexpected data-pagefind-ignore="" on <p>, expected what rendering writes',
	],
	[
		'a property of objects as an element',
		'<constructor>a</constructor>',
		'Unexpected <constructor>, expected one of the elements that rendering writes',
	],
])('finds %s', (_, html, problem) => {
	expect(checkHtml(html)).toEqual([problem]);
});

test.each([
	'<p>a</b>',
	'<a href="/a/"><a href="/b/">c</a></a>',
	'<table><p>a</p></table>',
	'<p id=">a',
	'\u0000',
])('finds that a browser would mend %j', (html) => {
	expect(checkHtml(html).length).toBeGreaterThan(0);
});

test('has nothing against what rendering writes', () => {
	expect(
		checkHtml('<h2 id="a">a</h2><p>b <a href="https://www.example.org" rel="noreferrer noopener">c</a></p>'),
	).toEqual([]);
});
