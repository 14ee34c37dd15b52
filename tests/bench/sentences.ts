/** Made-up sentences in the words of this work. They mean little and are never published. */
import type { Random } from './random.ts';

const who =
	'the caseworker|the prosecutor|the liaison unit|the officer in the case|the manager|the person|a supporter|the reviewer|the family|the witness|the court|the police|the legal adviser|the central team|a colleague|the writer|the reader|the translator|the interpreter|the unit'.split(
		'|',
	);
const does =
	'checks|records|explains|reads|writes|confirms|sends|keeps|asks about|corrects|reviews|agrees|prepares|shares|holds back|notes|answers|repeats|follows|describes|finds|orders|opens|finishes|compares'.split(
		'|',
	);
const what =
	'the reason|the letter|the record|the answer|the safe way|the decision|the date|the next step|the question|the call|the address|the meeting|the file|the summary|the wording|the apology|the offer|the request|the result|the plan|the condition|the hearing|the statement|the review|the list|the draft|the evidence log|the contact record|the time limit|the change'.split(
		'|',
	);
const how =
	'in plain words|with care|before anything is sent|on the same day|as soon as it is known|by the agreed way|without naming anybody|and says so|in one short paragraph|with the name of a person|after a second reading|when it is safe|in the order of events|so that nothing is lost|and keeps a note of it|once the facts are clear|in the language that was asked for|and not from memory|with the right name|from start to end'.split(
		'|',
	);
const because =
	'because people remember the first line|because safety can change|because the record is read by others|since a late answer hurts twice|because a wrong name undoes the rest|since nobody likes to ask again|because the reason matters most|since the person is often alone with it|because it is read again years later|since the next reader was not there|because plain words are kinder|since doubt grows in silence'.split(
		'|',
	);
const condition =
	'If the letter is late|When a case moves to another court|If nobody answers|When the plan changes|If the record is old|When a supporter is named|If two letters would cross|When the family lives apart|If the person asks for less|When a meeting is offered|If the facts are not known|When a new officer takes over'.split(
		'|',
	);
const subjects =
	'Contact|Letters|Calls|Records|Meetings|Reviews|Decisions|Reasons|Apologies|Hearings|Interpreters|Families|Support|Safety|Plain words|Dates|Names|Offers|Changes|Questions'.split(
		'|',
	);
const aspects =
	'before the decision|after the decision|at the first contact|when time is short|in a hard case|from the reader’s side|in writing|by phone|with other units|over a long case|for the record|step by step|when plans change|in the last week|without delay'.split(
		'|',
	);
const syllables =
	'bar|ben|cor|dal|fen|gar|hol|kel|lin|mar|nor|pen|ros|sel|tam|thor|wen|wick|ford|ley|ham|ton|mere|stow|dale|worth'.split(
		'|',
	);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence of about a dozen words. */
export function sentence(random: Random): string {
	const plain = `${random.one(who)} ${random.one(does)} ${random.one(what)} ${random.one(how)}`;
	switch (random.below(4)) {
		case 0:
			return `${capital(plain)}, ${random.one(because)}.`;
		case 1:
			return `${random.one(condition)}, ${plain}.`;
		case 2:
			return `${capital(plain)}, and ${random.one(who)} ${random.one(does)} ${random.one(what)}.`;
		default:
			return `${capital(plain)}.`;
	}
}

export function sentences(random: Random, count: number): string {
	return Array.from({ length: count }, () => sentence(random)).join(' ');
}

/** A few words, for a cell or an item. */
export function phrase(random: Random): string {
	return capital(`${random.one(what)} ${random.one(how)}`.replace(/^the /, ''));
}

export function headingWords(random: Random): string {
	return `${random.one(subjects)} ${random.one(aspects)}`;
}

/** A name that no other text has, so that the words of a corpus grow with it. */
export function madeUpName(random: Random): string {
	return capital(`${random.one(syllables)}${random.one(syllables)}${random.one(syllables)}`);
}
