/** A moment as content writes it: in universal time, to the second. */
export function momentOf(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
