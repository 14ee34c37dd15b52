/** Whether the words of a link say another address than the one it leads to: “www.gov.uk” that opens another site. */

/** The address that the words say, when they say one and the link leads elsewhere. */
export function addressBelied(words: string, href: string): string | undefined {
	const said = words.trim();
	const url = URL.parse(href, 'https://site.invalid');
	if (!url) return undefined;
	if (url.protocol === 'tel:') return belied(said, PHONE, sameDigits(said, url.pathname));
	if (EMAIL.test(said))
		return belied(
			said,
			EMAIL,
			url.protocol === 'mailto:' && said.toLowerCase() === url.pathname.toLowerCase(),
		);
	const site = SITE.exec(said)?.[1]?.toLowerCase();
	if (site === undefined) return undefined;
	const hosts = url.protocol === 'https:' ? url.hostname : '';
	return belied(said, SITE, hosts === site || hosts === `www.${site}` || hosts.endsWith(`.${site}`));
}

const PHONE = /^\+?[\d ()-]{3,}$/;
const EMAIL = /^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i;
/** A site, with or without what stands before and behind its name. */
const SITE = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#:]\S*)?$/i;

function belied(said: string, form: RegExp, agrees: boolean): string | undefined {
	return form.test(said) && !agrees ? said : undefined;
}

/** +44 20 7946 0000 and 020 7946 0000 are one number. */
function sameDigits(said: string, number: string): boolean {
	const digits = (text: string) =>
		text
			.replace(/\(0\)/g, '')
			.replace(/[ ()-]/g, '')
			.replace(/^(?:\+|00)44/, '0');
	return digits(said) === digits(number);
}
