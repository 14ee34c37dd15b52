/** Letters: what a letter template is made of beside its words. */
export { checkPlaceholders } from './placeholders.ts';
