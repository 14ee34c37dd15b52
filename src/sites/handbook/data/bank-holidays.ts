/** The bank holidays that working days leave out. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type EvidenceShown, evidenceShown } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';

export interface BankHolidaysPage {
	frame: Frame;
	years: {
		year: string;
		days: { date: string; name: string; past: boolean }[];
		/** Absent where what was published does not say it. */
		evidence?: EvidenceShown;
	}[];
	next?: { date: string; name: string };
}

export function bankHolidaysPage(input: SiteInput): PageInput[] {
	const { title, path } = sections['bank-holidays'];
	const days = [...input.bankHolidays]
		.sort((a, b) => (a.date < b.date ? -1 : 1))
		.map(({ date, name }) => ({ date, name: name.en, past: date < input.today }));
	const data: BankHolidaysPage = {
		frame: frameOf(input, { path, title, section: 'bank-holidays' }),
		years: [...new Set(days.map(({ date }) => date.slice(0, 4)))].map((year) => {
			const evidence = input.bankHolidaySources?.[year];
			return {
				year,
				days: days.filter(({ date }) => date.startsWith(year)),
				...(evidence && { evidence: evidenceShown(evidence) }),
			};
		}),
		next: days.find(({ past }) => !past),
	};
	return [{ path, data }];
}
