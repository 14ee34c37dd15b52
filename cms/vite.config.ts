/** How the editor is bundled: one page with no script of anybody else, under a policy that allows no `eval`. */
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => join(import.meta.dirname, path);

/** Parts of Decap that are ours: the file that imports them gets ours instead. Pinned versions keep this safe. */
const ours: Record<string, string> = {
	'decap-cms-core/dist/esm/components/App/Header.js': here('app/shell/header.tsx'),
	'decap-cms-core/dist/esm/components/Editor/Editor.js': here('app/entry/entry-editor.tsx'),
	'decap-cms-core/dist/esm/components/Editor/EditorToolbar.js': here('app/entry/toolbar.tsx'),
	'decap-cms-core/dist/esm/components/Workflow/Workflow.js': here('app/work-list/work-page.tsx'),
	'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControlPane.js': here(
		'app/issues/control-pane.tsx',
	),
	'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget.js': here('app/issues/widget.tsx'),
};

/** Lines of Decap that are wrong for us, and what stands there instead. Building fails when one is not found. */
const corrections: Record<string, { from: string; to: string }[]> = {
	// Looks for another language’s text in the wrong place, so that opening an entry already counts as changing it.
	'decap-cms-core/dist/esm/reducers/entryDraft.js': [
		{
			from: 'import',
			to: `import { isChanged } from ${JSON.stringify(here('app/entry/is-changed.ts'))};\nimport`,
		},
		{
			from: 'return state.withMutations(state => {\n          const {\n            field,',
			to: 'const before = state;\n        return state.withMutations(state => {\n          const {\n            field,',
		},
		{
			from: "!entries.some(e => newData.equals(e.get(...dataPath))) || !entries.some(e => newMeta.equals(e.get('meta')))",
			to: 'isChanged(state, before, entries)',
		},
	],
	// Puts the cursor back at every redraw, and so undoes what somebody has just selected.
	'decap-cms-widget-string/dist/esm/StringControl.js': [
		{
			from: 'componentDidUpdate() {\n    if (this._el &&',
			to: 'componentDidUpdate(before) {\n    if (before.value !== this.props.value && this._el &&',
		},
	],
	// Throws a translator back to English at every save, and tells nobody how the save ended.
	'decap-cms-core/dist/esm/components/Editor/EditorInterface.js': [
		{
			from: 'await this.controlPaneRef.switchToDefaultLocale();\n    this.controlPaneRef.validate();\n    this.props.onPersist(',
			to: 'this.controlPaneRef.validate();\n    return this.props.onPersist(',
		},
		// Shows Welsh beside Welsh.
		{
			from: 'locale: locales?.[1],\n        t: t\n      })',
			to: 'locale: locales?.find(each => each !== leftPanelLocale),\n        t: t\n      }, leftPanelLocale)',
		},
	],
	// Leaves a translator an empty screen for each field that is not translated.
	'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControl.js': [
		{ from: 'visibility: hidden;', to: 'display: none;' },
	],
	// Calls languages by their codes, and shows beside the English text what only a translation has.
	'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControlPane.js': [
		{
			from: 'import',
			to: `import { languageNames } from ${JSON.stringify(here('../src/model/languages.ts'))};\nimport`,
		},
		{ from: 'locale: sourceLocale.toUpperCase()', to: 'locale: languageNames[sourceLocale].english' },
		{ from: 'locale: locale.toUpperCase()', to: 'locale: languageNames[locale].english' },
		{ from: 'label: l,', to: 'label: languageNames[l].english,' },
		{
			from: "fields.filter(f => f.get('widget') !== 'hidden')",
			to: "fields.filter(f => f.get('widget') !== 'hidden' && !(f.get('only_translated') && locale === defaultLocale))",
		},
	],
	// Asks for Node’s own, which is not there.
	'js-sha256/src/sha256.js': [
		{ from: `eval("require('crypto')")`, to: 'undefined' },
		{ from: `eval("require('buffer').Buffer")`, to: 'undefined' },
	],
	// Falls over a language that the document does not have.
	'decap-cms-core/dist/esm/lib/i18n.js': [
		{
			from: 'entry = entry.setIn(dataPath, serializeValues(entry.getIn(dataPath)));',
			to: 'if (entry.getIn(dataPath)) entry = entry.setIn(dataPath, serializeValues(entry.getIn(dataPath)));',
		},
		// Without a preview nobody sees what is still to be written.
		{
			from: "return entry.set('data', entry.getIn([I18N, locale, 'data']));",
			to: "return entry.set('data', entry.getIn([I18N, locale, 'data']) ?? entry.get('data'));",
		},
	],
};

function corrected(): Plugin {
	const found = new Set<string>();
	return {
		name: 'corrected',
		transform(code, id) {
			const file = Object.keys(corrections).find((end) => id.replaceAll('\\', '/').endsWith(end));
			if (!file) return null;
			found.add(file);
			let text = code;
			for (const { from, to } of corrections[file] ?? []) {
				if (!text.includes(from)) this.error(`Not in ${file}, where it has to be corrected: ${from}`);
				text = text.replace(from, () => to);
			}
			return { code: text, map: null };
		},
		buildEnd(error) {
			const missing = Object.keys(corrections).filter((file) => !found.has(file));
			if (!error && missing.length > 0)
				this.error(`Not corrected, because not bundled: ${missing.join(', ')}`);
		},
	};
}

function ourParts(): Plugin {
	return {
		name: 'our-parts',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (!importer?.includes('decap-cms-core') || !source.startsWith('.')) return null;
			const found = await this.resolve(source, importer, { skipSelf: true });
			const part = Object.keys(ours).find((end) => found?.id.replaceAll('\\', '/').endsWith(end));
			return part ? (ours[part] ?? null) : found;
		},
	};
}

/** gray-matter brings an engine that runs files as JavaScript. */
function noFrontMatterEngines(): Plugin {
	return {
		name: 'no-front-matter-engines',
		enforce: 'pre',
		resolveId: (source, importer) =>
			importer?.includes('gray-matter') && /(?:^|\/)engines$/.test(source)
				? here('stubs/front-matter-engines.ts')
				: null,
	};
}

/** Tries whether it may make code of text, which the policy of the server refuses and the browser then tells of. */
const attempt = {
	file: 'zod/v4/core/util.js',
	from: 'new F("");\n        return true;',
	to: 'return false;',
};

/** What the policy would not let run is not in the bundle either. */
function noEval(): Plugin {
	return {
		name: 'no-eval',
		transform(code, id) {
			const { file, from, to } = attempt;
			if (!id.replaceAll('\\', '/').endsWith(file)) return null;
			if (!code.includes(from)) this.error(`Not in ${file}, where it has to be corrected: ${from}`);
			return { code: code.replace(from, to), map: null };
		},
		generateBundle(_, files) {
			for (const file of Object.values(files)) {
				if (file.type !== 'chunk') continue;
				const at = file.code.search(/\b(?:eval|new Function)\(/);
				if (at !== -1)
					this.error(
						`${file.fileName} makes code of text: ${file.code.slice(Math.max(0, at - 80), at + 80)}`,
					);
			}
		},
	};
}

/** A worker has no document: packages that would ask one for the meaning of `&amp;` bring their own list. */
function withoutDocument(): Plugin {
	return {
		name: 'without-document',
		enforce: 'pre',
		async resolveId(source, importer) {
			if (source !== 'decode-named-character-reference') return null;
			const found = await this.resolve(source, importer, { skipSelf: true });
			return found?.id.replace(/index\.dom\.js$/, 'index.js') ?? null;
		},
	};
}

export default defineConfig({
	root: here('app'),
	base: '/',
	publicDir: false,
	// Packages of Decap’s name the global object as Node does.
	define: { global: 'globalThis' },
	plugins: [ourParts(), corrected(), noFrontMatterEngines(), noEval()],
	resolve: {
		alias: [
			{ find: /^ajv$/, replacement: here('stubs/ajv.ts') },
			{ find: /^ajv-keywords(\/.*)?$/, replacement: here('stubs/ajv.ts') },
			{ find: /^ajv-errors$/, replacement: here('stubs/ajv-errors.ts') },
			{ find: /^@iarna\/toml\/parse-string$/, replacement: here('stubs/toml.ts') },
			{ find: /^@jsquash\/webp$/, replacement: here('stubs/image-encoder.ts') },
		],
		dedupe: ['react', 'react-dom', 'immutable'],
	},
	worker: { format: 'es', plugins: () => [withoutDocument(), noEval()] },
	build: {
		emptyOutDir: true,
		target: 'es2023',
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 6000,
	},
});
