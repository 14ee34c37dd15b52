/** Guidance: a page of the staff handbook. */
import { z } from 'zod';
import { codeField, documentKeys, documentTranslationKeys } from './document.ts';

export const guidanceSchema = z.strictObject({ code: codeField('GD', 3), ...documentKeys });
export const guidanceTranslationSchema = z.strictObject({ ...documentTranslationKeys });
export type Guidance = z.output<typeof guidanceSchema>;
