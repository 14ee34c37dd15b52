/**
 * The rule for addresses. An address is parsed, never matched, because a pattern and a browser disagree about
 * tabs, backslashes and control characters, and the difference is an attack.
 */

export const MAX_ADDRESS_CHARACTERS = 2000;

export type AddressJudgement = { ok: true } | { ok: false; found: string; expected: string; fix: string };

const REFUSED_CHARACTERS =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters refused
	/[\u0000-\u0020\u007F-\u00A0\u1680\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF\\]/;
const SITE = 'https://site.invalid';
const EXPECTED =
	'an address that begins https://, a page of this site that begins /, a heading that begins #, mailto: or tel:';

/** Whether a link may lead there, and otherwise why not, in an editor’s words. */
export function judgeAddress(address: string): AddressJudgement {
	const refuse = (
		found: string,
		expected = EXPECTED,
		fix = 'Copy the address again from the browser.',
	): AddressJudgement => ({
		ok: false,
		found,
		expected,
		fix,
	});
	if (address === '')
		return refuse(
			'empty address',
			EXPECTED,
			'Write the address between the round brackets, or delete the link.',
		);
	if (address.length > MAX_ADDRESS_CHARACTERS) {
		return refuse(
			`address of ${address.length} characters`,
			`at most ${MAX_ADDRESS_CHARACTERS}`,
			'Use a shorter address of the same page.',
		);
	}
	if (REFUSED_CHARACTERS.test(address) || /%(?:[01][0-9a-f]|7f)/i.test(address)) {
		return refuse('space, control character or backslash in the address', 'an address without them');
	}
	if (address.startsWith('#')) {
		return /^#[^#?&/:"'<>]+$/.test(address)
			? { ok: true }
			: refuse(`address “${shown(address)}”`, '# and the id of a heading');
	}
	let url: URL;
	try {
		url = new URL(address, SITE);
	} catch {
		return refuse(`address “${shown(address)}”`);
	}
	if (address.startsWith('/')) {
		if (address.startsWith('//') || url.origin !== SITE)
			return refuse(`address “${shown(address)}” of another site without https://`);
		if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(address.replace(/[?#].*$/, ''))) {
			return refuse(`address “${shown(address)}” with dots`, 'the full path of a page');
		}
		// Some servers read these as the signs they stand for, and a page of ours becomes one of another site.
		if (/\/\/|%(?:2f|5c)/i.test(address.replace(/[?#].*$/, '')))
			return refuse(
				`address “${shown(address)}” with two strokes or a hidden one`,
				'the full path of a page',
			);
		return { ok: true };
	}
	switch (url.protocol) {
		case 'https:':
			return judgeWebAddress(address, url, refuse);
		case 'mailto:':
			return /^mailto:[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(address) && !/%/.test(address)
				? { ok: true }
				: refuse(
						`address “${shown(address)}”`,
						'mailto: and one email address',
						'Write for example mailto:name@example.org.',
					);
		case 'tel:':
			return /^tel:\+?\d{2,20}$/.test(address)
				? { ok: true }
				: refuse(
						`address “${shown(address)}”`,
						'tel: and digits',
						'Write for example tel:08081234567, or name the service with <Organisation id="…" />.',
					);
		case 'http:':
			return address.toLowerCase().startsWith('http:')
				? refuse(
						'address that begins http://',
						'one that begins https://',
						'Put an s after http, and check that the page opens.',
					)
				: refuse(`address “${shown(address)}”`);
		default:
			return refuse(
				`address “${shown(address)}”`,
				EXPECTED,
				'Write the full address, beginning https://. To link to a document, write <Link to="GD-001">words</Link> with its code.',
			);
	}
}

function judgeWebAddress(
	address: string,
	url: URL,
	refuse: (found: string, expected?: string, fix?: string) => AddressJudgement,
): AddressJudgement {
	// Without https:// in full the address was a relative path that only the base made whole.
	if (!/^https:\/\/[^/]/i.test(address)) {
		return refuse(
			`address “${shown(address)}”`,
			EXPECTED,
			'Write the full address, beginning https://. To link to a document, write <Link to="GD-001">words</Link> with its code.',
		);
	}
	if (url.username !== '' || url.password !== '' || /^https:\/\/[^/?#]*@/i.test(address)) {
		return refuse(
			'name or password in the address',
			'an address without @ before the site',
			'Delete everything between https:// and @.',
		);
	}
	if (url.hostname.split('.').some((label) => label.startsWith('xn--'))) {
		return refuse(
			`site name “${shown(url.hostname)}” with letters that can be mistaken for others`,
			'letters a to z, digits and hyphens',
		);
	}
	// The name has to be written as it will be read: no other digits, dots or forms of letters.
	if (
		!address.slice('https://'.length).toLowerCase().startsWith(url.hostname) ||
		!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname) ||
		/(?:^|\.)-|-(?:\.|$)/.test(url.hostname)
	) {
		return refuse(`site name “${shown(url.hostname)}”`, 'the name of a site, such as www.example.org');
	}
	if (/^https:\/\/[^/?#]*:/i.test(address))
		return refuse(
			`${url.port === '' ? 'colon' : `port ${url.port}`} in the address`,
			'an address without a port',
			'Delete the colon and the digits after the site name.',
		);
	return { ok: true };
}

function shown(address: string): string {
	return address.length > 60 ? `${address.slice(0, 60)}…` : address;
}
