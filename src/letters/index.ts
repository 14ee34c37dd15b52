/** Letters: what a letter template is made of beside its words. */
export { checkPlaceholders, type UsedPlaceholder, usedPlaceholders } from './placeholders.ts';
