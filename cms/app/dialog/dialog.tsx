/** A dialog: modal, named by its heading, closed by Escape, focus given back where it was. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createRoot } from 'react-dom/client';

export interface DialogProps {
	title: string;
	/** Escape and the button to close; without it the dialog ends only by what is in it. */
	onClose?: () => void;
	wide?: boolean;
	children: ReactNode;
}

export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
	const element = useRef<HTMLDialogElement>(null);
	const heading = useId();
	useEffect(() => {
		const dialog = element.current;
		dialog?.showModal();
		return () => dialog?.close();
	}, []);
	return (
		<dialog
			ref={element}
			className={wide ? 'own-dialog own-dialog-wide' : 'own-dialog'}
			aria-labelledby={heading}
			onCancel={(event) => {
				event.preventDefault();
				onClose?.();
			}}
		>
			<h2 id={heading}>{title}</h2>
			{children}
		</dialog>
	);
}

/** Show a dialog over everything until it answers. */
export function ask<T>(show: (answer: (value: T) => void) => ReactNode): Promise<T> {
	const place = document.createElement('div');
	document.body.append(place);
	const root = createRoot(place);
	return new Promise<T>((done) => {
		const answer = (value: T) => {
			root.unmount();
			place.remove();
			done(value);
		};
		root.render(show(answer));
	});
}
