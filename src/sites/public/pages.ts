/** Every page of the public site, and what each is made of. */
import type { LoadEdition, LoadText, PageInput, SiteInput } from '../../release/site-input.ts';
import { editionFiles } from '../shared/editions/files.ts';
import { areaPages } from './data/areas.ts';
import { atozPages } from './data/atoz.ts';
import { comparePages } from './data/compare.ts';
import { editionPages } from './data/edition.ts';
import { editionChangesPages } from './data/edition-changes.ts';
import { feedPages } from './data/feeds.ts';
import { glossaryPages } from './data/glossary.ts';
import { historyPages } from './data/history.ts';
import { homePages } from './data/home.ts';
import { informationPages } from './data/information.ts';
import { pastOf } from './data/past.ts';
import { plainPages } from './data/plain.ts';
import { registerPages } from './data/register.ts';
import { rightsPages } from './data/rights.ts';
import { stagePages } from './data/stage.ts';
import { supportPages } from './data/support.ts';
import { topicPages } from './data/topic.ts';

export function pages(input: SiteInput, load: LoadEdition, read: LoadText): PageInput[] {
	const past = pastOf(input, load);
	const today = [
		homePages,
		topicPages,
		stagePages,
		informationPages,
		rightsPages,
		supportPages,
		areaPages,
		glossaryPages,
		atozPages,
		plainPages,
		feedPages,
		registerPages,
	].flatMap((make) => make(input, read));
	return [
		...today,
		...[historyPages, editionPages, editionChangesPages, comparePages].flatMap((make) => make(past)),
		...editionFiles(input, load),
	];
}
