/** Every page of the handbook, and what each is made of. */
import type { LoadEdition, LoadText, PageInput, SiteInput } from '../../release/site-input.ts';
import { editionFiles } from '../shared/editions/files.ts';
import { areaPages } from './data/areas.ts';
import { asAtPages } from './data/as-at.ts';
import { atozPage } from './data/atoz.ts';
import { bankHolidaysPage } from './data/bank-holidays.ts';
import { comparePage } from './data/compare.ts';
import { componentsPage } from './data/components.ts';
import { documentPages } from './data/document.ts';
import { editionPages, pastOf } from './data/edition.ts';
import { editionChangesPages } from './data/edition-changes.ts';
import { feedPages } from './data/feeds.ts';
import { glossaryPage } from './data/glossary.ts';
import { historyPages } from './data/history.ts';
import { homePage } from './data/home.ts';
import { listPages } from './data/lists.ts';
import { organisationPages } from './data/organisations.ts';
import { pilotPages } from './data/pilots.ts';
import { plainPages } from './data/plain.ts';
import { printPage } from './data/print.ts';
import { registerPages } from './data/register.ts';
import { reviewsPage } from './data/reviews.ts';
import { rightPages } from './data/rights.ts';
import { timescalePages } from './data/timescales.ts';
import { topicPages } from './data/topics.ts';
import { whatsNewPage } from './data/whats-new.ts';

export function pages(input: SiteInput, load: LoadEdition, read: LoadText): PageInput[] {
	const past = pastOf(input, load);
	const today = [
		homePage,
		listPages,
		documentPages,
		rightPages,
		timescalePages,
		areaPages,
		pilotPages,
		organisationPages,
		glossaryPage,
		topicPages,
		whatsNewPage,
		feedPages,
		reviewsPage,
		bankHolidaysPage,
		atozPage,
		printPage,
		componentsPage,
		registerPages,
	].flatMap((make) => make(input, read));
	return [
		...today,
		...[asAtPages, plainPages, historyPages, editionPages, editionChangesPages, comparePage].flatMap((make) =>
			make(past),
		),
		...editionFiles(input, load),
	];
}
