/** Adding a block: which kind, with what each is for. */
import { useRef, useState } from 'react';
import type { BlockKind } from '../../../src/cms/index.ts';

interface AddBlockProps {
	kinds: readonly BlockKind[];
	/** Where it will stand, for screen readers. */
	where: string;
	onAdd(kind: BlockKind): void;
}

export function AddBlock({ kinds, where, onAdd }: AddBlockProps) {
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from whichever button has the focus
		<div
			className="blocks-add"
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || !open) return;
				event.stopPropagation();
				setOpen(false);
				button.current?.focus();
			}}
		>
			<button
				ref={button}
				type="button"
				aria-expanded={open}
				aria-label={`Add a block ${where}`}
				onClick={() => setOpen(!open)}
			>
				+ Add a block
			</button>
			{open && (
				<ul>
					{kinds
						.filter(({ name }) => name !== 'protected')
						.map((kind) => (
							<li key={kind.name}>
								<button
									type="button"
									onClick={() => {
										setOpen(false);
										onAdd(kind);
									}}
								>
									<strong>{kind.label}</strong>
									<span>{kind.hint}</span>
								</button>
							</li>
						))}
				</ul>
			)}
		</div>
	);
}
