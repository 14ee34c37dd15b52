/** What happens to a document besides its text: it was withdrawn, merged, renamed, reviewed, or signed after an emergency. */
import type { Audience } from '../model/audience.ts';
import { canonicalJson } from '../model/canonical.ts';
import type { Issue } from '../model/issue.ts';
import type { Candidate } from './candidate.ts';
import type { Planning } from './plan.ts';
import { mergeIssues } from './refusals.ts';
import type { NewEntry } from './register.ts';
import { validSignOffs } from './sign-offs.ts';
import { latestReview, readableEditions, type Standing } from './standing.ts';

interface Events {
	issues: Issue[];
	entries: Record<Audience, NewEntry[]>;
}

/** The events of one document that are due. `isNew`: an edition of it is published with them. */
export function eventsOf(
	candidate: Candidate,
	standing: Standing | undefined,
	isNew: boolean,
	codes: ReadonlySet<string>,
	{ at, role, today, published: onSites }: Planning,
): Events {
	const { code, keys, review } = candidate;
	const { withdrawn } = keys;
	const events: Events = { issues: [], entries: { staff: [], public: [] } };
	const add = (entry: NewEntry, forPublic: NewEntry | undefined = entry) => {
		events.entries.staff.push(entry);
		if (candidate.type === 'victim-page' && forPublic) events.entries.public.push(forPublic);
	};
	if (standing && standing.id !== candidate.id)
		add({ kind: 'rename', at, code, from: standing.id, to: candidate.id });
	// A withdrawal that is planned is nobody’s business before its day.
	if (withdrawn && withdrawn.on <= today) {
		const { on, why, replacedBy, merged } = withdrawn;
		const said = { on, why, ...(replacedBy !== undefined && { replacedBy }) };
		const known = isNew ? undefined : standing?.withdrawn;
		if (canonicalJson(known ?? {}) !== canonicalJson(said)) {
			const { replacedBy: successor, ...reason } = said;
			const forPublic = { ...reason, ...(successor?.startsWith('VP-') && { replacedBy: successor }) };
			add({ kind: 'withdrawal', at, code, ...said }, { kind: 'withdrawal', at, code, ...forPublic });
		}
		if (merged) {
			events.issues.push(...mergeIssues(candidate, codes));
			if (replacedBy !== undefined) add({ kind: 'merge', at, code, into: replacedBy });
		}
	}
	const known = standing && latestReview(standing);
	if (standing && !isNew && canonicalJson(known ?? {}) !== canonicalJson(review)) {
		const day = { kind: 'review', at, code, on: review.on, by: '', outcome: '', next: '' } as const;
		events.entries.staff.push({ kind: 'review', at, code, ...review });
		const there = onSites.public.get(code);
		if (there && latestReview(there)?.on !== review.on) events.entries.public.push(day);
	}
	const latest = standing && readableEditions(standing).at(-1);
	if (latest?.emergency && !isNew && latest.signedLater.length === 0) {
		for (const signOff of validSignOffs(candidate, role))
			events.entries.staff.push({ kind: 'sign-off', at, code, number: latest.number, signOff });
	}
	return events;
}
