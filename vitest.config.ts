import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 300_000, setupFiles: 'tests/seed.ts' };

/**
 * Three kinds of test: `unit` needs no build; `site` reads the sites built once from the real content, or builds
 * miniature ones; `browser` drives Chromium over those sites.
 */
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{ test: { ...shared, name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/sites/**', 'tests/release/**', 'tests/e2e/**'] } },
			{ test: { ...shared, name: 'site', include: ['tests/sites/**/*.test.ts', 'tests/release/**/*.test.ts'], globalSetup: 'tests/build-sites.ts' } },
			{ test: { ...shared, name: 'browser', include: ['tests/e2e/**/*.test.ts'], globalSetup: 'tests/build-sites.ts', fileParallelism: false } },
		],
	},
});
