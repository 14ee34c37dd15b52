/** Renaming: a document gets another id, and every address it had leads to the new one for ever. */

import type { SaveAnswer } from '../../src/cms/answers.ts';
import { printBlock } from '../../src/cms/print-yaml.ts';
import type { DraftName, MessageOf } from '../../src/cms/protocol.ts';
import type { Audience } from '../../src/model/audience.ts';
import type { DataOf } from '../../src/model/collection.ts';
import { dayOf } from '../../src/model/document.ts';
import { type Language, languages } from '../../src/model/language.ts';
import { addressOf } from '../../src/release/addresses.ts';
import type { Commit } from './commits.ts';
import { type Desk, onDraft, type Person } from './desk.ts';
import { entryPath, isDocument, typeOf } from './paths.ts';
import { needs } from './people.ts';
import { Refusal } from './refusal.ts';
import { writeStep } from './writing.ts';

export function rename(desk: Desk, person: Person, message: MessageOf<'rename'>): Promise<SaveAnswer> {
	needs(person, 'edit');
	const { to, ...name } = message;
	const renamed = { ...name, slug: to };
	if (!isDocument(name))
		throw new Refusal(
			'not-allowed',
			'Facts keep their id, because pages name them by it. Change the name that is shown instead.',
		);
	return onDraft(desk, name, async (draft) => {
		const { repository, drafts } = desk;
		const main = await repository.main();
		const from = draft?.head ?? main;
		if (
			to === name.slug ||
			(await drafts.find(renamed)) ||
			(await repository.trees.entry(main.tree, entryPath(renamed)))
		)
			throw new Refusal('not-allowed', `There is a page with the id “${to}” already. Choose another.`);
		const files = new Map<string, Uint8Array | string | undefined>();
		for (const language of languages) {
			const file = await repository.file(from, entryPath(name, language));
			if (!file) continue;
			files.set(file.path, undefined);
			files.set(entryPath(renamed, language), file.bytes);
		}
		if (files.size === 0) throw new Refusal('not-found', 'There is no such page.');
		for (const [path, text] of await redirects(desk, main, name, renamed)) files.set(path, text);
		return writeStep(desk, draft, { person, name, what: 'rename', files, rename: renamed });
	});
}

/** The records of the addresses that move, and of earlier ones that led to them. */
async function redirects(
	{ repository, readings, clock }: Desk,
	main: Commit,
	name: DraftName,
	renamed: DraftName,
): Promise<Map<string, string | undefined>> {
	const since = dayOf(new Date(clock()).toISOString());
	const moved: { site: Audience; language: Language; from: string; to: string }[] = [];
	for (const language of languages) {
		if (!(await repository.trees.entry(main.tree, entryPath(name, language)))) continue;
		for (const site of ['staff', 'public'] as const) {
			const [from, to] = [name, renamed].map(({ slug }) => addressOf(site, typeOf(name), slug, language));
			if (from && to) moved.push({ site, language, from, to });
		}
	}
	const records = new Map<string, string | undefined>();
	for (const { path } of await repository.files(main, 'content/redirects')) {
		const data = (await readings.read(main, path))?.entry?.data as DataOf<'redirect'> | undefined;
		const onward = moved.find(({ site, from }) => data?.site === site && data.to === from);
		if (data && onward) records.set(path, printBlock({ ...data, to: onward.to }));
		// An address that is a page again leads nowhere else.
		if (data && moved.some(({ site, to }) => data.site === site && data.from === to))
			records.set(path, undefined);
	}
	for (const { site, language, from, to } of moved) {
		const id = [site, name.collection, name.slug, ...(language === 'en' ? [] : [language])].join('-');
		const why = `${name.slug} was renamed to ${renamed.slug}`.slice(0, 200);
		records.set(`content/redirects/${id}.yaml`, printBlock({ site, from, to, since, why }));
	}
	return records;
}
