/** The words about the register and about evidence in Welsh. Drafted by a computer; every Welsh page says so until it is checked. */
import type { registerEn } from './register-en.ts';

export const registerCy: typeof registerEn = {
	evidence: {
		code: 'Cod cyfeirnod',
		day: 'Fel yr oedd ar y diwrnod',
		make: 'Gwneud y pecyn tystiolaeth',
		working: 'Wrthi’n gwneud y pecyn.',
		done: 'Cadwyd y pecyn gyda’ch lawrlwythiadau.',
		failed: 'Ni ellid gwneud y pecyn.',
		noScript:
			'I wneud pecyn yma, rhaid caniatáu sgriptiau ar y wefan hon. Gellir gwirio’r ffeiliau isod hebddynt.',
	},
	register: {
		title: 'Sut i wirio beth ddywedodd y wefan hon',
		intro:
			'Rydym yn cadw rhestr o bob fersiwn o bob tudalen: y gofrestr. Gall unrhyw un ei defnyddio i wirio na wnaethom newid hen fersiwn yn ddiweddarach.',
		counts: 'Mae gan y gofrestr {entries} o gofnodion am {editions} o fersiynau. Daw’r cyntaf o {day}.',
		how: 'Sut mae’n gweithio',
		howText: [
			'Ar gyfer pob fersiwn rydym yn nodi ôl bys ei geiriau. Newidiwch un llythyren, ac mae’r ôl bys yn un arall.',
			'Mae pob cofnod yn dal ôl bys y cofnod o’i flaen. Felly ni all neb newid, tynnu nac ychwanegu cofnod yn y canol heb iddo ddangos.',
			'O bryd i’w gilydd rydym yn llofnodi’r rhestr gyfan. Gall pwy bynnag sy’n cadw copi o’r hyn a lofnodwyd weld yn ddiweddarach a newidiwyd unrhyw beth o’i flaen.',
		],
		demonstration:
			'Arddangosiad yw hwn. Fe’i llofnodwyd ag allwedd sydd gan bawb, felly nid yw’r llofnod yn profi dim.',
		take: 'Ewch â phrawf gyda chi',
		takeText:
			'Mae hyn yn gwneud ffeil gyda geiriau tudalen, y dyddiau yr oeddent yn berthnasol, a’r modd i’w gwirio. Gall eich helpu chi, neu rywun sy’n eich helpu, mewn cwyn neu wrandawiad. Mae yn Saesneg.',
		takeWarning: 'Mae’r ffeil yn aros ar y ddyfais hon, lle gall eraill ddod o hyd iddi.',
		newest: 'Y cofnodion diweddaraf',
		kinds: {
			edition: 'Rhoddwyd fersiwn {number} ar y wefan',
			review: 'Darllenwyd eto, ni newidiodd dim',
			withdrawal: 'Tynnwyd o ddefnydd',
			error: 'Tynnwyd fersiwn {number}: fe’i rhoddwyd yno drwy gamgymeriad',
			redaction: 'Fersiwn {number}: tynnwyd geiriau am berson',
			merge: 'Gwnaed yn rhan o dudalen arall',
			rename: 'Symudwyd i gyfeiriad arall',
			'sign-off': 'Gwiriwyd fersiwn {number} eto',
		},
		table: { day: 'Diwrnod', page: 'Tudalen', what: 'Beth ddigwyddodd' },
		files: 'I bobl sy’n ei wirio â chyfrifiadur',
		filesText:
			'Ffeiliau plaen yw’r rhain. Mae rhaglen fach yn gwirio pob un; mae ganddi 200 llinell, felly gellir ei darllen yn gyntaf.',
		fileNames: {
			verifier: 'Y rhaglen sy’n ei wirio',
			register: 'Pob cofnod',
			checkpoint: 'Yr hyn a lofnodwyd ddiwethaf',
			checkpoints: 'Popeth a lofnodwyd',
			keys: 'Yr allwedd yr ydym yn llofnodi â hi',
			places: 'Ble mae pob fersiwn',
		},
	},
};
