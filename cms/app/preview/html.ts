/** HTML written as text, in which nothing that is filled in can become markup. */

/** A piece of finished HTML. */
export interface Html {
	readonly html: string;
}

type Piece = Html | string | number | false | undefined | readonly Piece[];

/** Fill a pattern: texts are escaped, pieces of HTML stand as they are, lists are joined, nothing is left out. */
export function html(pattern: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
	return { html: pattern.reduce((all, part, index) => all + inHtml(pieces[index - 1]) + part) };
}

/** HTML that our own renderer made. */
export function finished(text: string): Html {
	return { html: text };
}

function inHtml(piece: Piece): string {
	if (piece === undefined || piece === false) return '';
	if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
	return 'html' in piece ? piece.html : piece.map(inHtml).join('');
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
