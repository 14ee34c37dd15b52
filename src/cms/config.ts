/** The configuration of the editor, made from the model: a key that exists there has a field here. */
import type { DecapConfig } from './decap-config.ts';

export interface EditorOptions {
	/** Decap’s `backend`: our editing server, or a stock one. */
	backend: DecapConfig['backend'];
	/** The documents there are, to choose from and to tell the next free code. */
	documents?: readonly { code: string; title: string }[];
}

/** Widgets of ours that the configuration names; the editor registers each. */
export const ownWidgets = {
	/** The body of standards, letters, victim pages and passages: key `blocks`, a list of blocks. */
	blocks: 'blocks',
	/** The body of guidance: key `body`, one text. */
	guardedText: 'guarded-text',
} as const;

export function editorConfig({ backend }: EditorOptions): DecapConfig {
	return {
		load_config_file: false,
		backend,
		publish_mode: 'editorial_workflow',
		locale: 'en',
		media_folder: ['content', 'media'].join('/'),
		public_folder: '',
		slug: { encoding: 'ascii', clean_accents: true },
		i18n: { structure: 'multiple_files', locales: ['en', 'cy', 'ar', 'ur'], default_locale: 'en' },
		editor: { preview: true },
		collections: [],
	};
}
