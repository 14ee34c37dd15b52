/** Who can help: support services and the bodies of the justice system, grouped by what somebody needs. */
import { isVerified } from '../../../model/evidence.ts';
import { inLanguage } from '../../../model/field.ts';
import type { Organisation } from '../../../model/organisation.ts';
import type { DataInput, PageInput, SiteInput } from '../../../release/site-input.ts';
import { type InterfaceLanguage, wordsFor } from '../../shared/words/index.ts';
import type { Frame } from '../frame.ts';
import { frameOf, inBothLanguages, type Listed, listed, pagesInOtherLanguages } from './site.ts';

/** A service as a card shows it. */
export interface Service {
	id: string;
	name: string;
	about: string;
	phones: { number: string; label?: string; hours?: string; free: boolean }[];
	textNumber?: string;
	relay?: string;
	languages: string[];
	website?: string;
	coverage: Organisation['coverage'];
	source: string;
	secondary: boolean;
	lastChecked: string;
}

export interface Support {
	frame: Frame;
	/** Pages in languages the site itself does not speak. */
	otherLanguages: Listed[];
	emergency: Service[];
	/** Services for everybody, before those for one need. */
	everybody: Service[];
	/** Groups by need, in the order they are shown. */
	groups: { id: string; name: string; services: Service[] }[];
}

/** The order of the groups. A service stands in the first that fits. */
const groupOrder = [
	'domestic-abuse',
	'rape-and-serious-sexual-offences',
	'child-abuse',
	'stalking-and-harassment',
	'modern-slavery',
	'hate-crime',
	'homicide',
] as const;

/** Bodies of the justice system: they have no phone line for everybody. */
const official = [
	'prosecution-service',
	'witness-care-unit',
	'courts-service',
	'probation-victim-contact',
	'criminal-injuries-compensation',
	'parliamentary-ombudsman',
];

/** For people who harm others, never offered as help for a victim. */
const ownBehaviour = ['respect-phoneline'];

export function supportPages(input: SiteInput): PageInput[] {
	return inBothLanguages((language) => {
		const frame = frameOf(input, 'support', language);
		const { groups: names, ...words } = wordsFor(language).support;
		const verified = input.organisations.filter(({ evidence }) => isVerified(evidence));
		const servicesIn = (group: string) =>
			verified
				.filter((each) => groupOf(each) === group)
				.map((each) => serviceOf(each, language))
				.sort((a, b) => Number(alwaysOpen(b)) - Number(alwaysOpen(a)));
		const groups = [
			...groupOrder.map((group) => ({ id: `for-${group}`, name: names[group], services: servicesIn(group) })),
			{ id: 'for-other-needs', name: names.other, services: servicesIn('other') },
			{ id: 'for-your-own-behaviour', name: names['own-behaviour'], services: servicesIn('own-behaviour') },
			{ id: 'about-your-case', name: words.official, services: servicesIn('official') },
		];
		const data: Support = {
			frame,
			otherLanguages: pagesInOtherLanguages(input).map((page) => listed(page, language)),
			emergency: servicesIn('emergency'),
			everybody: servicesIn('everybody'),
			groups: groups.filter(({ services }) => services.length > 0),
		};
		return { path: frame.path, data };
	});
}

export function serviceOf(organisation: DataInput<Organisation>, language: InterfaceLanguage): Service {
	const { id, name, about, phones, textNumber, relay, languages, website, coverage, evidence } = organisation;
	return {
		id,
		name: inLanguage(name, language),
		about: inLanguage(about, language),
		phones: phones
			.filter((phone) => isVerified(phone.evidence))
			.map(({ number, label, hours, free }) => ({
				number,
				free,
				...(label && { label: inLanguage(label, language) }),
				...(hours && { hours: inLanguage(hours, language) }),
			})),
		textNumber,
		relay,
		languages: languages ?? [],
		website,
		coverage,
		source: evidence.source,
		secondary: evidence.mark === 'secondary',
		lastChecked: evidence.lastChecked,
	};
}

/** Whether somebody answers at every hour: those services come first in their group. */
function alwaysOpen({ phones }: Service): boolean {
	return phones.some(({ hours }) => hours?.startsWith('24'));
}

function groupOf({ id, emergency, helps }: DataInput<Organisation>): string {
	if (emergency || id === 'police-non-emergency') return 'emergency';
	if (official.includes(id)) return 'official';
	if (ownBehaviour.includes(id)) return 'own-behaviour';
	if (helps?.victimGroups?.includes('children')) return 'child-abuse';
	const offence = groupOrder.find((group) => helps?.offenceGroups?.includes(group));
	if (offence) return offence;
	return helps?.offenceGroups?.length || helps?.victimGroups?.length ? 'other' : 'everybody';
}
