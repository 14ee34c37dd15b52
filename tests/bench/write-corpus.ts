/** Writing a corpus in the syntax of each subject. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { collections } from '../../src/model/collection.ts';
import { type Block, type Corpus, type CorpusDocument, type Inline, referenceFolders } from './corpus.ts';

/** Where an edit is made, and the words it takes the place of. */
export interface Edited {
	file: string;
	text: string;
}

interface Syntax {
	inline(name: string, props: Record<string, string>, words: string | undefined): string;
	open(name: string, props: Record<string, string>): string;
	close(name: string): string;
	alone(name: string, props: Record<string, string>): string;
}

const attributes = (props: Record<string, string>) =>
	Object.entries(props)
		.map(([key, value]) => ` ${key}="${value}"`)
		.join('');
const mdx: Syntax = {
	inline: (name, props, words) =>
		words === undefined
			? `<${name}${attributes(props)} />`
			: `<${name}${attributes(props)}>${words}</${name}>`,
	open: (name, props) => `<${name}${attributes(props)}>`,
	close: (name) => `</${name}>`,
	alone: (name, props) => `<${name}${attributes(props)} />`,
};

const keywords = (props: Record<string, string>) =>
	Object.entries(props)
		.map(([key, value]) => `${key}="${value}"`)
		.join(', ');
const shortcodes: Syntax = {
	inline: (name, props, words) =>
		`{% ${name} ${keywords({ ...props, ...(words !== undefined && { words }) })} %}`,
	open: (name, props) => `{% ${name} ${keywords({ kind: '', ...props })} %}`,
	close: (name) => `{% end${name} %}`,
	alone: (name, props) => `{% ${name} ${keywords(props)} %}`,
};

/** Components that hold nothing. */
const EMPTY = new Set(['Passage', 'Contact']);

function printed(blocks: readonly Block[], syntax: Syntax): string {
	const inline = (inside: readonly Inline[]) =>
		inside
			.map((part) => (typeof part === 'string' ? part : syntax.inline(part.name, part.props, part.words)))
			.join('');
	return blocks
		.map((block): string => {
			switch (block.kind) {
				case 'heading':
					return `${'#'.repeat(block.depth)} ${block.words}`;
				case 'paragraph':
					return inline(block.inside);
				case 'quote':
					return `> ${inline(block.inside)}`;
				case 'list':
					return block.items
						.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item)}`)
						.join('\n');
				case 'table': {
					const [head = [], ...rows] = block.rows.map((row) => `| ${row.map(inline).join(' | ')} |`);
					return [head, `|${' --- |'.repeat(block.rows[0]?.length ?? 0)}`, ...rows].join('\n');
				}
				case 'component':
					if (EMPTY.has(block.name)) return syntax.alone(block.name, block.props);
					return `${syntax.open(block.name, block.props)}\n\n${printed(block.blocks, syntax)}\n\n${syntax.close(block.name)}`;
			}
		})
		.join('\n\n');
}

/** The peers read YAML 1.1, in which a day that is to stay text needs quotes. */
function withFrontMatter(keys: object, body: string, version: '1.1' | '1.2'): string {
	return `---\n${stringify(keys, { lineWidth: 0, version })}---\n\n${body}\n`;
}

function put(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

const nameOf = ({ type, id, language }: CorpusDocument, ending: string) =>
	join(collections[type].folder, `${id}.${language}.${ending}`);

/** Write a corpus as a content folder of the product; the reference data come from `content`. */
export function writeContent({ documents }: Corpus, content: string, folder: string): Edited {
	rmSync(folder, { recursive: true, force: true });
	for (const name of referenceFolders) cpSync(join(content, name), join(folder, name), { recursive: true });
	return written(documents, folder, 'mdx', (document) => {
		const { type, code, language, keys } = document;
		const own = {
			title: keys.title,
			summary: keys.summary,
			translation: { state: 'machine-drafted' },
			...(type === 'victim-page' && { tabTitle: keys.tabTitle, helpsWith: keys.helpsWith }),
		};
		return withFrontMatter(language === 'en' ? { code, ...keys } : own, printed(document.blocks, mdx), '1.2');
	});
}

const imports =
	"import { Avoid, Clause, Contact, Details, Example, Link, Notice, Only, Organisation, Passage, Right, Say, Steps, Term, Timescale, When, Write } from '../../components/index.ts';";

/** Write a corpus as a content collection of Astro: MDX with imported components. */
export function writeAstro(corpus: Corpus, folder: string): Edited {
	rmSync(join(folder, 'src', 'documents'), { recursive: true, force: true });
	put(join(folder, 'src', 'data.json'), JSON.stringify(peerData(corpus)));
	return written(corpus.documents, join(folder, 'src', 'documents'), 'mdx', (document) =>
		withFrontMatter(peerKeys(document), `${imports}\n\n${printed(document.blocks, mdx)}`, '1.1'),
	);
}

/** Write a corpus for Eleventy: Markdown with shortcodes. */
export function writeEleventy(corpus: Corpus, folder: string): Edited {
	rmSync(join(folder, 'documents'), { recursive: true, force: true });
	put(join(folder, 'data.json'), JSON.stringify(peerData(corpus)));
	return written(corpus.documents, join(folder, 'documents'), 'md', (document) =>
		withFrontMatter(
			{
				layout: 'page.njk',
				tags: ['documents'],
				permalink: `${pathOf(document)}index.html`,
				...peerKeys(document),
			},
			printed(document.blocks, shortcodes),
			'1.1',
		),
	);
}

/** Components as the words they stand for: plain Markdown, the least a peer can have to do. */
const words: Syntax = {
	inline: (_, props, inside) => inside ?? Object.values(props).join(' '),
	open: (name) => `**${name}**`,
	close: () => '',
	alone: (_, props) => Object.values(props).join(' '),
};

/** Write a corpus for Docusaurus: its documents of today, and the same again for each version of the past. */
export function writeDocusaurus(corpus: Corpus, folder: string, versions: readonly string[]): Edited {
	const write = (name: string, version: string) => {
		rmSync(join(folder, name), { recursive: true, force: true });
		return written(corpus.documents, join(folder, name), 'md', (document) =>
			withFrontMatter(
				{ title: document.keys.title, slug: pathOf(document) },
				`Version ${version}.\n\n${printed(document.blocks, words)}`,
				'1.1',
			),
		);
	};
	for (const version of versions) {
		write(join('versioned_docs', `version-${version}`), version);
		put(join(folder, 'versioned_sidebars', `version-${version}-sidebars.json`), sidebars);
	}
	put(join(folder, 'versions.json'), JSON.stringify(versions));
	return write('docs', 'of today');
}

const sidebars = JSON.stringify({ all: [{ type: 'autogenerated', dirName: '.' }] });

/** Change one sentence in every document of a corpus, with a note of it: what a new edition of each is due for. */
export function editAll(corpus: Corpus, folder: string, run: number): void {
	for (const document of corpus.documents) {
		const file = join(folder, nameOf(document, 'mdx'));
		editOne(file, readFileSync(file, 'utf8'), run);
	}
}

/** Change one sentence of a document, and what its note says of it. */
export function editOne(file: string, text: string, run: number): void {
	const start = text.indexOf('\n## ');
	const sentence = /\n\nThis is sentence number \d+ of the editor\.\n$/;
	const before = `${text.slice(0, start)}\n`.replace(sentence, '').trimEnd();
	const noted = before.replace(/^( +what: ).*$/m, `$1This is note number ${run} of the editor.`);
	writeFileSync(file, `${noted}\n\nThis is sentence number ${run} of the editor.\n${text.slice(start)}`);
}

function written(
	documents: readonly CorpusDocument[],
	folder: string,
	ending: string,
	textOf: (document: CorpusDocument) => string,
): Edited {
	for (const document of documents) put(join(folder, nameOf(document, ending)), textOf(document));
	const edited = documents.filter(({ type }) => type === 'guidance').at(50);
	if (!edited) throw new Error('There is no guidance page to edit');
	return { file: join(folder, nameOf(edited, ending)), text: textOf(edited) };
}

/** Make the edit of a numbered run: one more sentence in the first paragraph of the document. */
export function edit({ file, text }: Edited, run: number): void {
	const start = text.indexOf('\n## ');
	writeFileSync(
		file,
		`${text.slice(0, start).trimEnd()} This is sentence number ${run} of the editor.\n${text.slice(start)}`,
	);
}

const pathOf = ({ type, id, language }: CorpusDocument) =>
	`/${collections[type].folder}/${id}/${language === 'en' ? '' : `${language}/`}`;

/** What the shared layout of the peers shows. */
function peerKeys(document: CorpusDocument): object {
	const { code, language, keys } = document;
	const { owner, topics, stages, review, changeNote } = keys as Record<string, unknown>;
	return {
		path: pathOf(document),
		code,
		language,
		title: keys.title,
		summary: keys.summary,
		owner,
		topics,
		stages,
		review,
		changeNote,
	};
}

/** What the components of the peers look up. */
function peerData({ documents, reference }: Corpus): object {
	const passages = Object.entries(reference.passages ?? {}).map(([id, { body }]) => [
		id,
		String(body)
			.replace(/<[^>]*>/g, '')
			.trim()
			.split(/\n\n+/),
	]);
	return {
		...reference,
		passages: Object.fromEntries(passages),
		links: Object.fromEntries(
			documents
				.filter(({ language }) => language === 'en')
				.map((document) => [document.code, { path: pathOf(document), title: document.keys.title }]),
		),
	};
}
