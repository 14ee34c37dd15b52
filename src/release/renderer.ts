import { createApp } from 'astro/app/entrypoint';
const app = createApp({ streaming: false });
export async function renderPage(path: string, page: unknown): Promise<string> {
	const response = await app.render(new Request(`http://site.invalid${path}`), { locals: { page } });
	if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return response.text();
}
