/** The bar over every page but an entry’s: where to go, who is here. In the place of Decap’s own. */
import { useEffect, useState } from 'react';
import { Publishing } from '../publishing/publishing.tsx';
import { RemoteNotice } from '../publishing/remote-notice.tsx';
import { me, mySession } from '../session/session.ts';
import { workWaiting } from '../work-list/waiting.ts';

interface HeaderProps {
	openMediaLibrary(): void;
	onLogoutClick(): void;
}

export default function Header({ openMediaLibrary, onLogoutClick }: HeaderProps) {
	const { name, role } = me();
	const waiting = useWaiting();
	const here = useAddress();
	const at = (path: string) => (here.startsWith(path) ? 'page' : undefined);
	return (
		<header className="own-header">
			<nav aria-label="Editor">
				<ul>
					<li>
						<a href="#/workflow" aria-current={at('#/workflow')}>
							Work{waiting > 0 && <span className="own-count"> {waiting} waiting for you</span>}
						</a>
					</li>
					<li>
						<a href="#/" aria-current={at('#/collections')}>
							Content
						</a>
					</li>
					<li>
						<button type="button" onClick={openMediaLibrary}>
							Images
						</button>
					</li>
				</ul>
			</nav>
			<Publishing />
			<RemoteNotice />
			<p className="own-who">
				<strong>{name}</strong> {role}
			</p>
			{mySession()?.local !== false && (
				<button type="button" onClick={onLogoutClick}>
					Sign out
				</button>
			)}
		</header>
	);
}

function useAddress(): string {
	const [address, setAddress] = useState(location.hash);
	useEffect(() => {
		const follow = () => setAddress(location.hash);
		addEventListener('hashchange', follow);
		return () => removeEventListener('hashchange', follow);
	}, []);
	return address;
}

/** How many drafts wait for the person. */
function useWaiting(): number {
	const [count, setCount] = useState(0);
	useEffect(() => workWaiting(setCount), []);
	return count;
}
