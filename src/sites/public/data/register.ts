/** The page about the register: how to check what the site said, in English and in Welsh. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import {
	type RegisterShown,
	registerFilePages,
	registerShown,
} from '../../shared/editions/register-files.ts';
import type { Frame } from '../frame.ts';
import { frameOf, inBothLanguages } from './site.ts';

export interface Register {
	frame: Frame;
	register: RegisterShown;
}

export function registerPages(input: SiteInput): PageInput[] {
	const register = registerShown(input);
	if (!register) return [];
	return [
		...inBothLanguages((language) => {
			const frame = frameOf(input, 'register', language);
			return { path: frame.path, data: { frame, register } satisfies Register };
		}),
		...registerFilePages(input),
	];
}
