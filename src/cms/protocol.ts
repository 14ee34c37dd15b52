/**
 * The messages from the editor to the editing server, as schemas. What the server answers is in answers.ts.
 *
 * `POST /api/v1` speaks the protocol of Decap’s proxy backend; everything else under `/api` is ours. Every POST and
 * DELETE but the sign-in carries the header `x-csrf-token`.
 */
import { z } from 'zod';
import { ID_PATTERN } from '../model/field.ts';
import { languages } from '../model/language.ts';

/** The stages of a draft. `ready` is reviewed and signed off; publishing it ends the draft. */
export const statuses = ['draft', 'in review', 'ready'] as const;
export type Status = (typeof statuses)[number];

/** What Decap calls them. */
export const decapStatuses = {
	draft: 'draft',
	'in review': 'pending_review',
	ready: 'pending_publish',
} as const satisfies Record<Status, string>;
export type DecapStatus = (typeof decapStatuses)[Status];

/** The status that Decap means. */
export function statusOf(decap: DecapStatus): Status {
	return statuses.find((status) => decapStatuses[status] === decap) ?? 'draft';
}

export const CSRF_HEADER = 'x-csrf-token';

const text = (max: number) => z.string().min(1).max(max);
const path = text(200);
/** Blob or commit id of git. */
const objectId = z.string().regex(/^[0-9a-f]{40}$/);
const draftKeys = {
	collection: z.string().regex(ID_PATTERN).max(40),
	slug: z.string().regex(ID_PATTERN).max(120),
};
const comment = text(2000);
/** A file as Decap sends it; far more characters than a file may have, so that the refusal can name the limit. */
const fileText = z.string().max(2_000_000);

/** A draft is named by the folder of its collection and the id of its entry. */
export const draftNameSchema = z.object(draftKeys);
export type DraftName = z.output<typeof draftNameSchema>;

/** What a person says about an image; the server keeps it as the image’s record. */
export const imageRecordSchema = z.object({
	alt: z.object({ en: text(300), cy: text(300).optional() }),
	audience: z.enum(['staff', 'public']),
	credit: text(200),
});
export type ImageRecord = z.output<typeof imageRecordSchema>;

const assetSchema = z.object({
	path,
	content: z.base64().max(12_000_000),
	encoding: z.literal('base64'),
	/** Needed unless the record is saved in the same message or exists. */
	record: imageRecordSchema.optional(),
});

const dataFileSchema = z.object({
	slug: z.string().max(120),
	path,
	raw: fileText,
	newPath: path.optional(),
	/** Blob id of the file as it was opened; absent when there was none. */
	baseId: objectId.optional(),
});
export type DataFile = z.output<typeof dataFileSchema>;

const inDraft = z.object({ ...draftKeys, path });
const options = z.object({ commitMessage: z.string().optional() }).optional();

/** Decap’s actions and their parameters. */
export const actionSchemas = {
	info: z.object({}).optional(),
	entriesByFolder: z.object({ folder: path, extension: text(10), depth: z.number().optional() }),
	entriesByFiles: z.object({ files: z.array(z.object({ path })).max(100) }),
	getEntry: z.object({ path }),
	unpublishedEntries: z.object({}).optional(),
	unpublishedEntry: z.union([draftNameSchema, z.object({ id: text(200) })]),
	unpublishedEntryDataFile: inDraft,
	unpublishedEntryMediaFile: inDraft,
	deleteUnpublishedEntry: draftNameSchema,
	persistEntry: z.object({
		dataFiles: z.array(dataFileSchema).min(1).max(8),
		assets: z.array(assetSchema).max(20).default([]),
		options: z.object({ collectionName: draftKeys.collection, commitMessage: z.string().optional() }),
	}),
	updateUnpublishedEntryStatus: z.object({ ...draftKeys, newStatus: z.enum(decapStatuses) }),
	publishUnpublishedEntry: draftNameSchema,
	getMedia: z.object({ mediaFolder: path }),
	getMediaFile: z.object({ path }),
	persistMedia: z.object({ asset: assetSchema, options }),
	deleteFile: z.object({ path, options }),
	deleteFiles: z.object({ paths: z.array(path).min(1).max(100), options }),
	getDeployPreview: z.object({}).loose(),
} as const;
export type Action = keyof typeof actionSchemas;
export type ParamsOf<A extends Action> = z.output<(typeof actionSchemas)[A]>;

/** `POST /api/v1` */
export const decapMessageSchema = z.object({
	action: z.enum(Object.keys(actionSchemas) as [Action, ...Action[]]),
	params: z.unknown(),
});

/** Our own POSTs, by the last part of their address. */
export const messageSchemas = {
	session: z.object({ person: z.string().regex(ID_PATTERN).max(120) }),
	comment: z.object({ ...draftKeys, comment }),
	status: z.object({ ...draftKeys, status: z.enum(statuses), comment: comment.optional() }),
	'sign-off': z.object({ ...draftKeys, language: z.enum(languages) }),
	/** Put the draft’s files back to how they were at one of its saves, as a new save. */
	restore: z.object({ ...draftKeys, commit: objectId }),
	/** Write what a person made of two texts. `theirs` is the blob they saw as the other one. */
	settle: z.object({ ...draftKeys, path, text: fileText, theirs: objectId }),
	/** Bring what was published meanwhile into the draft. */
	update: z.object(draftKeys),
	discard: z.object(draftKeys),
	/** Begin or continue a draft in which the document is withdrawn. */
	withdraw: z.object({ ...draftKeys, why: text(500), replacedBy: z.string().max(20).optional() }),
	/** Give a document another id; what was published under the old one leads to the new one for ever. */
	rename: z.object({ ...draftKeys, to: z.string().regex(ID_PATTERN).max(120) }),
	/** Documents with the same mark are published together or not at all; without a name the mark is taken off. */
	mark: z.object({ ...draftKeys, release: z.string().regex(ID_PATTERN).max(60).optional() }),
	/** Publish drafts together. */
	publish: z.object({ drafts: z.array(draftNameSchema).min(1).max(50) }),
} as const;
export type MessageName = keyof typeof messageSchemas;
export type MessageOf<M extends MessageName> = z.input<(typeof messageSchemas)[M]>;
