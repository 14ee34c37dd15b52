/**
 * Search: what is indexed, how a query is understood, how an index is asked. Runs in a browser too; the doors for
 * Node are indexer.ts, which makes an index, and open-index.ts, which opens one.
 */
export { type Answer, ask, engineOptions, prepare, type Question } from './ask.ts';
export type { Engine, EngineModule } from './engine.ts';
export type { Piece } from './excerpt.ts';
export { type QueryUnderstanding, understand } from './query.ts';
export type { Result } from './result.ts';
export { type FilterName, filterNames, type IndexedPage, type SearchRecord } from './search-record.ts';
