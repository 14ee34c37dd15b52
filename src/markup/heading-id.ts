/** The id of a heading, which is the fragment of its address: made of its words, so that links to it last. */

/** Small letters, digits and hyphens of any script. */
export function slug(words: string): string {
	return words
		.normalize('NFC')
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/**
 * An id that is still free: its own words, or those of the headings above before them. Undefined when the same
 * words stand twice in the same part of the page.
 */
export function headingId(
	words: string,
	above: readonly string[],
	taken: ReadonlySet<string>,
): string | undefined {
	const own = slug(words) || 'section';
	const parent = above.at(-1);
	return [own, ...(parent === undefined ? [] : [`${parent}-${own}`])].find((id) => !taken.has(id));
}
