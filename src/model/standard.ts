/** A standard: a victim-communication standard, made of numbered clauses in its body, each a must, should or may. */
import { z } from 'zod';
import { codeField, documentKeys, documentTranslationKeys } from './document.ts';

export const clauseStrengths = ['must', 'should', 'may'] as const;
export type ClauseStrength = (typeof clauseStrengths)[number];

export const standardSchema = z.strictObject({ code: codeField('VCS', 2), ...documentKeys });
export const standardTranslationSchema = z.strictObject({ ...documentTranslationKeys });
export type Standard = z.output<typeof standardSchema>;
