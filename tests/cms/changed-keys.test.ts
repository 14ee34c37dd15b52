/** What a draft changes beside its text, as a reviewer is shown it. */
import { expect, test } from 'vitest';
import { changedKeys } from '../../cms/app/entry/changed-keys.ts';

const page = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\n\nText.\n`;

test('names the fields by their labels, and leaves out sign-offs, which nobody wrote', () => {
	const before = page('Old', 'signOffs:\n  - role: reviewer\n    person: legal-adviser\n');
	expect(changedKeys('guidance/a.en.mdx', before, page('New'))).toEqual([
		{ key: 'title', label: 'Title', before: 'Old', after: 'New' },
	]);
});
