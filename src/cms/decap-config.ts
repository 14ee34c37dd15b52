/** The shape of Decap’s configuration, as far as we write it. */

export interface DecapField {
	name: string;
	label?: string;
	hint?: string;
	widget?: string;
	/**
	 * `false`: the label says “optional”. Present but undefined: may be left empty for now, and the label does not say
	 * so. Absent or `true`: the form refuses to be saved without it.
	 */
	required?: boolean;
	default?: unknown;
	i18n?: boolean;
	/** A regular expression and what it expects, in words. */
	pattern?: [string, string];
	field?: DecapField;
	fields?: DecapField[];
	/** What else its widget knows: `options`, `multiple`, `collection`, `value_type` … */
	[option: string]: unknown;
}

export interface DecapCollection {
	/** The folder below the content folder. */
	name: string;
	label: string;
	label_singular: string;
	description?: string;
	folder: string;
	extension: 'mdx' | 'yaml';
	format: string;
	create: boolean;
	delete: boolean;
	identifier_field: string;
	slug: string;
	summary: string;
	i18n?: boolean;
	fields: DecapField[];
	sortable_fields: { field: string; label?: string; default_sort?: 'asc' | 'desc' }[];
	view_filters?: { label: string; field: string; pattern: string }[];
	view_groups?: { label: string; field: string; pattern?: string }[];
	editor: { preview: boolean };
}

export interface DecapConfig {
	load_config_file: false;
	backend: { name: string; [option: string]: unknown };
	publish_mode: 'editorial_workflow';
	locale: string;
	media_folder: string;
	public_folder: string;
	slug: { encoding: 'ascii'; clean_accents: true };
	i18n: { structure: 'multiple_files'; locales: string[]; default_locale: string };
	editor: { preview: boolean };
	collections: DecapCollection[];
}
