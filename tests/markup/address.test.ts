/** The rule for addresses, as a table and as properties. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAddress } from '../../src/markup/index.ts';

const allowed = [
	'https://www.example.org',
	'https://www.example.org/',
	'HTTPS://www.example.org/a',
	'https://www.example.org/a/b-c_d.e~f?g=h&i=%20#j',
	'https://example.co.uk/Trial_(law)',
	'/search/',
	'/',
	'/a/b/?q=1#c',
	'#a-heading',
	'#VCS-04.2',
	'#ماذا-يحدث',
	'mailto:victims.team+help@example.org',
	'tel:999',
	'tel:08081570000',
	'tel:+441632960000',
];
test.each(allowed)('allows %s', (address) => {
	expect(judgeAddress(address)).toEqual({ ok: true });
});

const refused = [
	...[
		'',
		' ',
		'a',
		'./a',
		'../a',
		'?a',
		'javascript:alert(1)',
		'JAVASCRIPT:x',
		'java\tscript:x',
		'java\nscript:x',
		'\u0001javascript:x',
		'\u00A0javascript:x',
		' javascript:x',
	],
	...[
		'data:text/html,x',
		'vbscript:x',
		'blob:https://www.example.org/x',
		'file:///etc/passwd',
		'node:fs',
		'about:blank',
		'view-source:https://www.example.org',
		'ws://www.example.org',
	],
	...[
		'//www.example.org',
		'///www.example.org',
		'/\\www.example.org',
		'\\\\www.example.org',
		'/\t/www.example.org',
		'https:www.example.org',
		'https:/www.example.org',
		'https:///www.example.org',
		'https:\\\\www.example.org',
	],
	...[
		'http://www.example.org',
		'https://',
		'https://.',
		'https://a',
		'https://localhost',
		'https://example.org.',
		'https://-a.org',
		'https://a-.org',
		'https://a..org',
		'https://a_b.org',
	],
	...[
		'https://user@www.example.org',
		'https://user:word@www.example.org',
		'https://@www.example.org',
		'https://www.example.org@evil.example',
		'https://www.example.org:8443',
		'https://www.example.org:444/',
	],
	...[
		'https://127.0.0.1',
		'https://2130706433',
		'https://0x7f.1',
		'https://[::1]',
		'https://xn--80ak6aa92e.example',
		'https://аррӏе.example',
		'https://example。org',
		'https://www.example.org\u202E',
		'https://exa\u200Bmple.org',
	],
	...[
		'/a/../b',
		'/a/./b',
		'/..',
		'/%2e%2e/b',
		'/a/.%2E/b',
		'#',
		'#a b',
		'#"onclick',
		"#'a",
		'#<a>',
		'#a?b',
		'#a/b',
		'mailto:',
		'mailto:a',
		'mailto:a@b',
		'mailto:a@example.org?cc=b@example.org',
		'mailto:a@example.org,b@example.org',
		'mailto:a@example.org%0A',
		'tel:',
		'tel:a',
		'tel:999;x',
		'tel:0808 157',
		'sms:999',
	],
	`https://www.example.org/${'a'.repeat(2000)}`,
];
test.each(refused.map((address) => [address.slice(0, 60), address]))('refuses %j', (_, address) => {
	const judged = judgeAddress(address);
	expect(judged.ok).toBe(false);
	expect(judged).toMatchObject({
		found: expect.stringMatching(/./),
		expected: expect.stringMatching(/./),
		fix: expect.stringMatching(/./),
	});
});

test('what is allowed leads to this site, by https, to an email address or a number, however a browser reads it', () => {
	const parts = fc.constantFrom(
		'https:',
		'http:',
		'javascript:',
		'/',
		'//',
		'\\',
		'@',
		':',
		'?',
		'#',
		'.',
		'a',
		'www.example.org',
		'%2e',
		'%00',
		'\t',
		'\n',
		'\u0000',
		' ',
		'é',
		'xn--a',
		'[',
		']',
		'1',
		'mailto:',
		'tel:',
		'&',
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(parts, { maxLength: 8 }).map((list) => list.join('')),
				fc.webUrl(),
				fc.string({ unit: 'binary', maxLength: 20 }),
			),
			(address) => {
				if (!judgeAddress(address).ok) return;
				const url = new URL(address, 'https://this.invalid/page/');
				expect(['https:', 'mailto:', 'tel:']).toContain(url.protocol);
				if (/^[/#]/.test(address)) expect(url.host).toBe('this.invalid');
				if (url.protocol === 'https:') {
					expect(`${url.username}${url.password}${url.port}`).toBe('');
					expect(url.hostname).toMatch(/^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/);
				}
			},
		),
		{ numRuns: 5000 },
	);
});
