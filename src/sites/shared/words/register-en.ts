/** The words about the register and about evidence in English. */
import type { ToldKind } from '../editions/register-files.ts';

export const registerEn = {
	evidence: {
		code: 'Reference code',
		day: 'As at the day',
		make: 'Make the evidence pack',
		working: 'Making the pack.',
		done: 'The pack was saved with your downloads.',
		failed: 'The pack could not be made.',
		noScript:
			'To make a pack here, scripts have to be allowed for this site. The files below can be checked without.',
	},
	/** For readers of the public site, who know pages and versions. */
	register: {
		title: 'How to check what this site said',
		intro:
			'We keep a list of every version of every page: the register. Anybody can use it to check that we did not change an old version later.',
		counts: 'The register has {entries} entries about {editions} versions. The first is from {day}.',
		how: 'How it works',
		howText: [
			'For each version we write down a fingerprint of its words. Change one letter, and the fingerprint is another one.',
			'Each entry holds the fingerprint of the entry before it. So nobody can change, take out or add an entry in the middle without it showing.',
			'From time to time we sign the whole list. Whoever keeps a copy of what we signed can see later whether anything before it was changed.',
		],
		demonstration:
			'This is a demonstration. It is signed with a key that everybody has, so the signature proves nothing.',
		take: 'Take proof away with you',
		takeText:
			'This makes a file with the words of a page, the days they applied, and the means to check them. It may help you, or somebody who helps you, in a complaint or a hearing. It is in English.',
		takeWarning: 'The file stays on this device, where others may find it.',
		newest: 'The newest entries',
		kinds: {
			edition: 'Version {number} put on the site',
			review: 'Read again, nothing changed',
			withdrawal: 'Taken out of use',
			error: 'Version {number} taken away: it was put there by mistake',
			redaction: 'Version {number}: words about a person taken out',
			merge: 'Made part of another page',
			rename: 'Moved to another address',
			'sign-off': 'Version {number} checked again',
		} satisfies Record<ToldKind, string> as Record<ToldKind, string>,
		table: { day: 'Day', page: 'Page', what: 'What happened' },
		files: 'For people who check it with a computer',
		filesText:
			'These are plain files. A small program checks all of them; it has 200 lines, so it can be read first.',
		fileNames: {
			verifier: 'The program that checks it',
			register: 'Every entry',
			checkpoint: 'What we signed last',
			checkpoints: 'Everything we signed',
			keys: 'The key we sign with',
			places: 'Where each version stands',
		},
	},
};
