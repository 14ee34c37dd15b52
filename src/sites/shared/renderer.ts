/**
 * Renders one page of a site. Astro compiles the pages of a site once, with this as their entry; the build then
 * calls it for every page whose data changed, so a change of content never starts the compiler.
 */
import { createApp } from 'astro/app/entrypoint';
import type { PageInput } from '../../release/site-input.ts';

const app = createApp({ streaming: false });

/** The bytes of a page or file. Throws when the site has no page for the address or the page fails. */
export async function render({ path, as = path, data }: PageInput): Promise<Buffer> {
	if (!/(?:\/|\.html)$/.test(path)) return Buffer.from(String(data));
	const address = path === '/404.html' ? '/404' : as;
	const response = await app.render(new Request(`http://site.invalid${address}`), {
		locals: { page: data } as App.Locals,
	});
	if (response.status !== (address === '/404' ? 404 : 200)) {
		throw new Error(`${path} was answered with ${response.status}: ${(await response.text()).slice(0, 500)}`);
	}
	return Buffer.from(await response.arrayBuffer());
}
