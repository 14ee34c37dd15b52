import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const documents = defineCollection({
	loader: glob({ pattern: '**/*.mdx', base: './src/documents' }),
	schema: z.object({
		path: z.string(),
		code: z.string(),
		language: z.string(),
		title: z.string(),
		summary: z.string(),
		owner: z.string(),
		topics: z.array(z.string()),
		stages: z.array(z.string()),
		review: z.object({ everyMonths: z.number(), lastReviewed: z.string(), by: z.string(), outcome: z.string() }),
		changeNote: z.object({ kind: z.string(), what: z.string(), why: z.string(), inForceFrom: z.string() }),
	}),
});

export const collections = { documents };
