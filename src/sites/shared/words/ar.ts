/**
 * The words of the interface in Arabic: what a victim page in Arabic shows. The menus around it are English.
 * Drafted by a computer; the page says so until a translator has checked it.
 */
import { en, type Words } from './en.ts';

export const ar: Words = {
	...en,
	siteName: 'قضيتك وأنت',
	demonstration: 'هذا عرض توضيحي وليس منشوراً رسمياً.',
	skipToContent: 'انتقل إلى المحتوى الرئيسي',
	exit: {
		emergency: 'طوارئ',
		button: 'غادر هذه الصفحة',
		leaving: 'جارٍ التحميل.',
		pressTwoMore: 'مفتاح Shift، اضغط مرتين أخريين للمغادرة.',
		pressOneMore: 'مفتاح Shift، اضغط مرة أخرى للمغادرة.',
		expired: 'انتهى وقت مغادرة هذه الصفحة.',
	},
	home: 'الصفحة الرئيسية',
	breadcrumbs: 'أين أنت',
	languages: 'اللغات',
	footer: 'عن هذا الموقع',
	print: 'اطبع هذه الصفحة',
	emergency: 'في حالة الطوارئ',
	helpNow: 'احصل على المساعدة الآن',
	search: 'بحث',
	onThisPage: 'في هذه الصفحة',
	inEnglish: 'بالإنجليزية',
	machineDrafted:
		'ترجم حاسوب هذه الصفحة، ولم يراجعها مترجم بعد. إذا بدا لك شيء غير صحيح، فاعتمد على الصفحة الإنجليزية.',
	readInEnglish: 'اقرأ الصفحة بالإنجليزية',
	helpsYou: 'تساعدك هذه الصفحة على',
	whatNext: 'اقرأ بعد ذلك',
	whoCanHelp: 'من يمكنه المساعدة الآن',
	whoCanHelpText: 'يمكنك التحدث إلى شخص ما اليوم. لا يلزم أن تكون طرفاً في قضية أمام المحكمة.',
	allSupport: 'اطّلع على كل من يمكنه المساعدة',
	whereFrom: 'من أين تأتي هذه المعلومات',
	whereFromText: 'اطّلع على مصادر ما تقوله هذه الصفحة',
	secondarySource: 'تنقل هذه المعلومة جهة أخرى، وليس الجهة التي تتعلق بها.',
	factChecked: 'آخر مراجعة: {day}.',
	shows: 'بشأن: {names}.',
	lastChecked: 'آخر مراجعة: {day}',
	code: 'الصفحة {code}',
	topics: 'المزيد عن',
	related: 'قد ترغب أيضاً في قراءة',
	notYet: 'لا تسري هذه الصفحة بعد. لا تعتمد عليها قبل أن تسري.',
	withdrawn: {
		title: 'هذه الصفحة قديمة',
		on: 'سحبناها في {day}. لا تعتمد على ما تقوله.',
		replacedBy: 'اقرأ هذه بدلاً منها:',
		older: 'ما كانت تقوله الصفحة',
	},
	accessibility: 'سهولة الاستخدام',
	privacy: 'الخصوصية',
	leavingQuickly: 'مغادرة هذا الموقع بسرعة',
};
