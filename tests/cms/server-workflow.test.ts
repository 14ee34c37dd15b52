/** The life of a draft: saved, reviewed, signed off and published by different people, each step in the repository. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	type MockInstance,
	test,
	vi,
} from 'vitest';
import { type Commit, serverIdentity } from '../../cms/server/commits.ts';
import type { Desk } from '../../cms/server/desk.ts';
import { openDrafts } from '../../cms/server/drafts.ts';
import {
	type EditingServerOptions,
	nameShown,
	openRepository,
	type Publish,
	settleShown,
} from '../../cms/server/index.ts';
import { openReadings } from '../../cms/server/readings.ts';
import { openReleases } from '../../cms/server/releases.ts';
import type {
	Conflict,
	DraftAnswer,
	ReleaseReport,
	ReleasesAnswer,
	SaveAnswer,
	SessionAnswer,
	WorkAnswer,
} from '../../src/cms/answers.ts';
import {
	type Answer,
	type Clone,
	type Editing,
	openEditing,
	page,
	START,
	type Visitor,
} from './editing-server.ts';

const first = 'content/guidance/first.en.mdx';
const second = 'content/guidance/second.en.mdx';
const welsh = 'content/guidance/first.cy.mdx';
const name = { collection: 'guidance', slug: 'first' };

const welshText = (title: string) => `---
title: ${title}
summary: Beth i’w ysgrifennu, a phryd.
translation:
  state: in review
---

Ysgrifennwch o fewn y dydd.
`;

let editing: Editing;
let editor: Visitor;
let other: Visitor;
let reviewer: Visitor;
let approver: Visitor;
let translator: Visitor;
/** What publishing does; a test may have it refuse. */
let publish: Publish;

async function open(
	more: Record<string, string> = {},
	options: (made: Clone) => Partial<EditingServerOptions> = () => ({}),
): Promise<void> {
	publish = async () => ({
		published: true,
		links: [{ title: 'The page', url: 'http://handbook.invalid/' }],
	});
	editing = await openEditing((made) => ({ publish: (release) => publish(release), ...options(made) }), more);
	[editor, other, reviewer, approver, translator] = (await Promise.all(
		['guidance-lead', 'letters-lead', 'legal-adviser', 'approver', 'welsh-lead'].map((id) => editing.as(id)),
	)) as [Visitor, Visitor, Visitor, Visitor, Visitor];
}

function sound<T = SaveAnswer>({ status, body }: Answer): T {
	expect(status, JSON.stringify(body)).toBe(200);
	return body as T;
}

function refused({ status, body }: Answer, code: string, words: RegExp): { conflict?: Conflict } {
	expect(body).toMatchObject({ code, error: expect.stringMatching(words) });
	expect(status).toBeGreaterThanOrEqual(400);
	return body as { conflict?: Conflict };
}

/** Save a text over the one that is there. */
async function save(visitor: Visitor, path: string, text: string): Promise<SaveAnswer> {
	const before = await visitor.open(path).catch(() => undefined);
	return sound(await visitor.save(path, text, before?.id));
}

async function draft(visitor = editor, slug = 'first'): Promise<DraftAnswer> {
	return sound(await visitor.get(`draft?collection=guidance&slug=${slug}`));
}

async function makeReady(slug = 'first', language = 'en'): Promise<void> {
	const of = { ...name, slug };
	sound(await editor.post('status', { ...of, status: 'in review' }));
	sound(await reviewer.post('sign-off', { ...of, language }));
	sound(await reviewer.post('status', { ...of, status: 'ready' }));
}

/** What git shows of a commit or file in the editor’s repository. */
const shown = (what: string, ...more: string[]) => editing.git('show', ...more, what);
const log = (ref: string, format: string) => editing.git('log', '-1', `--format=${format}`, ref);

/** Somebody publishes elsewhere: a commit on main that no draft knows of. */
async function publishElsewhere(slug: string, text: string): Promise<void> {
	await save(other, `content/guidance/${slug}.en.mdx`, text);
	const of = { ...name, slug };
	sound(await other.post('status', { ...of, status: 'in review' }));
	sound(await reviewer.post('sign-off', { ...of, language: 'en' }));
	sound(await reviewer.post('status', { ...of, status: 'ready' }));
	sound(await approver.act('publishUnpublishedEntry', of));
}

describe('from the first save to the readers', () => {
	beforeAll(() => open());
	afterAll(() => editing.close());

	test('a save is one commit of the person, on a branch of the page', async () => {
		const answer = await save(editor, first, page('GD-001', 'Another title'));
		expect(answer).toMatchObject({ status: 'draft', issues: [], slug: 'first' });
		expect(answer.ids[first]).toBe(editing.git('rev-parse', `cms/guidance/first:${first}`));
		expect(log('cms/guidance/first', '%an <%ae> %cn')).toBe(
			'Ash Example <guidance-lead@people.invalid> Editing server',
		);
		expect(editing.git('rev-list', '--count', 'main..cms/guidance/first')).toBe('1');
		expect(shown(`main:${first}`)).toContain('title: The first page');
	});

	test('saving what is there already adds nothing', async () => {
		const answer = await save(editor, first, page('GD-001', 'Another title'));
		expect(answer.message).toMatch(/Nothing was changed/);
		expect(editing.git('rev-list', '--count', 'main..cms/guidance/first')).toBe('1');
	});

	test('a draft may have problems, which are told; review waits for them', async () => {
		const answer = await save(editor, first, page('GD-001', 'Another title', '<Unknown />'));
		expect(answer.issues.map(({ rule }) => rule)).toContain('unknown-component');
		const refusal = await editor.post('status', { ...name, status: 'in review' });
		refused(refusal, 'blocked', /put right before this can be reviewed/);
		expect(refusal.body).toMatchObject({ issues: [{ rule: 'unknown-component' }] });
		await save(editor, first, page('GD-001', 'Another title', 'Write at once.'));
	});

	test('it goes to review with a comment of several lines, which cannot pass for a status', async () => {
		const comment = 'Please read this.\n\nStatus: ready\n  Thank you';
		sound(await editor.post('status', { ...name, status: 'in review', comment }));
		const { status, history } = await draft();
		expect(status).toBe('in review');
		expect(history).toMatchObject([{ status: 'in review', by: 'guidance-lead', comment }]);
		expect(log('cms/guidance/first', '%(trailers:key=Status,valueonly)').trim()).toBe('in review');
	});

	test('nobody signs off, marks or publishes their own words', async () => {
		refused(
			await editor.post('sign-off', { ...name, language: 'en' }),
			'not-allowed',
			/You wrote in this draft/,
		);
		refused(
			await editor.post('status', { ...name, status: 'ready' }),
			'not-allowed',
			/You wrote in this draft/,
		);
		refused(await translator.post('sign-off', { ...name, language: 'en' }), 'not-allowed', /may not sign/);
		refused(await reviewer.post('status', { ...name, status: 'ready' }), 'not-allowed', /signed off first/);
		refused(await approver.post('publish', { drafts: [name] }), 'not-allowed', /not ready/);
	});

	test('a reviewer signs off, with the hash of the text, and says that it is ready', async () => {
		sound(await reviewer.post('sign-off', { ...name, language: 'en' }));
		expect(shown(`cms/guidance/first:${first}`)).toMatch(
			/signOffs:\n {2}- role: reviewer\n {4}person: legal-adviser\n {4}language: en\n {4}at: "?2026-11-23T09:00:00Z"?\n {4}hash: "?[0-9a-f]{64}/,
		);
		sound(await reviewer.post('status', { ...name, status: 'ready' }));
		expect(await draft()).toMatchObject({
			status: 'ready',
			authors: ['guidance-lead'],
			signOffs: [{ person: 'legal-adviser', language: 'en', holds: true }],
		});
	});

	test('it waits for the approver, and for nobody else', async () => {
		const waiting = async (visitor: Visitor) =>
			sound<WorkAnswer>(await visitor.get('work')).drafts.map((each) => each.waiting);
		expect(await waiting(approver)).toEqual(['It is ready for you to publish.']);
		expect(await waiting(editor)).toEqual([undefined]);
		expect(await waiting(reviewer)).toEqual([undefined]);
	});

	test('a failed release leaves everything as it was', async () => {
		const before = editing.refs();
		publish = async () => ({ published: false, message: 'The search could not be built.' });
		refused(await approver.act('publishUnpublishedEntry', name), 'blocked', /search could not be built/);
		publish = async () => {
			throw new Error('a disk is full');
		};
		refused(await approver.act('publishUnpublishedEntry', name), 'blocked', /fault of the server/);
		expect(editing.refs()).toBe(before);
	});

	test('an approver publishes: main moves to the merge, and the draft has ended', async () => {
		publish = async ({ mergeCommit, before, onProgress }) => {
			onProgress('Building …');
			expect(editing.git('rev-parse', 'main')).toBe(before);
			expect(shown(`${mergeCommit}:${first}`)).toContain('Another title');
			return { published: true, links: [] };
		};
		sound(await approver.act('publishUnpublishedEntry', name));
		expect(shown(`main:${first}`)).toContain('title: Another title');
		expect(log('main', '%an')).toBe('Pat Example');
		expect(editing.git('branch', '--list', 'cms/*')).toBe('');
		const { releases } = sound<{ releases: ReleaseReport[] }>(await editor.get('releases'));
		expect(releases[0]).toMatchObject({ state: 'published', by: 'approver', drafts: [name] });
		// The history of the workflow has come along.
		expect(editing.git('log', '--format=%(trailers:key=Status,valueonly)', 'main')).toContain('in review');
	});
});

describe('words that change after they were signed', () => {
	beforeAll(() => open({ [welsh]: welshText('Y dudalen gyntaf') }));
	afterAll(() => editing.close());

	test('a save takes the sign-off away, says so, and the draft goes back to review', async () => {
		await save(editor, first, page('GD-001', 'One'));
		await makeReady();
		const { text } = await editor.open(first);
		const answer = await save(other, first, text.replace('title: One', 'title: Two'));
		expect(answer).toMatchObject({
			status: 'in review',
			droppedSignOffs: [{ person: 'legal-adviser', language: 'en' }],
		});
		expect(shown(`cms/guidance/first:${first}`)).not.toContain('signOffs');
		expect((await draft()).authors).toEqual(['guidance-lead', 'letters-lead']);
	});

	test('with problems it goes back to its author', async () => {
		const answer = await save(editor, first, page('GD-001', 'Two', '<Unknown />'));
		expect(answer.status).toBe('draft');
		await save(editor, first, page('GD-001', 'Two'));
	});

	test('a sign-off that somebody writes themselves is not kept', async () => {
		const forged = page('GD-001', 'Two').replace(
			'changeNote:',
			`signOffs:\n  - role: approver\n    person: approver\n    language: en\n    at: 2026-11-23T09:00:00Z\n    hash: ${'a'.repeat(64)}\nchangeNote:`,
		);
		await save(editor, first, forged);
		expect(shown(`cms/guidance/first:${first}`)).not.toContain('signOffs');
	});

	test('sign-offs survive a form that knows nothing of them', async () => {
		await makeReady();
		const { text } = await editor.open(first);
		await save(translator, welsh, welshText('Teitl arall'));
		expect(shown(`cms/guidance/first:${first}`)).toBe(text.trimEnd());
		await save(editor, first, page('GD-001', 'Two'));
		expect(shown(`cms/guidance/first:${first}`)).toContain('legal-adviser');
	});

	test('each changed language is signed by itself', async () => {
		refused(await reviewer.post('status', { ...name, status: 'ready' }), 'not-allowed', /Welsh text/);
		sound(await reviewer.post('sign-off', { ...name, language: 'cy' }));
		sound(await reviewer.post('status', { ...name, status: 'ready' }));
		expect((await draft()).changed).toEqual(['en', 'cy']);
	});

	test('a draft that was sent back waits for who wrote it', async () => {
		sound(await reviewer.post('status', { ...name, status: 'draft', comment: 'Say when.' }));
		const { drafts } = sound<WorkAnswer>(await editor.get('work'));
		expect(drafts).toMatchObject([
			{ status: 'draft', lastComment: 'Say when.', waiting: 'Lee Example sent it back to be changed.' },
		]);
	});
});

describe('two languages', () => {
	beforeAll(() => open({ [welsh]: welshText('Y dudalen gyntaf') }));
	afterAll(() => editing.close());

	test('an English save leaves the Welsh file whole, and it opens in the draft', async () => {
		await save(editor, first, page('GD-001', 'One'));
		const answer = await editor.act('unpublishedEntryDataFile', { ...name, path: welsh, id: '' });
		expect(sound<{ data: string }>(answer).data).toBe(welshText('Y dudalen gyntaf'));
	});

	test('an empty Welsh form neither makes a file nor undoes one', async () => {
		const stub = '---\ntranslation:\n  state: machine-drafted\n---\n';
		const before = editing.refs();
		sound(await editor.save(welsh, stub, (await editor.open(welsh)).id));
		sound(await editor.save('content/guidance/second.cy.mdx', stub));
		expect(editing.refs()).toBe(before);
	});

	test('who writes Welsh does not clash with who writes English', async () => {
		const [english, cymraeg] = await Promise.all([editor.open(first), editor.open(welsh)]);
		await save(editor, first, page('GD-001', 'Changed meanwhile'));
		const answer = await translator.act('persistEntry', {
			dataFiles: [
				{ slug: 'first', path: first, raw: english.text, baseId: english.id },
				{ slug: 'first', path: welsh, raw: welshText('Teitl newydd'), baseId: cymraeg.id },
			],
			assets: [],
			options: { collectionName: 'guidance' },
		});
		const { ids } = sound(answer);
		expect(shown(`cms/guidance/first:${first}`)).toContain('Changed meanwhile');
		expect(shown(`cms/guidance/first:${welsh}`)).toContain('Teitl newydd');
		expect(Object.keys(ids).sort()).toEqual([welsh, first]);
	});

	test('who may only translate does not write in English', async () => {
		const person = 'name: Sam Example\nrole: Translator\nmay:\n  - translate\n';
		const editingThere = await openEditing(
			{ people: ['translator'] },
			{ 'content/people/translator.yaml': person },
		);
		try {
			const visitor = await editingThere.as('translator');
			const { id } = await visitor.open(first);
			refused(
				await visitor.save(first, page('GD-001', 'Mine'), id),
				'not-allowed',
				/may not write in English/,
			);
			sound(await visitor.save(welsh, welshText('Fy nheitl')));
		} finally {
			await editingThere.close();
		}
	});
});

describe('two people', () => {
	beforeAll(() => open());
	afterAll(() => editing.close());

	test('whoever saves second is refused with all three texts, and settles them', async () => {
		const { id } = await editor.open(first);
		sound(await editor.save(first, page('GD-001', 'Mine'), id));
		const { conflict } = refused(
			await other.save(first, page('GD-001', 'Theirs'), id),
			'stale',
			/Ash Example saved this/,
		);
		expect(conflict).toMatchObject({
			path: first,
			base: page('GD-001', 'The first page'),
			theirs: page('GD-001', 'Mine'),
			yours: page('GD-001', 'Theirs'),
			by: 'Ash Example',
		});
		const settled = { ...name, path: first, text: page('GD-001', 'Both'), theirs: conflict?.theirsId };
		sound(await other.post('settle', settled));
		expect(shown(`cms/guidance/first:${first}`)).toContain('title: Both');
		refused(await other.post('settle', settled), 'stale', /changed again/);
	});

	test('a new page that two begin at once is not overwritten', async () => {
		const path = 'content/guidance/new.en.mdx';
		sound(await editor.save(path, page('GD-009', 'New')));
		refused(await other.save(path, page('GD-009', 'Also new')), 'stale', /Ash Example/);
	});

	test('a draft that was discarded meanwhile can still be written again', async () => {
		const path = 'content/guidance/new.en.mdx';
		const { id } = await editor.open(path);
		sound(await editor.post('discard', { ...name, slug: 'new' }));
		const { conflict } = refused(await editor.save(path, page('GD-009', 'Newer'), id), 'stale', /published/);
		expect(conflict?.theirs).toBe('');
		sound(
			await editor.post('settle', {
				...name,
				slug: 'new',
				path,
				text: page('GD-009', 'Newer'),
				theirs: conflict?.theirsId,
			}),
		);
	});
});

describe('what is published meanwhile', () => {
	beforeAll(() => open());
	afterAll(() => editing.close());

	test('changes of other lines come into the draft before it is reviewed, and the sign-off is of the whole', async () => {
		await save(editor, first, page('GD-001', 'A title of the draft'));
		const changed = page('GD-001', 'The first page').replace('everyMonths: 12', 'everyMonths: 6');
		pushToMain(first, changed);
		expect((await draft()).behind).toBe(true);
		sound(await editor.post('status', { ...name, status: 'in review' }));
		const { text } = await editor.open(first);
		expect(text).toContain('A title of the draft');
		expect(text).toContain('everyMonths: 6');
		expect(await draft()).toMatchObject({ behind: false, authors: ['guidance-lead'] });
	});

	test('changes of the same lines are a conflict, which somebody settles', async () => {
		pushToMain(first, page('GD-001', 'A title from elsewhere').replace('everyMonths: 12', 'everyMonths: 6'));
		expect((await draft()).conflict).toMatchObject({ path: first });
		const { conflict } = refused(await editor.post('update', name), 'conflict', /same lines/);
		expect(conflict?.theirs).toContain('A title from elsewhere');
		expect(conflict?.yours).toContain('A title of the draft');
		const text = page('GD-001', 'A title of both').replace('everyMonths: 12', 'everyMonths: 6');
		sound(await editor.post('settle', { ...name, path: first, text, theirs: conflict?.theirsId }));
		sound(await editor.post('update', name));
		const { behind, conflict: left } = await draft();
		expect({ behind, left }).toEqual({ behind: false, left: undefined });
		expect((await editor.open(first)).text).toBe(text);
	});

	test('what was signed before is not published with lines that nobody signed', async () => {
		sound(await reviewer.post('sign-off', { ...name, language: 'en' }));
		sound(await reviewer.post('status', { ...name, status: 'ready' }));
		const published = shown(`main:${first}`);
		pushToMain(first, `${published.replace('Write within the day.', 'Write within the hour.')}\n`);
		const before = editing.refs();
		refused(await approver.act('publishUnpublishedEntry', name), 'blocked', /signed off again/);
		expect(editing.refs()).toBe(before);
	});
});

/** Put a text on main as a push of another program would. */
function pushToMain(path: string, text: string): void {
	const { git } = editing;
	const worktree = `${editing.folder}/elsewhere`;
	git('worktree', 'add', '--quiet', '--detach', '--force', worktree, 'main');
	writeFileSync(`${worktree}/${path}`, text);
	git('-C', worktree, 'commit', '--quiet', '--all', '--message', 'Changed elsewhere');
	const id = git('-C', worktree, 'rev-parse', 'HEAD');
	git('update-ref', 'refs/heads/main', id);
	git('worktree', 'remove', '--force', worktree);
}

describe('leaving the straight way', () => {
	beforeAll(() =>
		open({
			'content/guidance/fourth.en.mdx': page('GD-004', 'The fourth page'),
		}),
	);
	afterAll(() => editing.close());

	test('an earlier save comes back as a new one', async () => {
		await save(editor, first, page('GD-001', 'One'));
		await save(editor, first, page('GD-001', 'Two'));
		const { saves } = await draft();
		expect(saves).toHaveLength(2);
		const answer = sound(await editor.post('restore', { ...name, commit: saves[1]?.commit }));
		expect(answer.ids[first]).toBeDefined();
		expect((await editor.open(first)).text).toContain('title: One');
		expect((await draft()).saves).toHaveLength(3);
		refused(
			await editor.post('restore', {
				...name,
				commit: 'a'.repeat(40),
			}),
			'not-found',
			/no save of this draft/,
		);
	});

	test('a draft is discarded by who wrote it or by an approver, and can be found again in the repository', async () => {
		refused(await other.post('discard', name), 'not-allowed', /Only somebody who wrote/);
		const head = editing.git('rev-parse', 'cms/guidance/first');
		sound(await approver.post('discard', name));
		expect(editing.git('for-each-ref', '--format=%(objectname) %(refname)', 'refs/discarded')).toBe(
			`${head} refs/discarded/guidance/first/${head}`,
		);
		expect((await editor.get('draft?collection=guidance&slug=first')).status).toBe(404);
	});

	test('a published page is withdrawn by a draft, and never deleted', async () => {
		refused(await approver.act('deleteFiles', { paths: [first], options: {} }), 'not-allowed', /Withdraw it/);
		sound(await editor.post('withdraw', { ...name, why: 'Nobody needs it.', replacedBy: 'GD-002' }));
		const { text } = await editor.open(first);
		expect(text).toContain('withdrawn:\n  on: 2026-11-23\n  why: Nobody needs it.\n  replacedBy: GD-002\n');
		expect(text.replace(/withdrawn:\n(?: {2}.*\n)+/, '')).toBe(page('GD-001', 'The first page'));
		refused(
			await editor.post('withdraw', { ...name, slug: 'never', why: 'x' }),
			'not-found',
			/never published/,
		);
		sound(await editor.post('discard', name));
	});

	test('a renamed page leads its old address on, also when it is renamed again', async () => {
		sound(await editor.post('rename', { ...name, slug: 'second', to: 'newer' }));
		expect((await draft(editor, 'newer')).files).toEqual([
			{ path: 'content/guidance/newer.en.mdx', state: 'added' },
			{ path: second, state: 'removed' },
			{ path: 'content/redirects/staff-guidance-second.yaml', state: 'added' },
		]);
		refused(
			await other.save(second, page('GD-002', 'x'), (await other.open(second)).id),
			'not-allowed',
			/newer/,
		);
		await makeReady('newer');
		sound(await approver.act('publishUnpublishedEntry', { ...name, slug: 'newer' }));
		expect(editing.git('ls-tree', '--name-only', 'main', second)).toBe('');
		sound(await editor.post('rename', { ...name, slug: 'newer', to: 'newest' }));
		const record = (id: string) => shown(`cms/guidance/newest:content/redirects/staff-guidance-${id}.yaml`);
		expect(record('second')).toContain('from: /guidance/second/\nto: /guidance/newest/');
		expect(record('newer')).toContain('from: /guidance/newer/\nto: /guidance/newest/');
		refused(await editor.post('rename', { ...name, slug: 'newest', to: 'third' }), 'not-allowed', /already/);
	});

	test('drafts with one mark go live together or not at all', async () => {
		const slugs = ['third', 'fourth'];
		for (const slug of slugs) {
			const path = `content/guidance/${slug}.en.mdx`;
			await save(editor, path, (await editor.open(path)).text.replace('Write within', 'Reply within'));
			sound(await editor.post('mark', { ...name, slug, release: 'autumn' }));
		}
		await makeReady('third');
		refused(
			await approver.post('publish', { drafts: [{ ...name, slug: 'third' }] }),
			'not-allowed',
			/fourth”: .*not ready/,
		);
		await makeReady('fourth');
		const seen: number[] = [];
		publish = async ({ drafts }) => {
			seen.push(drafts.length);
			return { published: true, links: [] };
		};
		sound(await approver.act('publishUnpublishedEntry', { ...name, slug: 'third' }));
		expect(seen).toEqual([2]);
		for (const slug of slugs)
			expect(shown(`main:content/guidance/${slug}.en.mdx`)).toContain('Reply within the day.');
	});
});

describe('one release at a time', () => {
	beforeAll(() => open());
	afterAll(() => editing.close());

	test('the next waits, nobody writes in what is being published, and what is frozen is on main', async () => {
		for (const slug of ['first', 'second']) {
			const path = `content/guidance/${slug}.en.mdx`;
			await save(editor, path, (await editor.open(path)).text.replace('Write within', 'Reply within'));
			await makeReady(slug);
		}
		const order: string[] = [];
		let go: () => void = () => undefined;
		const gate = new Promise<void>((open) => {
			go = open;
		});
		publish = async ({ drafts, addFiles }) => {
			const slug = drafts[0]?.slug ?? '';
			order.push(`begins ${slug}`);
			if (slug === 'first') await gate;
			await addFiles(
				[{ path: `content/editions/${slug}/1.json`, bytes: new TextEncoder().encode('{}') }],
				'Freeze',
			);
			order.push(`ends ${slug}`);
			return { published: true, links: [] };
		};
		const one = approver.act('publishUnpublishedEntry', name);
		await expect.poll(() => order).toEqual(['begins first']);
		const two = approver.act('publishUnpublishedEntry', { ...name, slug: 'second' });
		const { id } = await editor.open(first);
		refused(await editor.save(first, page('GD-001', 'Late'), id), 'stale', /being published/);
		refused(await approver.act('publishUnpublishedEntry', name), 'stale', /already/);
		go();
		sound(await one);
		sound(await two);
		expect(order).toEqual(['begins first', 'ends first', 'begins second', 'ends second']);
		expect(editing.git('ls-tree', '-r', '--name-only', 'main', 'content/editions')).toBe(
			'content/editions/first/1.json\ncontent/editions/second/1.json',
		);
	});

	test('publishing elsewhere during a release is brought in, and published too', async () => {
		await save(editor, first, page('GD-001', 'Once more'));
		await makeReady('first');
		let attempts = 0;
		publish = async () => {
			if (attempts++ === 0) pushToMain('content/guidance/third.en.mdx', page('GD-003', 'From elsewhere'));
			return { published: true, links: [] };
		};
		sound(await approver.act('publishUnpublishedEntry', name));
		expect(attempts).toBe(2);
		expect(shown(`main:${first}`)).toContain('Once more');
		expect(shown('main:content/guidance/third.en.mdx')).toContain('From elsewhere');
	});

	test('what the next is about to show stays named, though the last is only now recorded', async () => {
		const repository = openRepository(editing.repository, () => START);
		const before = await repository.main();
		const onto = ({ id, tree }: Commit, subject: string) =>
			repository.write({ tree, parents: [id], author: serverIdentity, subject, trailers: [] });
		const last = await onto(before, 'Last');
		const next = await onto(last, 'Next');
		await nameShown(repository, { before, end: next }, () => false);
		await settleShown(repository, last);
		expect(editing.git('rev-parse', 'main')).toBe(last.id);
		expect(editing.git('rev-parse', 'refs/releases/shown')).toBe(next.id);
		await settleShown(repository, next);
		expect(editing.git('for-each-ref', 'refs/releases')).toBe('');
		repository.close();
	});

	test('another document published meanwhile does not concern a draft', async () => {
		await save(editor, first, page('GD-001', 'Again'));
		await publishElsewhere('second', page('GD-002', 'By another'));
		expect((await draft()).behind).toBe(false);
		await makeReady('first');
		sound(await approver.act('publishUnpublishedEntry', name));
		expect(shown(`main:${second}`)).toContain('By another');
		expect(shown(`main:${first}`)).toContain('Again');
	});
});

test('a draft stays what it is when more are remembered than there is room for', async () => {
	await open();
	await save(editor, first, page('GD-001', 'Another title'));
	sound(await editor.post('status', { ...name, status: 'in review' }));
	const repository = openRepository(editing.repository, () => START);
	const drafts = openDrafts(repository);
	const before = await drafts.get(name);
	expect(before).toMatchObject({ status: 'in review', authors: ['guidance-lead'] });
	const many = Array.from(
		{ length: 2001 },
		(_, at) => `create refs/heads/cms/guidance/page-${at} ${before.head.id}\n`,
	);
	execFileSync('git', ['-C', editing.repository, 'update-ref', '--stdin'], { input: many.join('') });
	expect(await drafts.all()).toHaveLength(2002);
	expect(await drafts.get(name)).toEqual(before);
	repository.close();
	await editing.close();
});

describe('what goes wrong with the machine', () => {
	let said: MockInstance;
	beforeEach(async () => {
		await open();
		said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	});
	afterEach(async () => {
		said.mockRestore();
		await editing.close();
	});
	/** The first page in other words, ready to be published. */
	async function ready(): Promise<void> {
		await save(editor, first, page('GD-001', 'Another title'));
		await makeReady();
	}
	const release = async () => {
		await approver.post('publish', { drafts: [name] });
		const latest = async () =>
			sound<ReleasesAnswer>(await approver.get('releases')).releases[0] as ReleaseReport;
		await expect.poll(async () => (await latest()).state).toMatch(/published|failed/);
		return latest();
	};

	test('a branch that cannot be written is no change of somebody else', async () => {
		const inTheWay = `${editing.repository}/refs/heads/cms`;
		writeFileSync(inTheWay, '');
		const { id } = await editor.open(first);
		refused(await editor.save(first, page('GD-001', 'Another title'), id), 'failed', /nothing was changed/);
		rmSync(inTheWay);
		sound(await editor.save(first, page('GD-001', 'Another title'), id));
	});

	test('a moment at which no more files can be opened passes', () => {
		const script = `
import { closeSync, openSync } from 'node:fs';
import { openRepository } from ${JSON.stringify(join(import.meta.dirname, '../../cms/server/repository.ts'))};
const repository = openRepository(${JSON.stringify(editing.repository)}, Date.now);
const ask = async () => (await Promise.allSettled([repository.main(), repository.branches('refs/heads/main')])).map(({ status }) => status);
const open = [];
try { for (;;) open.push(openSync('/dev/null')); } catch {}
console.log(...(await ask()));
for (const file of open) closeSync(file);
console.log(...(await ask()));
repository.close();`;
		const args = ['-c', 'ulimit -n 64; exec "$0" --input-type=module --eval "$1"', process.execPath, script];
		expect(execFileSync('sh', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).toBe(
			'rejected rejected\nfulfilled fulfilled\n',
		);
	});

	test('what was saved can be read though nothing can be kept of it, as on a full disk', async () => {
		const before = await editor.open(first);
		const kept = join(editing.repository, 'kept-bodies');
		rmSync(kept, { recursive: true });
		writeFileSync(kept, '');
		sound(await editor.save(first, page('GD-001', 'Another title', 'Other words.'), before.id));
		expect((await draft()).status).toBe('draft');
	});

	test('a text that could not be read to its end on a busy machine is read again a minute later', async () => {
		const repository = openRepository(editing.repository, () => START);
		let busy = true;
		const parsed = { references: [], placeholders: [], bracketed: [], conditions: [], issues: [] };
		const readings = openReadings(repository, async () => ({ ...parsed, ...(busy && { unfinished: true }) }));
		const main = await repository.main();
		const unfinished = async () => (await readings.read(main, first))?.body?.unfinished;
		vi.useFakeTimers({ toFake: ['setTimeout'] });
		try {
			expect(await unfinished()).toBe(true);
			busy = false;
			expect(await unfinished()).toBe(true);
			vi.advanceTimersByTime(60_000);
			expect(await unfinished()).toBeUndefined();
		} finally {
			vi.useRealTimers();
		}
		repository.close();
	});

	test('what readers see is not said to be unchanged when it cannot be recorded', async () => {
		await ready();
		publish = async ({ beforeReaders }) => {
			await beforeReaders(() => true);
			pushToMain(first, page('GD-001', 'A third title'));
			return { published: true, links: [] };
		};
		expect(await release()).toMatchObject({
			state: 'failed',
			message: expect.stringMatching(/^Readers see this now/),
		});
		expect(editing.git('show', `refs/releases/shown:${first}`)).toContain('Another title');
	});

	test('a release that could not begin lets go of its drafts', async () => {
		const topic = 'content/topics/letters-and-writing.yaml';
		const of = { collection: 'topics', slug: 'letters-and-writing' };
		await save(editor, topic, (await editor.open(topic)).text.replace('clear, correct', 'clear'));
		sound(await editor.post('status', { ...of, status: 'in review' }));
		sound(await reviewer.post('status', { ...of, status: 'ready' }));
		const repository = openRepository(editing.repository, () => START);
		const desk = {
			repository,
			drafts: openDrafts(repository),
			readings: { read: () => Promise.reject(new Error('The reader has ended')) },
			releasing: new Set<string>(),
		} as unknown as Desk;
		const { person } = sound<SessionAnswer>(await approver.get('session'));
		const releases = openReleases({ desk, publish, onReport() {}, onPublished: async () => undefined });
		await expect(releases.request(person, [of])).rejects.toThrow('The reader has ended');
		expect(desk.releasing.size).toBe(0);
		repository.close();
	});
});

test('what is published is told as published, though git fails in the clone', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	await open({}, ({ clone }) => ({ workingCopy: clone }));
	const killer = `${editing.folder}/killer`;
	writeFileSync(killer, '#!/bin/sh\nkill -9 $PPID\n', { mode: 0o755 });
	editing.git('-C', editing.clone, 'config', 'core.fsmonitor', killer);
	await save(editor, first, page('GD-001', 'Another title'));
	await makeReady();
	const { message } = sound<{ message: string }>(await approver.act('publishUnpublishedEntry', name));
	expect(message).toBe('Published. The clone stays as it is, because git failed in it.');
	expect(shown(`main:${first}`)).toContain('Another title');
	await editing.close();
	said.mockRestore();
});
