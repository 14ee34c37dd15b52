/** The preview beside the form: the issues, what the editor wants to see, and the page. */
import { useEffect, useState } from 'react';
import { type Language, languageNames, languages } from '../../../src/model/language.ts';
import { IssueList } from '../issues/issue-list.tsx';
import { show, shownNow, useJudgement } from '../issues/judgement.ts';
import type { Medium } from './media-rules.ts';
import { imagesIn, PageFrame } from './page-frame.tsx';
import type { Preview } from './preview.ts';

/** What Decap hands to a preview, as far as we look at it. */
interface PreviewPaneProps {
	/** The language of the form. */
	locale?: string;
	/** An image as far as it is loaded; Decap draws the preview again when it is. */
	getAsset(path: string): { toString(): string };
}

const media: { value: Medium; label: string }[] = [
	{ value: 'screen', label: 'On a screen' },
	{ value: 'phone', label: 'On a phone' },
	{ value: 'print', label: 'On paper' },
];
const siteNames = { handbook: 'Staff, in the handbook', public: 'Victims, on the public pages' };

export function PreviewPane({ locale, getAsset }: PreviewPaneProps) {
	const { preview } = useJudgement();
	const [chosen, setChosen] = useState<Medium>();
	const language = languages.find((each) => each === locale) ?? 'en';
	useEffect(() => show({ language }), [language]);
	useEffect(() => {
		// Decap’s frame around this has no name and no language.
		const frame = document.getElementById('preview-pane') as HTMLIFrameElement | null;
		if (!frame?.contentDocument) return;
		frame.title = 'Preview';
		frame.contentDocument.title = 'Preview';
		frame.contentDocument.documentElement.lang = 'en-GB';
	}, []);
	if (!preview) return <p>The preview is being made …</p>;
	// Most victims read on a phone.
	const medium = chosen ?? (preview.sites[0] === 'public' ? 'phone' : 'screen');
	return (
		<main className="preview">
			<h1 className="issue-hidden">Preview</h1>
			<IssueList />
			<fieldset className="preview-choices">
				<legend>Show the page</legend>
				{preview.sites.length > 1 && (
					<Select
						label="As read by"
						value={preview.sites[0] ?? ''}
						options={[...preview.sites].sort().map((value) => ({ value, label: siteNames[value] }))}
						onChange={(site) => show({ site: site as Preview['sites'][number] })}
					/>
				)}
				{preview.languages.length > 1 && (
					<Select
						label="Language"
						value={preview.language}
						options={preview.languages.map((each) => ({
							value: each.language,
							label: languageNames[each.language].english,
						}))}
						onChange={(value) => show({ language: value as Language })}
					/>
				)}
				<Select label="How" value={medium} options={media} onChange={(value) => setChosen(value as Medium)} />
				{preview.choices.map(({ name, label, options }) => (
					<Select
						key={name}
						label={label}
						value={shownNow().answers[name] ?? ''}
						options={options}
						onChange={(answer) => show({ answers: { ...shownNow().answers, [name]: answer } })}
					/>
				))}
			</fieldset>
			{preview.tab !== undefined && (
				<p className="preview-tab">
					The browser’s tab and history say: <strong>{preview.tab}</strong>
				</p>
			)}
			<PageFrame
				preview={preview}
				medium={medium}
				images={imagesIn(preview.html).map((file) => [file, String(getAsset(file))])}
			/>
		</main>
	);
}

interface SelectProps {
	label: string;
	value: string;
	options: readonly { value: string; label: string }[];
	onChange(value: string): void;
}

function Select({ label, value, options, onChange }: SelectProps) {
	return (
		<label>
			{label}{' '}
			<select value={value} onChange={({ target }) => onChange(target.value)}>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</label>
	);
}
