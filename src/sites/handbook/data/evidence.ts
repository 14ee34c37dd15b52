/** Where a fact of reference data comes from, as its page shows it. */
import type { Evidence } from '../../../model/evidence.ts';
import { isVerified } from '../../../model/evidence.ts';

export interface EvidenceShown extends Pick<Evidence, 'mark' | 'source' | 'url' | 'lastChecked' | 'note'> {
	verified: boolean;
}

export function evidenceShown({ mark, source, url, lastChecked, note }: Evidence): EvidenceShown {
	return { mark, source, url, lastChecked, note, verified: isVerified({ mark, source, lastChecked }) };
}

/** The strength of a source in words a caseworker can act on. */
export const markWords: Record<Evidence['mark'], string> = {
	primary: 'Confirmed by the body that owns it',
	secondary: 'Confirmed by another body that reports it',
	dated: 'Not confirmed: the source is older than the current Victims’ Code',
	unverified: 'Not confirmed: no source found',
};
