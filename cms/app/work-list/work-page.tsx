/** Work waiting for me, and everybody’s drafts. In the place of Decap’s board, which knows neither people nor reasons. */
import { useEffect, useState } from 'react';
import type { WorkAnswer, WorkItem } from '../../../src/cms/answers.ts';
import { type Status, statuses } from '../../../src/cms/protocol.ts';
import { moment } from '../entry/moment.ts';
import { statusWords } from '../entry/status-words.ts';
import { me } from '../session/session.ts';
import { collectionWords } from './collection-words.ts';
import { followWork } from './waiting.ts';

export default function WorkPage() {
	const [work, setWork] = useState<WorkAnswer>();
	const [problem, setProblem] = useState('');
	useEffect(() => followWork(setWork, (error) => setProblem(error.message)), []);
	const drafts = work?.drafts ?? [];
	const mine = drafts.filter(({ waiting }) => waiting !== undefined);
	const others = drafts.filter(({ waiting }) => waiting === undefined);
	return (
		<main className="own-page">
			<h1>Work waiting for you</h1>
			<p role="alert" className="own-problem">
				{problem}
			</p>
			{work && mine.length === 0 && <p>Nothing waits for you.</p>}
			<Drafts drafts={mine} />
			{me().may.includes('edit') && <WriteNew />}
			{work && <h2>All other drafts</h2>}
			{work && others.length === 0 && <p>There are no other drafts.</p>}
			{statuses.map((status) => (
				<Stage key={status} status={status} drafts={others.filter((each) => each.status === status)} />
			))}
		</main>
	);
}

/** What is written most. */
const written = ['standards', 'letters', 'guidance', 'victim-pages'];

function WriteNew() {
	return (
		<>
			<h2>Write something new</h2>
			<ul className="own-new">
				{written.map((collection) => (
					<li key={collection}>
						<a href={`#/collections/${collection}/new`}>{collectionWords(collection)}</a>
					</li>
				))}
			</ul>
		</>
	);
}

function Stage({ status, drafts }: { status: Status; drafts: WorkItem[] }) {
	if (drafts.length === 0) return null;
	return (
		<section>
			<h3>
				{statusWords[status]} ({drafts.length})
			</h3>
			<Drafts drafts={drafts} />
		</section>
	);
}

function Drafts({ drafts }: { drafts: WorkItem[] }) {
	return (
		<ul className="own-drafts">
			{drafts.map(({ collection, slug, title, status, since, lastBy, lastComment, waiting, release }) => (
				<li key={`${collection}/${slug}`}>
					<a href={`#/collections/${collection}/entries/${slug}`}>{title || slug}</a>
					<p>
						<span className={`own-status own-status-${status.replace(' ', '-')}`}>{statusWords[status]}</span>{' '}
						{collectionWords(collection)} · {lastBy} {moment(since)}
						{release && ` · published together: ${release}`}
					</p>
					{waiting && <p className="own-why">{waiting}</p>}
					{lastComment && <p className="own-said">“{lastComment}”</p>}
				</li>
			))}
		</ul>
	);
}
