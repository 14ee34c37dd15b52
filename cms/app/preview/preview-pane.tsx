/** The preview beside the form: the issues, what the editor wants to see, and the page. */
import { useEffect, useState } from 'react';
import { type Language, languageNames, languages } from '../../../src/model/language.ts';
import { IssueList } from '../issues/issue-list.tsx';
import { show, shownNow, useJudgement } from '../issues/judgement.ts';
import type { Medium } from './media-rules.ts';
import { PageFrame } from './page-frame.tsx';
import type { Preview } from './preview.ts';

/** What Decap hands to a preview, as far as we look at it: the language of the form. */
interface PreviewPaneProps {
	locale?: string;
}

const media: { value: Medium; label: string }[] = [
	{ value: 'screen', label: 'On a screen' },
	{ value: 'phone', label: 'On a phone' },
	{ value: 'print', label: 'On paper' },
];
const siteNames = { handbook: 'Staff, in the handbook', public: 'Victims, on the public pages' };

export function PreviewPane({ locale }: PreviewPaneProps) {
	const { preview } = useJudgement();
	const [chosen, setChosen] = useState<Medium>();
	const language = languages.find((each) => each === locale) ?? 'en';
	useEffect(() => show({ language }), [language]);
	if (!preview) return <p className="preview-wait">The preview is being made …</p>;
	// Most victims read on a phone.
	const medium = chosen ?? (preview.sites[0] === 'public' ? 'phone' : 'screen');
	return (
		<div className="preview">
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
			<PageFrame preview={preview} medium={medium} />
		</div>
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
