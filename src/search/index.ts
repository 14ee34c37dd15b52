/** Search: what is indexed, and how a query is understood. Runs in a browser too; indexer.ts is the door for Node. */
export { type FilterName, filterNames, type IndexedPage, type SearchRecord } from './search-record.ts';
