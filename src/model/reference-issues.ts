/** What is wrong with what entries name: a target that is not there, not for these readers, or not for this day. */
import { mayAppear } from './audience.ts';
import { audienceOf, type Catalogue, groupBy } from './catalogue.ts';
import { collections, type DataOf, type DocumentType, isDocumentType } from './collection.ts';
import { type DocumentState, dayOf, documentState } from './document.ts';
import type { Entry, Reference } from './entry.ts';
import { isVerified } from './evidence.ts';
import { type Issue, problem } from './issue.ts';
import { nearest } from './schema.ts';

export function missingTargets(catalogue: Catalogue): Issue[] {
	return allReferences(catalogue).flatMap((reference) => {
		if (targetOf(catalogue, reference) || isUnread(catalogue, reference)) return [];
		// Codes all look alike, so the nearest one is no help.
		const near =
			reference.target === 'document'
				? undefined
				: nearest(
						reference.id,
						catalogue.all(reference.target).map(({ id }) => id),
					);
		const kind = reference.target === 'document' ? 'document' : collections[reference.target].name;
		return problem(
			reference.file,
			reference.place,
			'missing-target',
			`Unexpected ${kind} “${reference.id}” in ${reference.via.replace(/\.\d+/g, '')}, expected one that exists`,
			near
				? `Write “${near}”, or create “${reference.id}”.`
				: reference.target === 'document'
					? 'Correct the code. A document that was deleted has to come back: withdraw it instead, and never change its code.'
					: `Create “${reference.id}” first, or name another ${kind}.`,
		);
	});
}

export function passageCycles(catalogue: Catalogue): Issue[] {
	// All languages together: a passage without a Welsh text shows its English one within a Welsh page.
	const files = groupBy(
		catalogue.entries.filter(({ type }) => type === 'passage'),
		({ id }) => id,
	);
	const next = (id: string) =>
		(files.get(id) ?? [])
			.flatMap(({ file }) => catalogue.references(file))
			.filter(({ target }) => target === 'passage');
	const leadsTo = (from: string, to: string, seen = new Set<string>()): boolean =>
		next(from).some(({ id }) => id === to || (!seen.has(id) && leadsTo(id, to, seen.add(id))));
	return [...files.keys()].flatMap((id) =>
		next(id)
			.filter((reference) => reference.id === id || leadsTo(reference.id, id))
			.map((reference) =>
				problem(
					reference.file,
					reference.place,
					'passage-cycle',
					`Unexpected passage “${reference.id}”, which shows “${id}” again, expected passages that end`,
					'Take one of the two mentions out.',
				),
			),
	);
}

/** Keys whose target is only recorded, never shown to readers of a public page. */
const RECORDED = /^(?:owner|review|signOffs|rights|appliesTo)/;

/** References that readers of the public site would see. */
function shownToThePublic(catalogue: Catalogue): Reference[] {
	return catalogue.entries
		.filter(
			(entry) => audienceOf(entry) === 'public' && (isDocumentType(entry.type) || entry.type === 'passage'),
		)
		.flatMap((entry) => catalogue.references(entry.file))
		.filter(({ via }) => !RECORDED.test(via));
}

export function staffMaterialOnPublicPages(catalogue: Catalogue): Issue[] {
	return shownToThePublic(catalogue).flatMap((reference) => {
		const target = targetOf(catalogue, reference);
		if (!target || mayAppear(audienceOf(target), 'public')) return [];
		return problem(
			reference.file,
			reference.place,
			'staff-material',
			`Unexpected ${collections[target.type].name} “${reference.id}” for staff on a public page, expected material for the public`,
			'Take it out, or use one whose audience is the public.',
		);
	});
}

export function unverifiedFactsOnPublicPages(catalogue: Catalogue): Issue[] {
	return shownToThePublic(catalogue).flatMap((reference) => {
		const target = targetOf(catalogue, reference);
		if (target?.type !== 'timescale' && target?.type !== 'organisation') return [];
		const { evidence } = target.data as DataOf<'timescale' | 'organisation'>;
		if (isVerified(evidence)) return [];
		return problem(
			reference.file,
			reference.place,
			'unverified-fact',
			`Unexpected ${target.type} “${reference.id}”, which is not verified, expected a verified fact on a public page`,
			'Take it out and say whom to ask, or have the fact verified first.',
		);
	});
}

export function hiddenTargets(catalogue: Catalogue, at: string): Issue[] {
	const states = new Map<Entry, DocumentState>();
	for (const entry of catalogue.entries) {
		if (isDocumentType(entry.type) && entry.language === 'en')
			states.set(entry, documentState(entry.data as DataOf<DocumentType>, at));
	}
	const stateOf = (entry: Entry | undefined) => entry && states.get(entry);
	return allReferences(catalogue).flatMap((reference) => {
		const target = targetOf(catalogue, reference);
		const source = catalogue.entry(reference.file);
		const state = stateOf(target);
		if (!target || !state || !source) return [];
		const ownState = stateOf(catalogue.get(source.type, source.id)) ?? 'in force';
		// “Replaced by” is shown from the day of the withdrawal, and may be published that day.
		if (reference.via.startsWith('withdrawn') && (ownState !== 'withdrawn' || state === 'withdrawn'))
			return [];
		if (state === 'embargoed' && ownState !== 'embargoed') {
			return problem(
				reference.file,
				reference.place,
				'hidden-target',
				`Unexpected mention of ${reference.id}, which is not published yet, expected a document that readers can open`,
				'Take the mention out until both are published, or give this document the same “Publish at”.',
			);
		}
		if (state === 'withdrawn' && ownState !== 'withdrawn') {
			const { withdrawn } = target.data as DataOf<DocumentType>;
			return problem(
				reference.file,
				reference.place,
				'withdrawn-target',
				`Unexpected mention of ${reference.id}, which is withdrawn, expected a document in force`,
				withdrawn?.replacedBy ? `Write ${withdrawn.replacedBy} instead.` : 'Take the mention out.',
				'warning',
			);
		}
		return [];
	});
}

export function endedPilots(catalogue: Catalogue, at: string): Issue[] {
	const today = dayOf(at);
	return allReferences(catalogue).flatMap((reference) => {
		if (reference.target !== 'pilot') return [];
		const pilot = catalogue.get('pilot', reference.id);
		if (!pilot?.data.to || pilot.data.to >= today) return [];
		if (stateOfSource(catalogue, reference, at) === 'withdrawn') return [];
		return problem(
			reference.file,
			reference.place,
			'ended-pilot',
			`Unexpected condition on the pilot “${reference.id}”, which ended on ${pilot.data.to}, expected a pilot that runs`,
			'Take the text out, or make it hold for everybody.',
		);
	});
}

/** The state of the document that mentions; what is no document is always in force. */
function stateOfSource(catalogue: Catalogue, { file }: Reference, at: string): DocumentState {
	const source = catalogue.entry(file);
	const english = source && catalogue.get(source.type, source.id);
	return english && isDocumentType(english.type)
		? documentState(english.data as DataOf<DocumentType>, at)
		: 'in force';
}

function targetOf(catalogue: Catalogue, { target, id }: Reference): Entry | undefined {
	return target === 'document' ? catalogue.document(id) : catalogue.get(target, id);
}

/** Whether the target is there, in a file that has problems of its own. */
function isUnread({ unread }: Catalogue, { target, id }: Reference): boolean {
	return unread.some(
		(file) =>
			file.language === 'en' &&
			(target === 'document' ? file.code === id : file.type === target && file.id === id),
	);
}

function allReferences(catalogue: Catalogue): Reference[] {
	return catalogue.entries.flatMap(({ file }) => [...catalogue.references(file)]);
}
