/** Every component there is, in the order in which the reference page shows them. Nothing else may be used. */
import type { Component } from './component.ts';
import { avoid } from './components/avoid.ts';
import { clause } from './components/clause.ts';
import { contact } from './components/contact.ts';
import { details } from './components/details.ts';
import { example } from './components/example.ts';
import { image } from './components/image.ts';
import { link } from './components/link.ts';
import { notice } from './components/notice.ts';
import { only } from './components/only.ts';
import { organisation } from './components/organisation.ts';
import { passage } from './components/passage.ts';
import { right } from './components/right.ts';
import { say } from './components/say.ts';
import { steps } from './components/steps.ts';
import { term } from './components/term.ts';
import { timescale } from './components/timescale.ts';
import { when } from './components/when.ts';
import { write } from './components/write.ts';

export const components: readonly Component[] = [
	notice,
	timescale,
	right,
	organisation,
	contact,
	term,
	link,
	passage,
	clause,
	steps,
	details,
	say,
	avoid,
	example,
	when,
	only,
	write,
	image,
];
