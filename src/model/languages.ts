/** The languages content can be written in. English is the source; the others are translations of it. */
export const languages = ['en', 'cy', 'ar', 'ur'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, { own: string; english: string }> = {
	en: { own: 'English', english: 'English' },
	cy: { own: 'Cymraeg', english: 'Welsh' },
	ar: { own: 'العربية', english: 'Arabic' },
	ur: { own: 'اردو', english: 'Urdu' },
};

/** The direction the language is written in. */
export function direction(language: Language): 'ltr' | 'rtl' {
	return language === 'ar' || language === 'ur' ? 'rtl' : 'ltr';
}
