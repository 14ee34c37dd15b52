/** Decap’s page of an entry. Stands in its place: Decap’s own stays at its first entry when a link leads to another. */
import DecapEditor, { type EditorProps } from 'decap-cms-core/dist/esm/components/Editor/Editor';
import { useLayoutEffect, useRef, useState } from 'react';

export default function EntryEditor(props: EditorProps) {
	const { name, 0: slug } = props.match.params;
	const asked = useRef({ name, slug, count: 0 });
	const { current: before } = asked;
	// From a new entry to the saved one, and from an entry to its copy, Decap goes on with the form that is open.
	const isOther =
		name !== before.name || (slug !== before.slug && slug !== undefined && before.slug !== undefined);
	const count = before.count + (isOther ? 1 : 0);
	asked.current = { name, slug, count };
	// The form before has to be gone, with what stood in it, when the next one begins.
	const [ready, setReady] = useState(0);
	useLayoutEffect(() => setReady(count), [count]);
	return ready === count ? <DecapEditor key={count} {...props} /> : null;
}
