/** What editors really write, and must never be refused. `body` stands below the plainest front matter. */
import type { BodyType } from '../../src/markup/index.ts';
import type { Language } from '../../src/model/language.ts';

export interface Benign {
	name: string;
	body: string;
	type?: BodyType;
	language?: Language;
}

const prose: Benign[] = [
	{ name: 'a sentence', body: 'You can ask us to look at the decision again.' },
	{ name: 'two paragraphs', body: 'One thing.\n\nAnother thing.' },
	{ name: 'lines broken by hand', body: 'A sentence that goes on\nto the next line\nand the next.' },
	{ name: 'curly quotes and dashes', body: '“I’m sorry,” she said – and meant it — really…' },
	{ name: 'straight quotes', body: 'It\'s the "right" one, isn\'t it?' },
	{ name: 'pounds, percent, fractions', body: 'It cost £1,250.50, or 12.5%, about ½ of it. 3 × 4 = 12.' },
	{ name: 'a sum with asterisks and spaces', body: 'That is 2 * 3 * 4 pounds.' },
	{ name: 'a lone asterisk', body: 'Fields with * must be filled in.' },
	{ name: 'names with underscores', body: 'The file is called case_file_2.' },
	{ name: 'an ampersand', body: 'Smith & Example LLP, Q&A.' },
	{ name: 'the sign for less', body: 'Ages &lt; 18, and a < b with spaces.' },
	{ name: 'the sign for more', body: 'More than 18 is > 17.' },
	{ name: 'curly brackets by reference', body: 'Write &#123;name&#125; as it is.' },
	{ name: 'brackets in brackets', body: 'See the guidance (part 2 (a)) first, (and (b)).' },
	{ name: 'a word in square brackets', body: 'She said [pause] that it was late. [1]' },
	{ name: 'a colon and a time of day', body: 'The court opens at 9:30am: be early.' },
	{ name: 'numbers with spaces and hyphens', body: 'Case 01AB1234526, page 3-4, 2025/26.' },
	{ name: 'an escaped mark', body: 'Not \\*strong\\*, not \\_so\\_, not \\# a heading.' },
	{ name: 'a tilde', body: 'About ~5 people came.' },
	{ name: 'a backslash', body: 'Either\\or.' },
	{ name: 'a hard line break', body: 'Yours sincerely\\\nSam Example' },
	{ name: 'a hard line break by spaces', body: 'Yours sincerely  \nSam Example' },
	{ name: 'emoji and a flag', body: 'Thank you 🙏. ⚠️ 🏴' },
	{ name: 'accents', body: 'Zoë and José met at the café; naïve, Łódź, Dvořák.' },
	{ name: 'a no-break space', body: 'Sam\u00A0Example lives at 10\u00A0Example Street.' },
	{ name: 'a word that begins like code', body: 'We imported the rule. Exports are not\nimport duties.' },
	{
		name: 'a paragraph that begins with a word of code in capitals',
		body: 'Import and export are words too.',
	},
	{ name: 'a year that begins a paragraph', body: '2026\\. A year to remember.' },
	{ name: 'a line across the page', body: 'Above.\n\n***\n\nBelow.' },
	{ name: 'a hyphen that begins a line of a paragraph', body: 'A sentence\n– with a dash – goes on.' },
	{ name: 'code in a sentence', body: 'Type `((victim name))` where the name goes, or `<Timescale>`.' },
	{
		name: 'a note to other editors',
		body: 'Text.\n\n{/* Ask the legal adviser about this. */}\n\nMore text {/* see above */} here.',
	},
	{
		name: 'a note of several lines',
		body: '{/*\nFirst line with <b> and {braces}.\n\nSecond line.\n*/}\n\nText.',
	},
	{ name: 'strong words', body: 'You **do not** have to decide today. ***Really.*** __Truly.__' },
	{ name: 'emphasis', body: 'The word is _charge_, not *change*.' },
	{ name: 'strong words inside a word', body: 'un**believ**able' },
];

const structure: Benign[] = [
	{
		name: 'headings in order',
		type: 'guidance',
		body: '## First\n\nText.\n\n### Second\n\nText.\n\n#### Third\n\nText.\n\n## Fourth\n\nText.',
	},
	{
		name: 'the same heading under two others',
		type: 'guidance',
		body: '## By phone\n\n### What to say\n\nA.\n\n## By letter\n\n### What to say\n\nB.',
	},
	{ name: 'a heading with marks', type: 'guidance', body: '## What “charge” means: _now_ & later?\n\nText.' },
	{ name: 'a heading closed by signs', type: 'guidance', body: '## A heading ##\n\nText.' },
	{ name: 'a list', body: '- one\n- two\n- three' },
	{ name: 'a list with asterisks and one with plus', body: '* one\n* two\n\n+ three\n+ four' },
	{ name: 'a loose list', body: '- one\n\n- two' },
	{ name: 'a list in a list', body: '- one\n  - inner\n    - innermost\n- two' },
	{ name: 'a numbered list', body: '1. one\n2. two\n3. three' },
	{ name: 'a numbered list that begins later', body: '3. three\n4. four' },
	{ name: 'a numbered list of ones', body: '1. one\n1. two' },
	{ name: 'a list with paragraphs', body: '1. one\n\n   More of one.\n\n2. two' },
	{ name: 'a quote', body: '> I am sorry.\n>\n> I should have called.' },
	{ name: 'a quote with a list', body: '> - one\n> - two' },
	{ name: 'a table', body: '| What | When |\n| --- | --- |\n| Call | First |\n| Write | **Then** |' },
	{ name: 'a table with sides', body: '| a | b | c |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |' },
	{
		name: 'a table with an empty corner',
		body: '|  | Phone | Letter |\n| --- | --- | --- |\n| Fast | yes | no |',
	},
	{
		name: 'a table with a component and a stroke',
		body: '| What | When |\n| --- | --- |\n| Ask \\| write | <Timescale id="review-request" /> |',
	},
	{ name: 'many lists', body: Array.from({ length: 200 }, (_, index) => `- item ${index}`).join('\n') },
	{ name: 'a long paragraph', body: 'word '.repeat(1500).trim() },
];

const links: Benign[] = [
	{ name: 'a link', body: 'See [the Code](https://www.gov.uk/government/publications/the-code).' },
	{
		name: 'a link with a query and a fragment',
		body: '[Find](https://www.example.org/a-b_c/?q=x%20y&r=1#part-2).',
	},
	{ name: 'a link with brackets', body: '[Trial](https://www.example.org/Trial_(law)).' },
	{ name: 'a link in strong words', body: '**[Read this](https://www.example.org)**' },
	{ name: 'a link to a page of the site', body: 'Go to [search](/search/).' },
	{ name: 'a link to a heading', type: 'guidance', body: '## What next\n\nSee [what next](#what-next).' },
	{ name: 'a link to an email address', body: '[victims@example.org](mailto:victims@example.org)' },
	{
		name: 'an address as the words of a link',
		body: 'See [www.example.org/help](https://www.example.org/help).',
	},
	{ name: 'a link by code', body: 'Read <Link to="GD-004">safe contact</Link> and <Link to="VP-001" />.' },
	{
		name: 'links in a list',
		body: '- <Link to="GD-004">safe contact</Link>\n- <Link to="GD-005" />\n- <Right id="right-6" />',
	},
];

const components: Benign[] = [
	{
		name: 'a notice with a list',
		body: '<Notice kind="safety">\n\nAsk first:\n\n- is it safe?\n- are you alone?\n\n</Notice>',
	},
	{
		name: 'a notice with a card',
		body: '<Notice kind="information" title="You’re not alone">\n\n<Organisation id="victim-support" />\n\n</Notice>',
	},
	{
		name: 'time limits in a sentence',
		body: 'Ask within <Timescale id="review-request" />, at most <Timescale id="review-request-limit" />.',
	},
	{
		name: 'a time limit at the beginning of a paragraph',
		body: '<Timescale id="review-request" /> is the time you have.',
	},
	{ name: 'a time limit alone', body: '<Timescale id="review-request" />' },
	{ name: 'a service in a sentence', body: 'Call <Organisation id="samaritans" /> at any time.' },
	{
		name: 'services in a list',
		body: '- <Organisation id="samaritans" />\n- <Organisation id="childline" />: for children',
	},
	{ name: 'two cards', body: '<Organisation id="samaritans" />\n\n<Organisation id="childline" />' },
	{ name: 'the card of an Area', body: '<Contact area="wessex" />' },
	{ name: 'terms', body: 'A <Term id="prosecutor">prosecutor</Term> decides on the <Term id="charge" />.' },
	{ name: 'a term with strong words', body: 'The <Term id="charge">**charge**</Term> is read.' },
	{ name: 'a passage', body: '<Passage id="not-disbelieved" />' },
	{
		name: 'steps with words to say',
		type: 'guidance',
		body: '<Steps>\n\n1. Call.\n\n   <Say>\n\n   Is it safe to talk?\n\n   </Say>\n\n2. Write it down.\n\n</Steps>',
	},
	{
		name: 'details with a heading',
		type: 'guidance',
		body: '## A\n\n<Details summary="Where does this come from?">\n\n### Source\n\nText.\n\n</Details>',
	},
	{
		name: 'words to avoid',
		type: 'guidance',
		body: '<Avoid why="It sounds as if we doubt them.">\n\nThe alleged incident.\n\n</Avoid>',
	},
	{
		name: 'an example with both',
		type: 'guidance',
		body: '<Example title="Counting">\n\nSam Example is told on Monday.\n\n<Say>\n\nYou have until Friday week.\n\n</Say>\n\n</Example>',
	},
	{
		name: 'a pilot in an Area',
		type: 'guidance',
		body: '<When pilot="expedited-review">\n\nAsk at once.\n\n<When area="west-midlands">\n\nSince last summer.\n\n</When>\n\n</When>',
	},
	{
		name: 'a condition in a sentence',
		type: 'guidance',
		body: 'Save it. <When role="prosecutor">Sign it as well.</When>',
	},
	{ name: 'an image', type: 'guidance', body: '<Image id="court-room" />' },
	{
		name: 'attributes in single quotes and with references',
		body: '<Notice kind=\'information\' title="Q&amp;A">\n\nText.\n\n</Notice>',
	},
	{
		name: 'attributes over two lines',
		body: '<Notice\n  kind="information"\n  title="A title"\n>\n\nText.\n\n</Notice>',
	},
	{
		name: 'a standard',
		type: 'standard',
		body: 'Why this standard.\n\n<Clause number="1" strength="must">\n\nYou must check the name.\n\n</Clause>\n\n<Clause number="2" strength="should">\n\nYou should call first.\n\n</Clause>\n\n<Clause number="3" strength="may">\n\nYou may send an email in May.\n\n</Clause>',
	},
];

const letters: Benign[] = [
	{
		name: 'a letter',
		type: 'letter',
		body: 'Dear ((victim name)),\n\nI am writing about ((offence)).\n\nYours sincerely\\\n((sender name))',
	},
	{
		name: 'a placeholder alone in strong words',
		type: 'letter',
		body: 'Your reference is **((case reference))**.',
	},
	{ name: 'a placeholder over two lines', type: 'letter', body: 'I am writing to ((victim\nname)) today.' },
	{ name: 'a placeholder written with capitals', type: 'letter', body: 'Dear (( Victim  Name )),' },
	{
		name: 'a placeholder in a heading and a table',
		type: 'letter',
		body: '## About ((offence))\n\n| Day | Place |\n| --- | --- |\n| ((hearing day)) | ((court)) |',
	},
	{ name: 'a placeholder in brackets', type: 'letter', body: 'Call me (on ((phone number)) or by email).' },
	{
		name: 'channels',
		type: 'letter',
		body: '<Only channel="letter email">\n\nDear ((victim name)),\n\n</Only>\n\n<Only channel="sms">\n\n((victim name)): we have written to you.\n\n</Only>',
	},
	{
		name: 'a place to write',
		type: 'letter',
		body: '<Write about="the reason">\n\n- What did we decide?\n- Why, for this person?\n\n</Write>',
	},
	{
		name: 'a condition on an answer',
		type: 'letter',
		body: '<When placeholder="interpreter needed" is="yes">\n\nAn interpreter will join us.\n\n</When>',
	},
	{
		name: 'ordinary brackets in a letter',
		type: 'letter',
		body: 'The offence (under section 1 (2)) and the rest (see above).',
	},
];

const otherLanguages: Benign[] = [
	{
		name: 'Welsh',
		language: 'cy',
		body: '## Beth sy’n digwydd nesaf\n\nGallwch ofyn i ni edrych ar y penderfyniad eto o fewn <Timescale id="review-request" />. Ffoniwch ŵyl yn Nhŷ’r Bwrdd; mae’n ddrwg gennym am eich colled.\n\n- Y llys\n- Yr heddlu',
		type: 'victim-page',
	},
	{
		name: 'Welsh headings with circumflexes',
		language: 'cy',
		type: 'victim-page',
		body: '## Ŷd, dŵr a môr\n\nTestun.\n\n### Ôl-nodiadau\n\nTestun.',
	},
	{
		name: 'Arabic',
		language: 'ar',
		type: 'victim-page',
		body: '## ماذا يحدث بعد ذلك؟\n\nيمكنك أن تطلب منا مراجعة القرار خلال <Timescale id="review-request" />.\n\n- الشرطة\n- المحكمة\n\nاتصل على <Organisation id="samaritans" />، أو اقرأ [الصفحة](https://www.example.org).',
	},
	{
		name: 'Arabic with vowel marks and digits',
		language: 'ar',
		type: 'victim-page',
		body: 'قُلْ: «نَعَم» في ٢٣ نوفمبر ٢٠٢٦.',
	},
	{
		name: 'Urdu',
		language: 'ur',
		type: 'victim-page',
		body: '## آگے کیا ہوگا\n\nآپ ہم سے فیصلے پر دوبارہ غور کرنے کو کہہ سکتے ہیں۔\n\n1. پولیس\n2. عدالت',
	},
	{
		name: 'a notice in Arabic',
		language: 'ar',
		type: 'victim-page',
		body: '<Notice kind="safety" title="إذا كنت في خطر">\n\nاتصل على <Organisation id="emergency-services" />.\n\n</Notice>',
	},
	{
		name: 'Welsh words in an English page',
		body: 'In Welsh the court is called “Llys y Goron” and the judge “barnwr”.',
	},
	{ name: 'Polish and Chinese names', body: 'Zażółć gęślą jaźń, 王小明, and Ελένη.' },
];

/** What looks like something refused, and is not. */
const lookalikes: Benign[] = [
	{ name: 'a phone number as the words of its link', body: 'Call [0808 123 4567](tel:08081234567).' },
	{ name: 'a phone number from abroad', body: 'Call [+44 (0)20 7946 0000](tel:02079460000).' },
	{ name: 'a link that says to call', body: '[Call the helpline](tel:116123)' },
	{ name: 'the name of a site as the words of a link', body: '[GOV.UK](https://www.gov.uk/browse/justice)' },
	{ name: 'a site and a part of it', body: '[justice.example.org](https://files.justice.example.org/a.pdf)' },
	{ name: 'an email address in capitals', body: '[Help@example.org](mailto:help@example.org)' },
	{ name: 'a colon in a path', body: '[Minutes](https://www.example.org/a/12:30?t=9:05).' },
	{ name: 'a space in an address', body: '[Leaflet](https://www.example.org/My%20Leaflet.pdf)' },
	{ name: 'a Welsh letter in an address', body: '[Taflen](https://www.example.org/d%C5%B5r)' },
	{ name: 'emoji with variations', body: 'Thank you ❤️ and ☎️ and 1️⃣.' },
	{ name: 'two strokes in a sentence', body: 'and/or, he//she' },
	{
		name: 'brackets in brackets at the end',
		type: 'letter',
		body: 'The offence (theft (from a shop)) is done.',
	},
	{ name: 'a placeholder in the genitive', type: 'letter', body: '((victim name))’s case' },
	{ name: 'a row with fewer cells', body: '| a | b |\n| --- | --- |\n| 1 |' },
	{ name: 'an item that is a list', body: '- - one\n  - two' },
	{ name: 'an item that is a note', body: '- one {/* more to come */}\n- two' },
	{ name: 'a list below a line across the page', body: '- a\n\n***\n\n- b' },
	{ name: 'sums and signs', body: '2 + 2 = 4, a == b, 10^2, $5, #12, @ 5pm, 50% of 100%.' },
	{ name: 'strokes', body: 'Choose A | B | C.' },
	{ name: 'double square brackets', body: 'See [[1]] and [a][b].' },
	{ name: 'a word of code in a sentence', body: 'We import goods and export others; exporting is a word.' },
	{ name: 'code words in a note', body: '{/* import x from "y"; <script> ((name)) */}\n\nText.' },
	{ name: 'a heading with a question', type: 'guidance', body: '## What if I’m not ready (yet)?' },
	{ name: 'a sign of the Quran', language: 'ar', type: 'victim-page', body: 'قال ۝ نعم' },
	{ name: 'Bengali, Hindi, Tamil and Thai', body: 'আমরা দুঃখিত। हमें खेद है। வருந்துகிறோம் เราเสียใจ' },
	{ name: 'Punjabi and Korean', body: 'ਸਾਨੂੰ ਦੁੱਖ ਹੈ। 죄송합니다' },
];

const empty: Benign[] = [
	{ name: 'one word', body: 'Text' },
	{ name: 'a note alone', body: '{/* Nothing yet. */}' },
];

export const benign: Benign[] = [
	...prose,
	...structure,
	...links,
	...components,
	...letters,
	...otherLanguages,
	...lookalikes,
	...empty,
];
