/** The rules of the workflow: who may do what with a draft, and why not. Nobody reviews or publishes their own words. */
import type { DraftAnswer } from '../../src/cms/answers.ts';
import type { Status } from '../../src/cms/protocol.ts';
import { type Language, languageNames } from '../../src/model/language.ts';
import { mayJudge } from '../../src/model/person.ts';
import type { Person } from './desk.ts';
import type { Draft } from './drafts.ts';
import { isDocument } from './paths.ts';
import { holds, type Languages, signOffsOf } from './sign-offs.ts';

export interface Judged {
	draft: Draft;
	/** Its texts at its end. */
	texts: Languages;
	/** Languages whose text the draft changes. */
	changed: readonly Language[];
}

type Answer = true | string;

export function mayAll(person: Person, judged: Judged): DraftAnswer['may'] {
	return {
		save: maySave(person),
		'send for review': maySend(person, judged.draft.status),
		'sign off': maySignOff(person, judged),
		'mark ready': mayMarkReady(person, judged),
		publish: mayPublish(person, judged),
		discard: mayDiscard(person, judged.draft),
	};
}

function maySave({ may, role }: Person): Answer {
	return (
		may.includes('edit') || may.includes('translate') || `As ${role} you may read this, but not change it.`
	);
}

export function maySend(person: Person, status: Status): Answer {
	if (status !== 'draft') return 'This is with the reviewers already.';
	return maySave(person);
}

export function maySignOff(person: Person, { draft, changed }: Judged, language?: Language): Answer {
	if (!isDocument(draft.name)) return 'Only documents are signed off. Mark this as ready when it is right.';
	if (draft.status === 'draft') return 'It has not been sent for review yet.';
	if (!mayJudge(person, language ? [language] : changed))
		return `As ${person.role} you may not sign this off.`;
	return notOwn(person, draft, 'sign it off');
}

export function mayMarkReady(person: Person, judged: Judged): Answer {
	const { draft, changed } = judged;
	if (draft.status === 'draft') return 'It has not been sent for review yet.';
	if (draft.status === 'ready') return 'It is ready already.';
	if (!mayJudge(person, changed))
		return `As ${person.role} you may not say that this is ready. Ask a reviewer.`;
	const own = notOwn(person, draft, 'say that it is ready');
	return own === true ? signedWords(judged) : own;
}

export function mayPublish(person: Person, judged: Judged): Answer {
	const { draft } = judged;
	if (!person.may.includes('approve')) return `As ${person.role} you may not publish. Ask an approver.`;
	const own = notOwn(person, draft, 'publish it');
	if (own !== true) return own;
	if (draft.status !== 'ready') return 'It is not ready: a reviewer has to say so first.';
	return signedWords(judged);
}

export function mayDiscard(person: Person, { authors }: Draft): Answer {
	if (authors.includes(person.id) || person.may.includes('approve')) return true;
	return 'Only somebody who wrote in this draft, or an approver, may discard it.';
}

/** Sending back takes no more than being in the team: it undoes nothing that anybody wrote. */
export function maySendBack({ may, role }: Person): Answer {
	return may.length > 0 || `As ${role} you may read this, but not change it.`;
}

function notOwn({ id }: Person, { authors }: Draft, what: string): Answer {
	return !authors.includes(id) || `You wrote in this draft, so somebody else has to ${what}.`;
}

/** Every changed text of a document is signed by somebody who did not write it. */
function signedWords({ draft, texts, changed }: Judged): Answer {
	if (!isDocument(draft.name)) return true;
	const missing = changed.filter(
		(language) =>
			!signOffsOf(texts).some(
				(signOff) =>
					signOff.language === language && holds(texts, signOff) && !draft.authors.includes(signOff.person),
			),
	);
	if (missing.length === 0) return true;
	const names = missing.map((language) => languageNames[language].english).join(' and ');
	return `The ${names} text has to be signed off first, by somebody who did not write it.`;
}
