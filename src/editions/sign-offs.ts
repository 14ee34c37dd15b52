/** Who has signed what: whether a text may be published. */
import type { Issue } from '../model/issue.ts';
import type { Language } from '../model/language.ts';
import type { Candidate } from './candidate.ts';
import type { SignOffNote } from './edition.ts';

/** Types that are never published unsigned: staff are bound by them, or victims receive them. */
const MUST_BE_SIGNED = ['standard', 'letter'];

/** The sign-offs of exactly this text, by others than those who wrote it and who may sign, as readers see them. */
export function validSignOffs(candidate: Candidate, role: (person: string) => string): SignOffNote[] {
	return (candidate.keys.signOffs ?? [])
		.filter(
			({ person, language, hash }) =>
				candidate.signed[language] === hash &&
				!candidate.authors.includes(person) &&
				candidate.maySign(person, language),
		)
		.map(({ person, role: as, language, at, hash }) => ({ role: as, by: role(person), language, at, hash }));
}

/** What is wrong with the sign-offs of a document whose words are to be published. */
export function signOffIssues(candidate: Candidate): Issue[] {
	const { keys, signed, authors, unreviewed, type, file, locate, code } = candidate;
	const refuse = (path: readonly PropertyKey[], rule: string, message: string, fix: string): Issue => ({
		file,
		place: locate(path),
		rule,
		severity: 'error',
		message,
		fix,
	});
	const given = keys.signOffs ?? [];
	const wrong = given.flatMap(({ person, language, hash }, index) => {
		if (signed[language] !== hash)
			return refuse(
				['signOffs', index, 'hash'],
				'sign-off-of-another-text',
				`Unexpected sign-off of ${code} (${language}) by ${person}, which is for another text than this one, expected one for the text as it is`,
				'The text was changed after it was signed. Take this sign-off out and have the text signed again.',
			);
		if (authors.includes(person))
			return refuse(
				['signOffs', index, 'person'],
				'own-sign-off',
				`Unexpected sign-off of ${code} (${language}) by ${person}, who wrote part of it, expected somebody else`,
				'Nobody signs off their own work: ask another reviewer.',
			);
		if (!candidate.maySign(person, language))
			return refuse(
				['signOffs', index, 'person'],
				'sign-off-by-nobody-who-may',
				`Unexpected sign-off of ${code} (${language}) by ${person}, who may not review it, expected one by somebody who may`,
				`Ask a reviewer to sign it. If ${person} is one, say so in people/${person}.yaml.`,
			);
		return [];
	});
	if (wrong.length > 0 || !MUST_BE_SIGNED.includes(type)) return wrong;
	return (Object.keys(signed) as Language[])
		.filter((language) => !unreviewed.includes(language))
		.filter((language) => !given.some((each) => each.language === language))
		.map((language) =>
			refuse(
				['signOffs'],
				'unsigned',
				`Unexpected change of ${code} (${language}) without a sign-off, expected one by a reviewer or approver who did not write it`,
				'Send it for review. If it cannot wait, publish it as an emergency with a reason and a name.',
			),
		);
}
