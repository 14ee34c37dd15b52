/** Images: judged by their bytes and drawn again from their pixels, so that nothing a camera or a stranger put in stays. */
import sharp from 'sharp';
import { printBlock } from '../../src/cms/print-yaml.ts';
import type { DraftName, ImageRecord, ParamsOf } from '../../src/cms/protocol.ts';
import { collections } from '../../src/model/collection.ts';
import { type Desk, onDraft, type Person } from './desk.ts';
import { contentPath, draftNameOf, entryPath } from './paths.ts';
import { needs } from './people.ts';
import { Refusal } from './refusal.ts';
import { writeStep } from './writing.ts';

/** Bytes that may be sent. */
const MOST_BYTES = 8_000_000;
/** More pixels than any photograph needs; a small file can claim billions. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 2400;

export type Asset = ParamsOf<'persistMedia'>['asset'];

/** The files of the images that came with an entry, by path, each with its record. */
export async function imageFiles(
	desk: Desk,
	name: DraftName,
	assets: readonly Asset[],
): Promise<Map<string, string | Uint8Array>> {
	const files = new Map<string, string | Uint8Array>();
	for (const { path, content, record } of assets) {
		const image = contentPath(path);
		if (!image.image)
			throw new Refusal('bad-request', `“${path}” is not the name of a PNG, JPEG or WebP image.`);
		await refuseOther(desk, name, path);
		files.set(path, await drawnAgain(Buffer.from(content, 'base64'), path));
		const own = entryPath(draftNameOf(image));
		if (record) files.set(own, recordText(path.split('/').at(-1) ?? path, record));
		else if (name.collection !== collections.media.folder) await refuseWithout(desk, name, own);
	}
	return files;
}

/** Keep an image from the library: a draft of its own, reviewed and published like everything else. */
export async function keepImage(desk: Desk, person: Person, asset: Asset): Promise<void> {
	needs(person, 'edit');
	const name = draftNameOf(contentPath(asset.path));
	if (!asset.record) throw new Refusal('blocked', NEEDS_RECORD);
	const files = await imageFiles(desk, name, [asset]);
	await onDraft(desk, name, (draft) => writeStep(desk, draft, { person, name, what: 'save', files }));
}

const NEEDS_RECORD =
	'Say first what somebody who cannot see the image needs to know, who may see it, and who made it.';

function recordText(file: string, { alt, audience, credit }: ImageRecord): string {
	return printBlock({ file, alt, audience, credit });
}

/** An image does not change under the pages that show it: another one has another name. */
async function refuseOther({ repository, drafts }: Desk, name: DraftName, path: string): Promise<void> {
	const draft = await drafts.find(name);
	const main = await repository.main();
	if (draft?.paths.includes(path) || !(await repository.trees.entry(main.tree, path))) return;
	throw new Refusal(
		'not-allowed',
		`There is an image “${path.split('/').at(-1)}” already. Give yours another name.`,
	);
}

async function refuseWithout({ repository, drafts }: Desk, name: DraftName, record: string): Promise<void> {
	const at = (await drafts.find(name))?.head ?? (await repository.main());
	if (!(await repository.trees.entry(at.tree, record))) throw new Refusal('blocked', NEEDS_RECORD);
}

/** The same picture, with nothing else in it. Refused in words when it is none, or of another kind than its name says. */
export async function drawnAgain(bytes: Buffer, path: string): Promise<Buffer> {
	if (bytes.length > MOST_BYTES)
		throw new Refusal(
			'too-large',
			`The image has ${Math.ceil(bytes.length / 1e6)} MB, and may have ${MOST_BYTES / 1e6}. Save it smaller.`,
		);
	const kind = kindOf(bytes);
	const named = path.slice(path.lastIndexOf('.') + 1);
	if (!kind)
		throw new Refusal(
			'bad-request',
			'This is not a PNG, JPEG or WebP picture. Save it as one of these and add it again.',
		);
	if (kind !== named)
		throw new Refusal(
			'bad-request',
			`This is a picture of the kind ${kind}, and its name ends in .${named}. Name it .${kind}.`,
		);
	try {
		const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
			.autoOrient()
			.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
		if (kind === 'png') return await image.png({ compressionLevel: 9 }).toBuffer();
		if (kind === 'webp') return await image.webp({ quality: 88 }).toBuffer();
		return await image.jpeg({ quality: 88 }).toBuffer();
	} catch {
		throw new Refusal(
			'bad-request',
			'This picture is damaged, or far too large. Open it in a picture editor, save it again and add that.',
		);
	}
}

/** The kind of an image by its first bytes, never by its name. */
function kindOf(bytes: Buffer): 'png' | 'jpg' | 'webp' | undefined {
	if (bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'png';
	if (bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff') return 'jpg';
	const isWebp =
		bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP';
	return isWebp ? 'webp' : undefined;
}
