/** The door of editions: what was published, when, and how one state differs from another. Runs in Node and in a browser. */
export { type AsAtQuestion, asAt, asAtQuestions, daysOfChange } from './as-at.ts';
export {
	type Block,
	type Branch,
	isLeaf,
	LANGUAGE_MARK,
	type Leaf,
	normalRuns,
	type Run,
	textOfBlock,
} from './block.ts';
export type { Candidate, Shown } from './candidate.ts';
export { DEMONSTRATION, keptCheckpoints, originOf, readCheckpoint, readCheckpoints } from './checkpoint.ts';
export { applyComparison, type Comparison, compare, type Difference, isEmpty, reverse } from './compare.ts';
export { type ContentTree, contentTree } from './content-tree.ts';
export type {
	Cause,
	DocumentView,
	EditionFacts,
	EditionRecord,
	FactInput,
	LanguageViews,
	LinkInput,
	Mention,
	ReviewNote,
	SignOffNote,
	SiteViews,
} from './edition.ts';
export { dataFile, mediaFile, recordFile, registerFile, viewsFile } from './edition-files.ts';
export { makeEvidence, type ReadPublished } from './evidence.ts';
export type { EvidenceQuestion } from './evidence-choice.ts';
export { type FrozenParts, frozenParts, hashesOfParts } from './frozen-parts.ts';
export { type LetterInForce, letterInForce } from './letters-in-force.ts';
export {
	MEMENTOS_FILE,
	type Mementos,
	mementoHeaders,
	REDIRECTS_FILE,
	timeMapJson,
	timeMapLinks,
} from './memento.ts';
export { partHashes, viewsHash } from './part-hashes.ts';
export { type Emergency, type Plan, type PlanInput, plan } from './plan.ts';
export { planInWords } from './plan-in-words.ts';
export {
	type EditionPlace,
	editionMark,
	type KeptRegister,
	publishRegister,
	registerFiles,
} from './published-register.ts';
export { addressIssues, lateIssues } from './refusals.ts';
export {
	appendEntry,
	type NewEntry,
	NO_LINE,
	type Register,
	readRegister,
	registerText,
} from './register.ts';
export type { PartHashes, RegisterEntry, RenderedParts } from './register-entry.ts';
export {
	type EditionOnSites,
	publishedInError,
	type Retracted,
	type Retraction,
	redacted,
	TAKEN_OUT,
} from './retract.ts';
export {
	type DocumentEvent,
	editionsOn,
	latestReview,
	type PublishedEdition,
	readableEditions,
	type Standing,
	standingOf,
} from './standing.ts';
export { type Matter, whatMatters } from './what-matters.ts';
export { type WordDifference, wordDifferences } from './word-differences.ts';
export { type CodeAt, wordsOf } from './words.ts';
