/** What the parser complains about, said so that an editor can act on it. */
import { placeAt } from '../model/gate.ts';
import type { Place } from '../model/issue.ts';
import { foreignCallOuts } from './foreign-marks.ts';
import type { Complaint } from './guard.ts';

interface ParserError {
	reason?: string;
	message?: string;
	line?: number;
	column?: number;
	ruleId?: string;
	place?: unknown;
}

const CURLY = [
	'Unexpected curly bracket, expected ordinary words',
	'Delete the curly brackets, or write &#123; for “{”. A note to other editors is written {/* like this */}, a placeholder of a letter ((victim name)). Attributes are written name="value".',
] as const;

const TAGS_ALONE =
	'Close every component: write <Name … /> when it has nothing inside, else </Name> after its text. Put the tags of a block on lines of their own, with blank lines between.';

/** One complaint about a body that the parser could not read. */
export function parserComplaint(error: unknown, source: string): Complaint {
	const { reason, message: text, line, column } = (error ?? {}) as ParserError;
	const said = reason ?? text ?? '';
	const at: Place = { line: line ?? 1, column: column ?? 1 };
	const complain = (message: string, fix: string, place = at): Complaint => ({
		at: place,
		rule: 'unreadable',
		message,
		fix,
		stop: true,
	});
	const here = (source.split('\n')[at.line - 1] ?? '').slice(Math.max(0, at.column - 2));

	const unclosed = /^Expected (?:a|the) closing tag (?:for )?`<\/?([^`>]*)>`.*?\((\d+):(\d+)/s.exec(said);
	if (unclosed) {
		const [, name = '', atLine, atColumn] = unclosed;
		const place = said.startsWith('Expected the') ? at : { line: Number(atLine), column: Number(atColumn) };
		return complain(
			`Unexpected end of the text around <${name}>, expected </${name}> before it`,
			`Write </${name}> where it ends, or <${name} … /> when it has nothing inside. A component must end in the paragraph, list or quote it began in.`,
			place,
		);
	}
	const crossed =
		/^Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>`/.exec(said);
	if (crossed)
		return complain(
			`Unexpected </${crossed[1]}>, expected </${crossed[2]}> first`,
			`Close <${crossed[2]}> before, or take </${crossed[1]}> out.`,
		);
	if (/closing slash/.test(said) && /open tag first/.test(said))
		return complain(
			'Unexpected closing tag, expected one that opens before it',
			'Delete it, or write the tag that opens above it.',
		);
	if (/lazy line/.test(said))
		return complain(
			'Unexpected line outside its list or quote, expected the component to go on as it began',
			'Begin the line with the same spaces or > as the line above.',
		);
	if (/import\/exports|only import\/exports/.test(said))
		return complain(
			'Unexpected paragraph that begins with “import” or “export”, expected other words: computers read it as code',
			'Begin the paragraph with another word.',
			{ line: at.line, column: 1 },
		);
	if (/^Unexpected end of file/.test(said)) {
		// The parser only knows at the end; the editor looks for the beginning.
		const bracket = /expression/.test(said) ? '{' : '<';
		const from = source.lastIndexOf(bracket);
		const place = from === -1 ? at : placeAt(source, from);
		return bracket === '<'
			? complain(
					'Unexpected tag without an end, expected > to close it',
					`${TAGS_ALONE} For the sign itself write &lt;.`,
					place,
				)
			: complain(...CURLY, place);
	}
	if (/expression|acorn|spread/i.test(said)) {
		// Curly brackets are part of the call-outs of other systems: `:::note{.warning}`.
		const [callOut] = foreignCallOuts(source.split('\n')[at.line - 1] ?? '', true);
		return callOut
			? complain(callOut.message, callOut.fix, { line: at.line, column: callOut.index + 1 })
			: complain(...CURLY);
	}
	if (/before name.*!|`!` \(U\+0021\)/.test(said))
		return complain(
			'Unexpected <!, expected ordinary words',
			'Write a note to other editors as {/* like this */}.',
			back(at),
		);
	if (/create a link in MDX/.test(said))
		return complain(
			'Unexpected address between < and >, expected a link with words',
			'Write [words](https://…) instead.',
		);
	if (/before (?:local )?name/.test(said))
		return complain(
			`Unexpected < before “${here.slice(1, 2)}”, expected ordinary words or one of our components`,
			'For the sign itself write &lt;.',
			back(at),
		);
	if (/attribute value/.test(said))
		return complain(
			'Unexpected value of an attribute, expected text between double quotes',
			'Write name="value".',
		);
	if (/attribute|in name|after name|self-closing slash|member name/.test(said)) {
		return complain(
			`Unexpected “${here.slice(1, 2)}” in a tag, expected attributes written name="value", then >`,
			'Correct the tag, for example <Timescale id="review-request" />. For the sign < itself write &lt;.',
		);
	}
	return complain(
		'Unexpected marks that cannot be read, expected ordinary Markdown',
		'Look for an unclosed tag, bracket or list near this place, and undo the last change if need be.',
	);
}

function back({ line, column }: Place): Place {
	return { line, column: Math.max(1, column - 1) };
}
