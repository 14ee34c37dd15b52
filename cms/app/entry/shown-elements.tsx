/** Elements that are data, as the sites make them, on the page. */
import { useEffect, useRef } from 'react';
import { type Child, nodesOf } from '../../../src/sites/shared/editions/shown.ts';
import '../../../src/sites/shared/editions/comparison.css';

export function ShownElements({ elements }: { elements: readonly Child[] }) {
	const place = useRef<HTMLDivElement>(null);
	useEffect(() => place.current?.replaceChildren(...nodesOf(elements)), [elements]);
	return <div ref={place} />;
}
