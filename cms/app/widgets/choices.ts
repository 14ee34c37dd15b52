/** What there is to choose from, asked of the editing server when somebody begins to choose. */
import { useEffect, useState } from 'react';
import type { CatalogueData } from '../../../src/cms/catalogue-data.ts';
import { type CatalogueChoice, catalogueChoices } from '../../../src/cms/index.ts';
import type { ReferenceTarget } from '../../../src/model/field.ts';
import { get } from '../session/request.ts';

let known: Promise<CatalogueData> | undefined;

/** Everything published, as of the last time somebody asked. */
function load(): Promise<CatalogueData> {
	const asked = get<CatalogueData>('/api/catalogue');
	known = asked;
	asked.catch(() => {
		known = undefined;
	});
	return asked;
}

/** The choices of some kinds, and whether they could not be had. `fresh` asks again. */
export function useChoices(
	targets: readonly ReferenceTarget[],
	fresh = false,
): { choices: Partial<Record<ReferenceTarget, CatalogueChoice[]>>; missing: boolean } {
	const [choices, setChoices] = useState<Partial<Record<ReferenceTarget, CatalogueChoice[]>>>({});
	const [missing, setMissing] = useState(false);
	const wanted = targets.join(' ');
	useEffect(() => {
		let here = true;
		if (wanted === '') return;
		(fresh ? load() : (known ?? load())).then(
			(data) => {
				if (!here) return;
				const each = wanted.split(' ') as ReferenceTarget[];
				setChoices(Object.fromEntries(each.map((target) => [target, catalogueChoices(data, target)])));
				setMissing(false);
			},
			() => here && setMissing(true),
		);
		return () => {
			here = false;
		};
	}, [wanted, fresh]);
	return { choices, missing };
}
