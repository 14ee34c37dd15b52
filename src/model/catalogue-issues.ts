/**
 * What is wrong between entries: each kind of issue is one function, and all problems are found at once.
 */
import type { Catalogue } from './catalogue.ts';
import {
	clashes,
	daysToCome,
	duplicateCodes,
	emptyBodies,
	misnamed,
	orphanTranslations,
	plainTabs,
} from './entry-issues.ts';
import { type Issue, sortIssues } from './issue.ts';
import {
	endedPilots,
	hiddenTargets,
	missingTargets,
	passageCycles,
	staffMaterialOnPublicPages,
	unverifiedFactsOnPublicPages,
} from './reference-issues.ts';

/** Everything that is wrong between entries, at a moment. */
export function checkCatalogue(catalogue: Catalogue, at: string): Issue[] {
	return sortIssues([
		...missingTargets(catalogue),
		...duplicateCodes(catalogue),
		...orphanTranslations(catalogue),
		...passageCycles(catalogue),
		...staffMaterialOnPublicPages(catalogue),
		...unverifiedFactsOnPublicPages(catalogue),
		...hiddenTargets(catalogue, at),
		...clashes(catalogue, at),
		...endedPilots(catalogue, at),
		...misnamed(catalogue),
		...plainTabs(catalogue),
		...daysToCome(catalogue, at),
		...emptyBodies(catalogue),
	]);
}
