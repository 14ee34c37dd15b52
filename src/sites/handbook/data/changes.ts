/** Changes of documents, as “What is new” tells them. */
import { type StaffRole, staffRoles } from '../../../model/applies-to.ts';
import type { SiteInput } from '../../../release/site-input.ts';
import { english, type Named, named } from './listed.ts';

export interface Change {
	document: Named;
	major: boolean;
	what: string;
	why: string;
	/** The day it applies from. */
	from: string;
	/** Whether that day is still to come. */
	coming: boolean;
	whoMustAct: string[];
	roles: StaffRole[];
	actBy?: string;
	withdrawn: boolean;
}

/** Newest first; on one day major before minor. */
export function changes(input: SiteInput): Change[] {
	return english(input)
		.flatMap((document) =>
			named(document).map((name): Change => {
				const { kind, what, why, whoMustAct = [], actBy, inForceFrom } = document.changeNote;
				const from = inForceFrom ?? document.publishAt?.slice(0, 10) ?? document.review.lastReviewed;
				return {
					document: name,
					major: kind === 'major',
					what,
					why,
					from,
					coming: from > input.today,
					whoMustAct: whoMustAct.map((role) => staffRoles[role]),
					roles: whoMustAct,
					...(actBy !== undefined && { actBy }),
					withdrawn: document.state === 'withdrawn',
				};
			}),
		)
		.sort(
			(a, b) =>
				order(b.from, a.from) || Number(b.major) - Number(a.major) || order(a.document.code, b.document.code),
		);
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
