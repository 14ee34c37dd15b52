/** Loaded before a command (`node --import`): all of its modules, its own TypeScript too, are compiled once and not at every start. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { resolve } from 'node:path';

enableCompileCache(resolve(import.meta.dirname, '..', 'var', 'compiled'));
// Kept while others work rather than at the end, when somebody waits.
setTimeout(flushCompileCache, 2000).unref();
