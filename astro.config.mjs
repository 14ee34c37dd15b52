import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

/** Which site to compile, and where to. Set by src/release/compile.ts. */
const site = process.env.SITE ?? 'handbook';
const outDir = process.env.SITE_OUT ?? `./var/renderer/${site}`;

/**
 * Astro compiles the pages of a site into a module that renders a page from its data, and hashed styles and
 * scripts. The build calls that module for each page (src/release/build.ts), so content is never compiled.
 */
const pageRenderer = {
	name: 'page-renderer',
	hooks: {
		'astro:config:done': ({ setAdapter }) => {
			setAdapter({
				name: 'page-renderer',
				entrypointResolution: 'auto',
				serverEntrypoint: new URL(`./src/sites/${site}/renderer.ts`, import.meta.url),
				adapterFeatures: { buildOutput: 'server' },
				supportedAstroFeatures: {
					serverOutput: 'stable',
					staticOutput: 'stable',
					sharpImageService: 'stable',
				},
			});
		},
	},
};

export default defineConfig({
	srcDir: `./src/sites/${site}`,
	outDir,
	publicDir: `./public/${site}`,
	output: 'server',
	adapter: pageRenderer,
	integrations: [mdx()],
	build: { inlineStylesheets: 'never', assets: 'assets' },
	vite: {
		build: {
			assetsInlineLimit: 0,
			// Below the sites nothing happens on import, so scripts take what they use of a folder and not its schemas.
			rollupOptions: {
				treeshake: { moduleSideEffects: [{ test: /\/src\/(?!sites\/)/, sideEffects: false }] },
			},
		},
	},
	devToolbar: { enabled: false },
	telemetry: false,
});
