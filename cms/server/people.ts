/** People: who somebody is and what they may do, as content/people says on the published branch. */
import type { SignedInPerson } from '../../src/cms/answers.ts';
import type { DataOf } from '../../src/model/collection.ts';
import type { Readings } from './readings.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';

export interface People {
	find(id: string): Promise<SignedInPerson | undefined>;
}

export function openPeople(repository: Repository, readings: Readings): People {
	return {
		async find(id) {
			const reading = await readings.read(await repository.main(), `content/people/${id}.yaml`);
			const person = reading?.entry?.data as DataOf<'person'> | undefined;
			return person && { id, name: person.name, role: person.role, may: person.may };
		},
	};
}

type Permission = SignedInPerson['may'][number];

/** Who can be asked, for each thing that somebody may not do. */
const inWords: Record<Permission, string> = {
	edit: 'write in English',
	translate: 'write in other languages',
	review: 'review',
	approve: 'publish',
};

/** Refuse what none of these permissions allows. */
export function needs(person: SignedInPerson, ...permissions: Permission[]): void {
	if (permissions.some((each) => person.may.includes(each))) return;
	throw new Refusal(
		'not-allowed',
		`As ${person.role} you may not ${permissions.map((each) => inWords[each]).join(' or ')}. Ask somebody who may.`,
	);
}
