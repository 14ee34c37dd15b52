/** Documents with versions, nothing else: no blog, no search, no edit links, no dates from git. */
export default {
	title: 'Handbook',
	url: 'https://handbook.invalid',
	baseUrl: '/',
	onBrokenLinks: 'ignore',
	onBrokenAnchors: 'ignore',
	markdown: { format: 'md', hooks: { onBrokenMarkdownLinks: 'ignore' } },
	future: { v4: true, faster: true },
	presets: [
		[
			'@docusaurus/preset-classic',
			{ blog: false, docs: { routeBasePath: '/', sidebarPath: undefined }, sitemap: false },
		],
	],
};
