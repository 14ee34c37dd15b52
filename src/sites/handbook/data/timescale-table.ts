/** Timescales as a table: one promise a line, for everybody or for standard and Enhanced Rights beside each other. */
import { isVerified } from '../../../model/evidence.ts';
import { timescaleInWords } from '../../../model/timescale.ts';
import type { SiteInput } from '../../../release/site-input.ts';

type Timescale = SiteInput['timescales'][number];

export interface Cell {
	words: string;
	path: string;
	verified: boolean;
}

export interface TimescaleRow {
	name: string;
	starts: string;
	/** The same for everybody, or the two forms. */
	everybody?: Cell;
	standard?: Cell;
	enhanced?: Cell;
}

export type Binds = Timescale['binds'];

/** The timescales that hold on a day, by whom they bind. */
export function timescaleRows(input: SiteInput, binds: Binds): TimescaleRow[] {
	const bound = input.timescales.filter((each) => each.binds === binds && holds(each, input.today));
	const paired = new Set(
		bound
			.filter(({ entitlement, counterpart }) => entitlement === 'standard' && counterpart)
			.map(({ counterpart }) => counterpart),
	);
	return bound
		.filter(({ id }) => !paired.has(id))
		.map((each) => {
			const counterpart = bound.find(({ id }) => id === each.counterpart);
			return {
				name: each.name.en,
				starts: each.startsWhen.en,
				[each.entitlement]: cell(each),
				...(counterpart && { [counterpart.entitlement]: cell(counterpart) }),
			};
		});
}

export function cell(timescale: Timescale): Cell {
	return {
		words: timescaleInWords(timescale),
		path: timescale.path ?? '',
		verified: isVerified(timescale.evidence),
	};
}

export function holds({ validFrom, validTo }: Timescale, today: string): boolean {
	return validFrom <= today && (validTo === undefined || today <= validTo);
}
