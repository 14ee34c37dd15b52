/** What is wrong with an entry beside the others: a code, a situation or a name it may not have, or something it lacks. */
import { overlaps } from './applies-to.ts';
import { type Catalogue, codeOf, groupBy } from './catalogue.ts';
import { dayOf, documentState } from './document.ts';
import type { Entry } from './entry.ts';
import { type Issue, problem } from './issue.ts';

export function duplicateCodes(catalogue: Catalogue): Issue[] {
	const coded = catalogue.entries.filter((entry) => codeOf(entry) !== undefined);
	return [...groupBy(coded, (entry) => codeOf(entry) ?? '')].flatMap(([code, [first, ...others]]) =>
		others.map((entry) =>
			problem(
				entry.file,
				entry.locate(['code']),
				'duplicate-code',
				`Unexpected code ${code}, which ${first?.file} has too, expected one document for each code`,
				`Give the newer of the two the next free code, ${nextFreeCode(coded, code)}. The older one keeps its own for ever.`,
			),
		),
	);
}

function nextFreeCode(coded: readonly Entry[], code: string): string {
	const [prefix = '', digits = ''] = code.split('-');
	const taken = coded.map((entry) => codeOf(entry) ?? '').filter((each) => each.startsWith(`${prefix}-`));
	const last = Math.max(...taken.map((each) => Number(each.split('-')[1])));
	return `${prefix}-${String(last + 1).padStart(digits.length, '0')}`;
}

export function orphanTranslations(catalogue: Catalogue): Issue[] {
	return catalogue.entries
		.filter(({ type, id, language }) => language !== 'en' && !catalogue.get(type, id))
		.filter(
			(entry) =>
				!catalogue.unread.some(
					({ type, id, language }) => type === entry.type && id === entry.id && language === 'en',
				),
		)
		.map((entry) =>
			problem(
				entry.file,
				{ line: 1, column: 1 },
				'missing-english',
				`Unexpected translation, expected ${entry.id}.en.mdx beside it`,
				'Add the English file, or rename this one to match it.',
			),
		);
}

export function clashes(catalogue: Catalogue, at: string): Issue[] {
	const inForce = catalogue.all('letter').filter(({ data }) => documentState(data, at) === 'in force');
	return inForce.flatMap((letter, index) =>
		inForce
			.slice(0, index)
			.filter(
				(earlier) =>
					earlier.data.decisionType === letter.data.decisionType &&
					overlaps(earlier.data.appliesTo ?? {}, letter.data.appliesTo ?? {}),
			)
			.map((earlier) =>
				problem(
					letter.file,
					letter.locate(['decisionType']),
					'clash',
					`Unexpected second letter in force for “${letter.data.decisionType}”, expected one for each situation (${earlier.data.code} is the other)`,
					'Narrow what one of them applies to, or withdraw one.',
				),
			),
	);
}

export function misnamed(catalogue: Catalogue): Issue[] {
	return [
		...catalogue
			.all('bank-holidays')
			.filter(({ id, data }) => id !== String(data.year))
			.map((entry) =>
				problem(
					entry.file,
					entry.locate(['year']),
					'file-name',
					`Unexpected year ${entry.data.year} in ${entry.file}, expected ${entry.id}`,
					'Correct the year, or rename the file.',
				),
			),
		...catalogue
			.all('right')
			.filter(({ id, data }) => id !== `right-${data.number}`)
			.map((entry) =>
				problem(
					entry.file,
					entry.locate(['number']),
					'file-name',
					`Unexpected number ${entry.data.number} in ${entry.file}, expected the number in the file name`,
					'Correct the number, or rename the file.',
				),
			),
	];
}

/** What the tab of a sensitive page says must be neutral in every language. */
export function plainTabs(catalogue: Catalogue): Issue[] {
	return catalogue
		.all('victim-page')
		.filter(({ data }) => data.sensitive)
		.flatMap((english) => catalogue.translations(english))
		.filter(({ data }) => data.tabTitle === undefined)
		.map((entry) =>
			problem(
				entry.file,
				{ line: 1, column: 1 },
				'plain-tab',
				'Enter a neutral title for the browser tab (tabTitle): this page is sensitive',
				'Translate the tabTitle of the English file. Without one the tab and the history show what the page is about.',
			),
		);
}

/** Nobody has read anything on a day that is still to come. */
export function daysToCome(catalogue: Catalogue, at: string): Issue[] {
	const today = dayOf(at);
	return catalogue.entries.flatMap((entry) => {
		const { review, evidence } = entry.data as {
			review?: { lastReviewed: string };
			evidence?: { lastChecked: string };
		};
		const days: [path: string[], day: string | undefined][] = [
			[['review', 'lastReviewed'], review?.lastReviewed],
			[['evidence', 'lastChecked'], evidence?.lastChecked],
		];
		return days
			.filter(([, day]) => day !== undefined && day > today)
			.map(([path, day]) =>
				problem(
					entry.file,
					entry.locate(path),
					'day-to-come',
					`Unexpected day ${day}, which is still to come, expected the day somebody last read it`,
					'Correct the day.',
					'warning',
				),
			);
	});
}

export function emptyBodies(catalogue: Catalogue): Issue[] {
	return catalogue.entries
		.filter(({ body }) => body && !/\S/.test(body.source))
		.map((entry) =>
			problem(
				entry.file,
				{ line: entry.body?.firstLine ?? 1, column: 1 },
				'empty-body',
				'Unexpected end of the file after the keys, expected text below them',
				'Write the text below the line ---.',
			),
		);
}
