import type { PageInput, SiteInput } from '../../release/site-input.ts';
export function pages(_input: SiteInput): PageInput[] { return [{ path: '/', data: { frame: { language: 'en', path: '/', languages: [] } } }]; }
