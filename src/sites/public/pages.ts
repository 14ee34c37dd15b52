/** Every page of the public site, and what each is made of. */
import type { PageInput, SiteInput } from '../../release/site-input.ts';
import { areaPages } from './data/areas.ts';
import { atozPages } from './data/atoz.ts';
import { feedPages } from './data/feeds.ts';
import { glossaryPages } from './data/glossary.ts';
import { homePages } from './data/home.ts';
import { informationPages } from './data/information.ts';
import { plainPages } from './data/plain.ts';
import { rightsPages } from './data/rights.ts';
import { stagePages } from './data/stage.ts';
import { supportPages } from './data/support.ts';
import { topicPages } from './data/topic.ts';

export function pages(input: SiteInput): PageInput[] {
	return [
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
	].flatMap((make) => make(input));
}
