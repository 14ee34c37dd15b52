/** The page of the register: what it is, its newest entries, how to check it and to take evidence away. */
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import {
	REGISTER_PATH,
	type RegisterShown,
	registerFilePages,
	registerShown,
} from '../../shared/editions/register-files.ts';
import { type Frame, frameOf } from './frame.ts';

export interface RegisterPage {
	frame: Frame;
	register: RegisterShown;
}

export function registerPages(input: SiteInput): PageInput[] {
	const register = registerShown(input);
	if (!register) return [];
	const frame = frameOf(input, { path: REGISTER_PATH, title: 'The register' });
	return [
		{ path: REGISTER_PATH, data: { frame, register } satisfies RegisterPage },
		...registerFilePages(input),
	];
}
