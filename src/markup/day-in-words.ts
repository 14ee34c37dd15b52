/** Days as people write them: “23 November 2026”, “23 Tachwedd 2026”. */
import type { Language } from '../model/language.ts';

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
