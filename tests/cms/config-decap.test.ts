/** Decap itself, in the version the editor uses, takes the configuration and makes of it what was meant. */
import { beforeAll, expect, test, vi } from 'vitest';
import { type DecapCollection, type DecapField, editorConfig } from '../../src/cms/index.ts';
import { collections, type EntryType, entryTypes } from '../../src/model/collection.ts';
import { type Decap, loadDecap } from './decap.ts';

const ours = { name: 'editing-server' };
const documents = [{ code: 'GD-004', title: 'Safe contact' }];
const config = editorConfig({ backend: ours, documents });
const isTranslated = (type: EntryType) => 'translationSchema' in collections[type];

let decap: Decap;
beforeAll(async () => {
	decap = await loadDecap();
});
const completed = (type: EntryType) =>
	decap.complete(config).collections.find(({ name }) => name === collections[type].folder) as object;

test.each([
	['our editing server', ours],
	['GitLab', { name: 'gitlab', repo: 'example/handbook', auth_type: 'pkce', app_id: 'example' }],
	['Forgejo', { name: 'forgejo', repo: 'example/handbook', api_root: 'https://git.example.org/api/v1' }],
	['GitHub', { name: 'github', repo: 'example/handbook' }],
])('its schema accepts the configuration for %s', (_, backend) => {
	const made = editorConfig({ backend, documents });
	expect(() => decap.validateConfig(made)).not.toThrow();
	expect(() => decap.complete(made)).not.toThrow();
});

test('its schema refuses what is wrong, so that its consent means something', () => {
	const broken = structuredClone(config);
	(broken.collections[0]?.fields[3] as DecapField).collection = 7;
	vi.spyOn(console, 'error').mockImplementation(() => {});
	expect(() => decap.validateConfig(broken)).toThrow(/collection/);
});

test('a wanted field holds up no draft, and its label does not say “optional”', () => {
	const { fields } = completed('guidance') as DecapCollection;
	const title = decap.asField(fields.find(({ name }) => name === 'title') as DecapField);
	// As Decap asks: once for whether it is required, once for what the label says.
	expect(Boolean(title.get('required', true))).toBe(false);
	expect(title.get('required') === false).toBe(false);
});

const document = {
	review: { everyMonths: 12, lastReviewed: '{{now}}' },
	changeNote: { kind: 'major' },
	related: [],
	_language: 'en',
};
const evidence = { mark: 'unverified' };
test.each<[EntryType, object]>([
	['standard', document],
	['letter', { ...document, placeholders: [] }],
	['victim-page', { ...document, helpsWith: [], sensitive: false }],
	['passage', { audience: 'staff', _language: 'en' }],
	['area', { contact: { evidence }, welshSpeaking: false, notes: [], evidence }],
	['organisation', { phones: [], languages: [], emergency: false, evidence }],
	['term', { audience: 'staff', synonyms: [] }],
	['person', {}],
])('a new %s begins with nothing but what is meant', (type, begins) => {
	expect(decap.newEntry(completed(type), false)).toEqual(begins);
});

test.each(entryTypes.filter(isTranslated))('a new translation of a %s begins empty', (type) => {
	const values = Object.values(decap.newEntry(completed(type), true));
	expect(values.filter((value) => !(Array.isArray(value) && value.length === 0))).toEqual([]);
});

test.each([
	['guidance', { title: 'Dŵr yd wyl – a É tŷ' }, 'dwr-yd-wyl-a-e-ty'],
	['right', { number: 7, title: { en: 'To be informed' } }, 'right-7'],
	['bank-holidays', { year: 2029 }, '2029'],
	['redirect', { from: '/guidance/safe-contact/' }, 'guidance-safe-contact'],
	['term', { term: { en: 'Witness care unit' } }, 'witness-care-unit'],
	['person', { role: 'Letters lead', name: 'Sam Example' }, 'letters-lead'],
] as const)('the id of a new %s', (type, data, id) => {
	expect(decap.idOf(completed(type), data)).toBe(id);
});

test('what the list shows', () => {
	const summary = (type: EntryType, data: object) => decap.summaryOf(completed(type), 'x', data);
	expect(summary('guidance', { code: 'GD-004', title: 'Safe contact' })).toBe('GD-004 · Safe contact');
	expect(summary('right', { number: 7, title: { en: 'To be informed' } })).toBe('7. To be informed');
	expect(summary('timescale', { name: { en: 'First reply' }, length: 10, unit: 'working day' })).toBe(
		'First reply: 10 working day',
	);
	expect(summary('redirect', { from: '/a/', to: '/b/' })).toBe('/a/ → /b/');
});
