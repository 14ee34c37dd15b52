/** Days as people write them: “23 November 2026”, “23 Tachwedd 2026”. */
import type { Language } from './language.ts';

const months: Record<Language, readonly string[]> = {
	en: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December',
	],
	cy: [
		'Ionawr',
		'Chwefror',
		'Mawrth',
		'Ebrill',
		'Mai',
		'Mehefin',
		'Gorffennaf',
		'Awst',
		'Medi',
		'Hydref',
		'Tachwedd',
		'Rhagfyr',
	],
	ar: [
		'يناير',
		'فبراير',
		'مارس',
		'أبريل',
		'مايو',
		'يونيو',
		'يوليو',
		'أغسطس',
		'سبتمبر',
		'أكتوبر',
		'نوفمبر',
		'ديسمبر',
	],
	ur: [
		'جنوری',
		'فروری',
		'مارچ',
		'اپریل',
		'مئی',
		'جون',
		'جولائی',
		'اگست',
		'ستمبر',
		'اکتوبر',
		'نومبر',
		'دسمبر',
	],
};

/** A day (`2026-11-23`) in words. */
export function dayInWords(day: string, language: Language = 'en'): string {
	const [year, month, date] = day.split('-').map(Number);
	return `${date} ${months[language][(month ?? 1) - 1]} ${year}`;
}

/** A month, or the month of a day, in English words: “November 2026”. Of the start of a pilot often no more is known. */
export function monthInWords(day: string): string {
	return `${months.en[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
