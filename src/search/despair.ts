/**
 * Words of despair or fear: whoever types one is shown first whom to call. Pure.
 *
 * Where the list comes from: words that people who tried the pages typed and found nothing for (“suicide”, “scared”,
 * “kill myself”, “999”), and plain words next to them: thoughts of dying, harming oneself, fear, threats to kill,
 * danger now. It is no clinical list, and nobody is judged by it: nothing is kept of what is typed. Too many words
 * rather than too few, because a box that was not needed costs a glance, and one that was missing may cost a life.
 * Both lists hold on every page, since people type the language they think in.
 */

/** As `keyOf` writes them: small letters, no marks. `*` at the end takes every word that begins so. */
const signs = {
	en: [
		// Dying, and the ways it is misspelled.
		...['suicid*', 'sucid*', 'suisid*', 'kill my self', 'kill myself', 'killing myself', 'end my life'],
		...[
			'end it all',
			'ending it',
			'take my own life',
			'want to die',
			'wanna die',
			'wish i was dead',
			'want to be dead',
		],
		...[
			'better off dead',
			'dont want to live',
			'do not want to live',
			'dont want to be here',
			'no reason to live',
		],
		...['dont want to be alive', 'nothing to live for', 'overdose'],
		// Harming oneself.
		...[
			'self harm*',
			'selfharm*',
			'harm myself',
			'harming myself',
			'hurt myself',
			'hurting myself',
			'cut myself',
			'cutting myself',
		],
		// Despair.
		...[
			'hopeless*',
			'despair*',
			'desperate*',
			'cant go on',
			'cannot go on',
			'cant cope',
			'cannot cope',
			'not coping',
		],
		...['cant take it', 'cant take any more', 'cant take anymore', 'give up on life', 'help me', 'crisis'],
		// Fear and danger.
		...[
			'scared',
			'scary',
			'afraid',
			'frighten*',
			'terrifi*',
			'panic*',
			'fear*',
			'danger*',
			'unsafe',
			'not safe',
			'emergency',
		],
		...[
			'kill me',
			'hurt me',
			'hurts me',
			'hurting me',
			'hit me',
			'hits me',
			'beats me',
			'threat*',
			'strangl*',
			'choke*',
		],
		...['following me', 'outside my house', 'at my door', 'suffocat*'],
	],
	cy: [
		...['hunanladdiad*', 'hunan laddiad*', 'lladd fy hun*', 'diweddu fy mywyd', 'eisiau marw', 'dymuno marw'],
		...['dim eisiau byw', 'ddim eisiau byw', 'ddim am fyw', 'gorddos'],
		...[
			'hunan niwed*',
			'hunan niweidio',
			'hunanniwed*',
			'hunananafu',
			'brifo fy hun*',
			'niweidio fy hun*',
			'torri fy hun*',
		],
		...[
			'anobaith*',
			'anobeithiol',
			'methu ymdopi',
			'methu dal ati',
			'ddim yn ymdopi',
			'helpwch fi',
			'argyfwng*',
		],
		...[
			'ofn',
			'ofnus',
			'ofni',
			'dychryn*',
			'mewn perygl',
			'perygl*',
			'beryglus',
			'ddim yn ddiogel',
			'bygwth*',
			'bygythi*',
			'fygwth*',
			'fygythi*',
		],
		...['fy lladd', 'fy mrifo', 'fy nharo', 'fy nhagu', 'yn fy nilyn'],
	],
	numbers: ['999', '112', '101', '116 123', '116123'],
};

const pattern = new RegExp(
	` (?:${Object.values(signs)
		.flat()
		.map((sign) => sign.replace(/\*$/, '\\S*'))
		.join('|')}) `,
);

/** Whether words, written as `keyOf` writes them, say that somebody may be in despair, in fear or in danger. */
export function isInDistress(key: string): boolean {
	return pattern.test(` ${key} `);
}
