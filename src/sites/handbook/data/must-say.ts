/** What a letter must say, and what of it only when it is owed. */
import { type DecisionType, type Obligation, obligations } from '../../../model/letter-template.ts';

export interface MustSay {
	what: string;
	/** Set when the text has it under a condition: the condition in words, where the obligation does not name it. */
	when?: string;
}

/** Owed to some victims, and not to all, unless the letter is about nothing else. */
const conditional: Partial<Record<Obligation, { when: string; unlessIn: DecisionType[] }>> = {
	'meeting-offer': {
		when: 'when it is owed',
		unlessIn: ['pre-trial-meeting-offer', 'bereaved-family-meeting-offer'],
	},
	'right-to-review': { when: 'when it applies', unlessIn: [] },
	'apology-if-late': { when: '', unlessIn: ['late-reply'] },
};

export function mustSayOf(decision: DecisionType, mustSay: readonly Obligation[]): MustSay[] {
	return mustSay.map((key) => {
		const condition = conditional[key];
		return {
			what: obligations[key],
			...(condition && !condition.unlessIn.includes(decision) && { when: condition.when }),
		};
	});
}
