/** Why each rule is there, in a sentence for the person it holds up. */

const pasted =
	'Readers, search and screen readers stumble over what cannot be seen. It usually comes from pasting.';
const shape =
	'A page is built from plain text and our own blocks alone, so that it reads the same everywhere.';
const outline = 'Headings are the map of the page for people who listen to it or jump through it.';
const fileShape = 'The file has to be readable by every tool that keeps or checks it.';
const named = 'Pages name facts and other pages; what is not there would leave a hole in the sentence.';
const notes = 'What is typed here must look the same to the person who checks it as to the reader.';

const reasons: Record<string, string> = {
	keys: 'The sites, lists and searches are made from these fields.',
	more: 'Only the first problems are listed.',

	'file-name': 'The name of a file is its address for good.',
	'file-kind': fileShape,
	'file-size': 'Nobody finds an answer in a page this long, and the checks would be slow.',
	'too-long': 'Nobody finds an answer in a page this long, and the checks would be slow.',
	encoding: fileShape,
	'byte-order-mark': fileShape,
	'empty-file': 'An empty file would be an empty page.',
	'empty-body': 'A page without text helps nobody.',
	'last-line': fileShape,
	'line-ending': fileShape,
	'line-length': fileShape,
	'front-matter': fileShape,
	'front-matter-line': 'It would be read as fields of the form instead of text.',
	yaml: fileShape,
	'yaml-alias': fileShape,
	'yaml-anchor': fileShape,
	'yaml-depth': fileShape,
	'yaml-tag': fileShape,
	tab: pasted,
	'control-character': pasted,
	'line-separator': pasted,
	'invisible-character': pasted,
	'normal-form': pasted,
	'broken-character': pasted,
	'direction-control': 'Hidden marks can make a sentence read differently from what was approved.',
	'tag-character': 'Hidden text can carry words that nobody approved.',

	'unknown-component': shape,
	'unknown-mark': shape,
	'foreign-mark': 'Readers would see these marks as they stand.',
	attribute: 'The block cannot be shown without it, or would show something else.',
	'component-place': 'Here it would break the page up for people who listen to it.',
	'component-content': 'A block without its words is an empty box on the page.',
	'component-lines': 'Without empty lines the editor may take text for code.',
	unreadable: 'Until this is put right, nothing of the text can be shown.',
	expression: 'Curly brackets start code, and code is never run from a page.',
	html: shape,
	code: shape,
	'code-block': shape,
	definition: shape,
	footnote: 'Notes at the foot of a page are lost on a phone and to people who listen.',
	strikethrough: 'Struck-out words are read aloud as if they stood.',
	'task-list': 'Boxes that cannot be ticked confuse.',
	'rule-mark': notes,
	'too-deep': 'Text this deep cannot be followed, on paper or aloud.',
	condition: 'A reader has to know in which case the text holds.',
	steps: 'Steps are followed one by one.',
	'heading-depth': outline,
	'heading-mark': outline,
	'heading-order': outline,
	'heading-place': outline,
	'heading-repeated': 'Two headings alike cannot be told apart, or linked to.',
	'heading-words': outline,
	address: 'A link must lead where it says, for somebody in danger above all.',
	'bare-address': 'A bare address is read out letter by letter.',
	'link-in-link': 'Only one of the two could be followed.',
	'link-title': 'Words that show only under a mouse are lost to most readers.',
	'link-words': 'A link without words cannot be seen or heard.',
	'missing-heading': 'The link would lead nowhere.',
	image: 'Every image needs words for people who cannot see it, and they are kept with the image.',

	'table-row': 'A cell below no heading has no meaning for who hears the table read out.',
	'list-item': 'An item without words is read out as a bullet and nothing more.',
	'link-deceives': 'Readers decide by the words whether a link is safe to open.',
	placeholder: 'A gap that is not understood would be sent as it stands.',
	'undeclared-placeholder':
		'The caseworker is only asked for the gaps in the list, so this one would be sent empty.',
	'impossible-condition': 'The text would never be in any letter.',
	'unused-placeholder': 'The caseworker would be asked for something that the letter never says.',
	'repeated-placeholder': 'The caseworker would be asked twice, and only one answer used.',

	'clause-number': 'Staff and inspectors cite clauses by number.',
	'clause-strength': 'Whether something must or may be done has to be beyond doubt.',
	'missing-clause': 'The link would lead nowhere.',
	'lost-clause': 'Other pages lead to this clause, and people cite it.',

	'missing-target': named,
	'missing-english': 'The English file holds what all languages share.',
	'duplicate-code': 'People cite the code; two pages with one code cannot be told apart.',
	'passage-cycle': 'The page would never end.',
	'staff-material': 'Victims must not be shown what is written for staff.',
	'unverified-fact': 'A victim may act on it, so it must be known to be right.',
	'ended-fact': 'It no longer applies.',
	'hidden-target': 'It would give away what is not published yet.',
	'withdrawn-target': 'Readers would be sent to a page that no longer holds.',
	'ended-pilot': 'Nobody is in that case any more.',
	clash: 'A caseworker has to know which letter to send.',
	'plain-tab': 'Somebody who watches the screen would see what the page is about.',
	'day-to-come': 'The day shows readers how fresh the text is.',
};

/** Why a rule is there; for rules that say so themselves, nothing. */
export function whyOf(rule: string): string | undefined {
	return reasons[rule];
}
