/** The editor starts: who is there, then Decap, whose much larger code is fetched meanwhile. */
import { createRoot } from 'react-dom/client';
import './styles.css';
import { resume } from './session/session.ts';
import { SignInPage } from './session/sign-in-page.tsx';

const editor = import('./start-editor.ts');
const place = document.getElementById('own-root') as HTMLElement;

try {
	const signedOut = await resume();
	if (signedOut) await signIn(signedOut.people);
	const { startEditor } = await editor;
	await startEditor();
} catch (error) {
	place.replaceChildren(problemPage(error as Error));
}

function signIn(people: Parameters<typeof SignInPage>[0]['people']): Promise<void> {
	const root = createRoot(place);
	return new Promise((done) => {
		const onSignedIn = () => {
			root.unmount();
			done();
		};
		root.render(<SignInPage people={people} onSignedIn={onSignedIn} />);
	});
}

function problemPage(error: Error): HTMLElement {
	const page = document.createElement('main');
	page.className = 'own-page';
	const heading = document.createElement('h1');
	heading.textContent = 'The editor could not start';
	const reason = document.createElement('p');
	reason.textContent = error.message;
	const advice = document.createElement('p');
	advice.textContent =
		'Reload this page. If it says the same again, look at the terminal the editor was started in.';
	page.append(heading, reason, advice);
	return page;
}
