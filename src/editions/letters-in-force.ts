/** Letters in force for one situation: at most one on any day, also on those to come. */
import { type AppliesTo, overlaps } from '../model/applies-to.ts';
import type { DocumentView } from './edition.ts';

/** A letter from the day its edition comes into force until that of its next one. */
export interface LetterInForce {
	code: string;
	number: number;
	from: string;
	decisionType: string;
	appliesTo: AppliesTo;
}

/** An edition of a letter as what it holds for. */
export function letterInForce(
	{ letter, appliesTo, code }: Pick<DocumentView, 'letter' | 'appliesTo' | 'code'>,
	{ number, inForceFrom }: { number: number; inForceFrom: string },
): LetterInForce | undefined {
	return letter && { code, number, from: inForceFrom, decisionType: letter.decisionType, appliesTo };
}

/** The letter that is in force on the same day as this one for a situation that both are for. */
export function clashOf(letter: LetterInForce, all: readonly LetterInForce[]): LetterInForce | undefined {
	const untilOf = ({ code, number }: LetterInForce) =>
		all.filter((each) => each.code === code && each.number > number).map(({ from }) => from)[0] ?? '9999';
	return all.find(
		(other) =>
			other.code !== letter.code &&
			other.decisionType === letter.decisionType &&
			other.from < untilOf(letter) &&
			letter.from < untilOf(other) &&
			overlaps(other.appliesTo, letter.appliesTo),
	);
}
