/** Releases: what each site may see at a moment, and the building of both. */
export { addressOf } from './addresses.ts';
export { assembleSite, visibleCatalogue } from './assemble.ts';
export { buildSite, fileOf, type SiteBuild } from './build-site.ts';
export type { AuthorsOf } from './candidates.ts';
export { compileSites, type Renderer, type SiteName } from './compile.ts';
export { judgeMarkup } from './judge-markup.ts';
export { explainFiles } from './manifest.ts';
export { type NginxConfig, nginxConfig } from './nginx-config.ts';
export { type Planned, type PublishOptions, planPublication } from './publish.ts';
export { type PublishedRelease, publishRelease, type ReleaseToPublish } from './publish-release.ts';
export { readContent } from './read-content.ts';
export {
	hasErrors,
	judge,
	openWorkshop,
	type Release,
	type ReleaseOptions,
	release,
	siteAudiences,
	siteNames,
	type Workshop,
} from './release.ts';
export { ReleaseBusy } from './release-lock.ts';
export { damagedFiles, isShownIn } from './release-record.ts';
export { countInWords, issuesAsSarif, issuesInText } from './report.ts';
export { planError, planRedaction } from './retract.ts';
export { type RollbackOptions, rollback } from './rollback.ts';
export type { DocumentInput, FactInput, LinkInput, PageInput, SiteInput } from './site-input.ts';
export { type SwapOptions, type Swapped, swapIn } from './swap.ts';
