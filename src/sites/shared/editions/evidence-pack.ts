/**
 * Makes an evidence pack in the browser, from what this site publishes, and saves it on this device. Nothing is sent:
 * the command `npm run evidence` makes the same bytes.
 */
export interface EvidenceSettings {
	/** Said while it is made, when it is done, and when something failed. */
	words: { working: string; done: string; failed: string };
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-evidence]')) open(form);

function open(form: HTMLFormElement): void {
	const { words } = JSON.parse(form.dataset.evidence ?? '') as EvidenceSettings;
	const find = <T extends HTMLElement>(selector: string) => form.querySelector(selector) as T;
	const [code, day, status] = [
		find<HTMLInputElement>('[data-code]'),
		find<HTMLInputElement>('[data-day]'),
		find('[data-status]'),
	];
	const asked = new URL(document.URL).searchParams;
	code.value = asked.get('document') ?? '';
	day.value = asked.get('on') ?? '';
	// One of both has to be there; the browser says so at the first.
	const oneOfBoth = () => {
		code.required = day.value === '';
	};
	day.addEventListener('input', oneOfBoth);
	oneOfBoth();
	form.hidden = false;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		status.textContent = words.working;
		make().then(
			() => {
				status.textContent = words.done;
			},
			(error: Error) => {
				status.textContent = `${words.failed} ${error.message}`;
			},
		);
	});

	async function make(): Promise<void> {
		const wanted = code.value.trim().toUpperCase();
		// Only who asks for a pack loads what makes it.
		const { makeEvidence } = await import('./evidence-maker.ts');
		const pack = await makeEvidence(fetchPublished, {
			...(wanted !== '' && { code: wanted }),
			...(day.value !== '' && { on: day.value }),
		});
		const link = document.createElement('a');
		link.href = URL.createObjectURL(new Blob([pack as BlobPart], { type: 'application/zip' }));
		link.download = `${['evidence', wanted, day.value].filter((part) => part !== '').join('-')}.zip`;
		link.click();
		URL.revokeObjectURL(link.href);
	}
}

/** A file of this site; nothing where there is none. */
async function fetchPublished(path: string): Promise<Uint8Array | undefined> {
	const response = await fetch(`/${path}`);
	if (response.status === 404) return undefined;
	if (!response.ok) throw new Error(`/${path}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
