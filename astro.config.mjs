import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

const site = process.env.SITE;

/** Compiles the pages of one site into a module that renders a page from its data (src/release/renderer.ts). */
const pageRenderer = {
	name: 'page-renderer',
	hooks: {
		'astro:config:done': ({ setAdapter }) => {
			setAdapter({
				name: 'page-renderer',
				entrypointResolution: 'auto',
				serverEntrypoint: new URL('./src/release/renderer.ts', import.meta.url),
				adapterFeatures: { buildOutput: 'server' },
				supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'stable', sharpImageService: 'stable' },
			});
		},
	},
};

export default defineConfig({
	srcDir: `./src/sites/${site}`,
	outDir: `./var/renderer/${site}`,
	publicDir: `./public/${site}`,
	output: 'server',
	adapter: pageRenderer,
	integrations: [mdx()],
	session: { driver: 'memory' },
	build: { inlineStylesheets: 'never', format: 'directory', assets: 'assets' },
	vite: { build: { assetsInlineLimit: 0 } },
	devToolbar: { enabled: false },
	compressHTML: true,
});
