/** Images in the editing server: kept as pixels alone, with their record, reviewed like every text. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefusalAnswer, SaveAnswer } from '../../src/cms/answers.ts';
import type { ImageRecord } from '../../src/cms/protocol.ts';
import { type Answer, type Editing, openEditing, type Visitor } from './editing-server.ts';

let editing: Editing;
let writer: Visitor;
beforeAll(async () => {
	editing = await openEditing();
	writer = await editing.as('guidance-lead');
});
afterAll(() => editing.close());

const record: ImageRecord = {
	alt: { en: 'A teal square', cy: 'Sgwâr gwyrddlas' },
	audience: 'staff',
	credit: 'Sam Example',
};
const square = (width = 40, height = 20) =>
	sharp({ create: { width, height, channels: 3, background: 'teal' } });

function add(path: string, bytes: Buffer, more: object = { record }): Promise<Answer> {
	const asset = { path, content: bytes.toString('base64'), encoding: 'base64', ...more };
	return writer.act('persistMedia', { asset });
}

/** The bytes that the repository keeps of an image, and what is in them. */
async function kept(slug: string, file: string) {
	const id = editing.git('rev-parse', `refs/heads/cms/media/${slug}:content/media/${file}`);
	const answer = await writer.act('getMediaFile', { path: `content/media/${file}` });
	const { id: shown, content } = answer.body as { id: string; content: string };
	expect(shown).toBe(id);
	const bytes = Buffer.from(content, 'base64');
	return { bytes, ...(await sharp(bytes).metadata()) };
}

const kinds = [
	['png', () => square().png()],
	['jpg', () => square().jpeg()],
	['webp', () => square().webp()],
] as const;

describe.each(kinds)('an image of the kind %s', (kind, draw) => {
	const slug = `square-${kind}`;
	const file = `${slug}.${kind}`;

	it('is kept without what a camera wrote into it, turned as the camera said', async () => {
		const taken = await draw()
			.withMetadata({ orientation: 6 })
			.withExif({ IFD0: { Copyright: 'secret-camera', ImageDescription: 'secret-place' } })
			.toBuffer();
		expect(taken.includes('secret-camera')).toBe(true);
		const { status, body } = await add(`content/media/${file}`, taken);
		expect(status, JSON.stringify(body)).toBe(200);
		const { bytes, format, width, height, exif, icc, xmp, orientation } = await kept(slug, file);
		expect({ format, width, height, exif, icc, xmp, orientation: orientation ?? 1 }).toEqual({
			format: { png: 'png', jpg: 'jpeg', webp: 'webp' }[kind],
			width: 20,
			height: 40,
			exif: undefined,
			icc: undefined,
			xmp: undefined,
			orientation: 1,
		});
		expect(bytes.includes('secret')).toBe(false);
	});

	it('is kept without what was hidden behind it', async () => {
		const hidden = Buffer.concat([
			await draw().toBuffer(),
			Buffer.from('PK\x03\x04<script>alert("secret")</script><?php secret(); ?>'),
		]);
		const { status, body } = await add(`content/media/hidden-${file}`, hidden);
		// A format whose length says where it ends may refuse what comes after it; none may keep it.
		if (status === 200) {
			const { bytes } = await kept(`hidden-${slug}`, `hidden-${file}`);
			expect(bytes.includes('secret')).toBe(false);
		} else expect((body as RefusalAnswer).error).toMatch(/damaged/);
	});

	it('has its record beside it, in a draft of its own by whoever added it', () => {
		const branch = `refs/heads/cms/media/${slug}`;
		expect(editing.git('show', `${branch}:content/media/${slug}.yaml`)).toBe(
			`file: ${file}\nalt:\n  en: A teal square\n  cy: Sgwâr gwyrddlas\naudience: staff\ncredit: Sam Example`,
		);
		expect(editing.git('log', '-1', '--format=%an <%ae> / %cn', branch)).toBe(
			'Ash Example <guidance-lead@people.invalid> / Editing server',
		);
	});
});

it('makes a photograph no larger than a page can show', async () => {
	await add('content/media/large.png', await square(4800, 2400).png().toBuffer());
	expect(await kept('large', 'large.png')).toMatchObject({ width: 2400, height: 1200 });
});

it('shows images of drafts beside those that are published', async () => {
	const { body } = await writer.act('getMedia', { mediaFolder: 'content/media' });
	const found = (body as { path: string; encoding: string }[]).map(({ path }) => path);
	expect(found).toContain('content/media/square-png.png');
	expect(found).toContain('content/media/large.png');
});

it('keeps an image that was chosen while writing its record, in one save', async () => {
	const { status, body } = await writer.act('persistEntry', {
		dataFiles: [
			{
				slug: 'with-record',
				path: 'content/media/with-record.yaml',
				raw: 'file: with-record.png\nalt:\n  en: A square\naudience: staff\ncredit: Sam Example\n',
			},
		],
		assets: [
			{
				path: 'content/media/with-record.png',
				content: (await square().png().toBuffer()).toString('base64'),
				encoding: 'base64',
			},
		],
		options: { collectionName: 'media' },
	});
	expect(status, JSON.stringify(body)).toBe(200);
	expect((body as SaveAnswer).issues).toEqual([]);
	expect(editing.git('rev-list', '--count', 'refs/heads/main..refs/heads/cms/media/with-record')).toBe('1');
	expect((await kept('with-record', 'with-record.png')).format).toBe('png');
});

it('never changes an image under the pages that show it', async () => {
	const publish = async (slug: string) => {
		const name = { collection: 'media', slug };
		const steps = [
			await writer.post('status', { ...name, status: 'in review' }),
			await (await editing.as('letters-lead')).post('status', { ...name, status: 'ready' }),
			await (await editing.as('approver')).act('publishUnpublishedEntry', name),
		];
		expect(steps.map(({ status }) => status)).toEqual([200, 200, 200]);
	};
	await publish('square-png');
	const { status, body } = await add('content/media/square-png.png', await square(8, 8).png().toBuffer());
	expect(status).toBe(403);
	expect((body as RefusalAnswer).error).toMatch(/another name/);
	expect(editing.git('ls-tree', '--name-only', 'main', 'content/media/')).toBe(
		'content/media/square-png.png\ncontent/media/square-png.yaml',
	);
});
