/** The bar over an entry: saving, the stage it is at, and what this person may do next. In the place of Decap’s own. */
import { useId, useState } from 'react';
import type { DraftAnswer } from '../../../src/cms/answers.ts';
import { Publishing } from '../publishing/publishing.tsx';
import { collectionWords } from '../work-list/collection-words.ts';
import { Discard } from './discard.tsx';
import { type OpenDraft, useDraft } from './draft.ts';
import { History } from './history.tsx';
import { Publish } from './publish.tsx';
import { Review } from './review.tsx';
import { SendForReview } from './send-for-review.tsx';
import { statusWords } from './status-words.ts';
import { TakeIn } from './take-in.tsx';
import { Withdraw } from './withdraw.tsx';

interface ToolbarProps {
	collection: { get(key: string): string };
	hasChanged?: boolean;
	isPersisting?: boolean;
	isNewEntry?: boolean;
	editorBackLink: string;
	onPersist(): Promise<void> | void;
	onDuplicate(): void;
}

/** What can be opened from the bar. */
const dialogs = { Review, SendForReview, Publish, History, Discard, Withdraw, TakeIn };
type DialogName = keyof typeof dialogs;

export interface EntryDialogProps extends OpenDraft {
	name: NonNullable<OpenDraft['name']>;
	onClose(): void;
}

export default function Toolbar(props: ToolbarProps) {
	const { collection, hasChanged = false, isPersisting = false, isNewEntry = false } = props;
	const open = useDraft();
	const [shown, setShown] = useState<DialogName>();
	const draft = open.draft === 'none' ? undefined : open.draft;
	const Shown = shown && dialogs[shown];
	const save = async () => {
		// Decap has said why in the corner when it was refused.
		await Promise.resolve(props.onPersist()).catch(() => undefined);
	};
	return (
		<section className="own-toolbar" aria-label="This entry">
			<nav className="own-back" aria-label="Editor">
				<a href="#/workflow">Work</a>
				<a href={`#${props.editorBackLink}`}>← {collection.get('label')}</a>
			</nav>
			<p className="own-state" aria-live="polite">
				<span className="own-quiet">{collectionWords(collection.get('name'))}</span>{' '}
				{draft ? (
					<span className={`own-status own-status-${draft.status.replace(' ', '-')}`}>
						{statusWords[draft.status]}
					</span>
				) : (
					open.draft === 'none' && <span className="own-status">{isNewEntry ? 'New' : 'Published'}</span>
				)}{' '}
				{hasChanged ? <strong>Changes not saved</strong> : !isNewEntry && <span>Everything saved</span>}
			</p>
			<Publishing />
			<div className="own-buttons">
				<button type="button" className="own-main" disabled={!hasChanged || isPersisting} onClick={save}>
					{isPersisting ? 'Saving …' : 'Save'}
				</button>
				{draft && !hasChanged && <Steps draft={draft} show={setShown} />}
				{open.draft && !isNewEntry && (
					<More>
						{draft && <Action show={() => setShown('History')}>History</Action>}
						{draft && !hasChanged && draft.may.discard === true && (
							<Action show={() => setShown('Discard')}>Discard draft</Action>
						)}
						{!draft && !hasChanged && <Action show={() => setShown('Withdraw')}>Withdraw</Action>}
						{!hasChanged && <Action show={props.onDuplicate}>Duplicate</Action>}
					</More>
				)}
			</div>
			{Shown && open.name && <Shown {...open} name={open.name} onClose={() => setShown(undefined)} />}
		</section>
	);
}

/** The way on from here, for this person. */
function Steps({ draft, show }: { draft: DraftAnswer; show(name: DialogName): void }) {
	const { may, status, behind } = draft;
	return (
		<>
			{behind && <Action show={() => show('TakeIn')}>Take in what was published</Action>}
			{status === 'draft' && may['send for review'] === true && (
				<Action show={() => show('SendForReview')}>Send for review</Action>
			)}
			<Action show={() => show('Review')}>
				{may['sign off'] === true || may['mark ready'] === true ? 'Review' : 'See what changed'}
			</Action>
			{status === 'ready' && <Action show={() => show('Publish')}>Publish</Action>}
		</>
	);
}

/** What is seldom done, out of the way. */
function More({ children }: { children: React.ReactNode }) {
	const id = useId();
	return (
		<>
			<button type="button" popoverTarget={id}>
				More
			</button>
			<div id={id} popover="auto" className="own-more">
				{children}
			</div>
		</>
	);
}

function Action({ show, children }: { show(): void; children: React.ReactNode }) {
	return (
		<button type="button" onClick={show}>
			{children}
		</button>
	);
}
