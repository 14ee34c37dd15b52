/** What the public must not see leaves no trace on the public site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/release/digest.ts';
import { type Maker, publicTree, type Tree } from './miniature.ts';
import { secrets } from './secrets.ts';
import { hashOf, phoneOf } from './schema-walk.ts';
import { decoded, digestsOf, openYard, type Yard } from './workshop.ts';
import { Words } from './words.ts';

const make: Maker = { secrets: new Words('qzvk'), open: new Words('plmj') };
let yard: Yard;
let tree: Tree;
let base: Record<string, string>;
let input: Buffer;

beforeAll(async () => {
	yard = openYard();
	tree = await publicTree(make);
	await yard.build(tree);
	base = digestsOf(join(yard.out, 'public'));
	input = publicInput();
});
afterAll(() => yard.close());

/** The input of the public site, as it stands after a build. */
function publicInput(): Buffer {
	return readFileSync(join(yard.work, 'input', 'public', 'input.json'));
}

describe('the public site stays byte-identical', () => {
	it.each(secrets)('when this is added, changed and removed: $name', async ({ files }) => {
		for (const variant of [{ ...tree, ...(await files(make, tree)) }, { ...tree, ...(await files(make, tree)) }, tree]) {
			await yard.build(variant);
			expect(publicInput().equals(input)).toBe(true);
			expect(digestsOf(join(yard.out, 'public'))).toEqual(base);
		}
	});
});
