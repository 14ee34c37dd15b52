/** A journey stage: where in a case, or after it, the victim is. In the order a case takes. */
import { z } from 'zod';

export const journeyStages = [
	'reporting',
	'charging-decision',
	'before-trial',
	'at-court',
	'after-trial',
	'appeal',
	'complaint-or-review',
] as const;
export type JourneyStage = (typeof journeyStages)[number];

export const journeyStageSchema = z
	.enum(journeyStages)
	.meta({ title: 'Journey stage', description: 'Where in the case the reader is.' });

export const journeyStageNames: Record<JourneyStage, { en: string; cy: string }> = {
	reporting: { en: 'Reporting a crime', cy: 'Rhoi gwybod am drosedd' },
	'charging-decision': { en: 'The charging decision', cy: 'Y penderfyniad i gyhuddo' },
	'before-trial': { en: 'Before the trial', cy: 'Cyn y treial' },
	'at-court': { en: 'At court', cy: 'Yn y llys' },
	'after-trial': { en: 'After the trial', cy: 'Ar ôl y treial' },
	appeal: { en: 'Appeals', cy: 'Apeliadau' },
	'complaint-or-review': { en: 'Complaints and reviews', cy: 'Cwynion ac adolygiadau' },
};
