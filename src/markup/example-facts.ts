/** The made-up facts that the examples of components name, so that they read the same whatever the content says. */

import type { Audience } from '../model/audience.ts';
import { buildCatalogue, type Catalogue } from '../model/catalogue.ts';
import type { DataOf, EntryType } from '../model/collection.ts';
import { collections } from '../model/collection.ts';
import type { Entry } from '../model/entry.ts';
import type { ReferenceTarget } from '../model/field.ts';

const primary = { mark: 'primary', source: 'An example', lastChecked: '2026-11-23' } as const;
const unverified = { ...primary, mark: 'unverified' } as const;

function fact<T extends EntryType>(type: T, id: string, data: Partial<DataOf<T>>, body?: string): Entry<T> {
	const { folder, hasBody } = collections[type];
	return {
		type,
		id,
		language: 'en',
		file: `${folder}/${id}${hasBody ? '.en.mdx' : '.yaml'}`,
		data: data as DataOf<T>,
		locate: () => ({ line: 1, column: 1 }),
		...(body !== undefined && { body: { source: body, firstLine: 7 } }),
	};
}

const promise = {
	startsWhen: { en: 'You are told' },
	endsWhen: { en: 'You ask' },
	binds: 'victim',
	entitlement: 'everybody',
	validFrom: '2021-04-01',
} as const;

export const exampleFacts: Catalogue = buildCatalogue(
	[
		fact('timescale', 'example-request', {
			...promise,
			name: { en: 'Asking' },
			length: 10,
			unit: 'working day',
			evidence: primary,
		}),
		fact('timescale', 'example-unverified', {
			...promise,
			name: { en: 'Paying' },
			length: 3,
			unit: 'week',
			evidence: unverified,
		}),
		fact('timescale', 'example-ended', {
			...promise,
			name: { en: 'Old' },
			length: 1,
			unit: 'week',
			validTo: '2026-03-31',
			evidence: primary,
		}),
		fact('right', 'right-6', { number: 6, title: { en: 'To an example' }, evidence: primary }),
		fact('organisation', 'example-helpline', {
			name: { en: 'Example Helpline' },
			about: { en: 'Listens to people harmed by a made-up crime.' },
			phones: [{ number: '0808 157 0000', hours: { en: '24 hours a day' }, free: true, evidence: primary }],
			relay: '18001',
			languages: ['English', 'Welsh'],
			website: 'https://helpline.example.org/',
			coverage: 'England and Wales',
			emergency: false,
			evidence: { ...primary, mark: 'secondary' },
		}),
		fact('organisation', 'example-unverified', {
			name: { en: 'Example Service' },
			about: { en: 'Nobody has checked it.' },
			phones: [{ number: '01632 960000', free: false, evidence: unverified }],
			coverage: 'England',
			emergency: false,
			evidence: unverified,
		}),
		fact('area', 'example-area', {
			name: { en: 'Example Area' },
			covers: { en: 'Exampleshire' },
			contact: { website: 'https://www.example.org/area', evidence: unverified },
			welshSpeaking: false,
			evidence: primary,
		}),
		fact('term', 'example-charge', {
			term: { en: 'charge', cy: 'cyhuddiad' },
			audience: 'public',
			plain: { en: 'To say in court that somebody did a crime.' },
		}),
		fact('term', 'example-staff-term', {
			term: { en: 'disclosure' },
			audience: 'staff',
			plain: { en: 'Showing material to the other side.' },
		}),
		fact('guidance', 'example-guidance', { code: 'GD-001', title: 'Example guidance' }, ''),
		fact(
			'standard',
			'example-standard',
			{ code: 'VCS-02', title: 'Example standard' },
			'\n<Clause number="1" strength="must">\n\nYou must check the name.\n\n</Clause>\n\n<Clause number="2" strength="should">\n\nYou should call.\n\n</Clause>\n',
		),
		fact('victim-page', 'example-page', { code: 'VP-001', title: 'Example page' }, ''),
		fact(
			'passage',
			'example-passage',
			{ name: 'An example', audience: 'public' },
			'\nThis is **kept** in one place.\n',
		),
		fact('passage', 'example-staff-passage', { name: 'For staff', audience: 'staff' }, '\nFor staff.\n'),
		fact(
			'passage',
			'example-circle',
			{ name: 'Round and round', audience: 'public' },
			'\n<Passage id="example-circle" />\n',
		),
		fact('pilot', 'example-pilot', {
			name: { en: 'Example pilot' },
			from: '2026-01-01',
			areas: [],
			areasNotNamed: true,
			evidence: primary,
		}),
		fact('pilot', 'example-ended', {
			name: { en: 'Old pilot' },
			from: '2025-01-01',
			to: '2026-03-31',
			areas: [],
			areasNotNamed: true,
			evidence: primary,
		}),
		fact('media', 'example-room', {
			file: 'example-room.png',
			alt: { en: 'An empty court room' },
			audience: 'public',
			credit: 'Made up',
		}),
	],
	[],
);

/** Where the examples’ links lead, on each site. */
export function exampleHref(site: Audience) {
	return (target: ReferenceTarget, id: string): string | undefined => {
		if (target === 'document') {
			if (id.startsWith('VCS-')) return site === 'staff' ? '/standards/example-standard/' : undefined;
			if (id.startsWith('GD-')) return site === 'staff' ? '/guidance/example-guidance/' : undefined;
			return site === 'staff' ? '/victim-pages/example-page/' : '/information/example-page/';
		}
		const staff: Partial<Record<ReferenceTarget, string>> = {
			timescale: `/timescales/${id}/`,
			right: `/rights/${id}/`,
			organisation: `/organisations/${id}/`,
			area: `/areas/${id}/`,
			term: `/glossary/#${id}`,
			media: `/media/${id}.png`,
		};
		const open: Partial<Record<ReferenceTarget, string>> = {
			right: `/your-rights/#${id}`,
			organisation: `/support/#${id}`,
			area: `/find-your-area/#${id}`,
			term: `/words/#${id}`,
			media: `/media/${id}.png`,
		};
		return (site === 'staff' ? staff : open)[target];
	};
}

/** The day the examples are for. */
export const EXAMPLE_DAY = '2026-11-23';
