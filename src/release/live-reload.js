/**
 * While writing: reloads the page when the site was built again, lists problems of the content on it, and links a
 * page of the handbook to the editor.
 * Only the preview server hands this out; it is in no finished site.
 */
let shown;

// What is added here belongs to no page on paper.
const paper = new CSSStyleSheet();
paper.replaceSync('@media print { #content-problems, #edit-this-page { display: none } }');
document.adoptedStyleSheets.push(paper);

new EventSource('/.live/events').addEventListener('message', ({ data }) => {
	const { build, issues, editor } = JSON.parse(data);
	linkToEditor(editor);
	if (shown !== undefined && build !== shown && !issues.some(({ severity }) => severity === 'error'))
		return location.reload();
	shown = build;
	document.getElementById('content-problems')?.remove();
	const errors = issues.filter(({ severity }) => severity === 'error');
	if (errors.length === 0) return;
	const box = document.createElement('section');
	box.id = 'content-problems';
	box.setAttribute('role', 'alert');
	box.style.cssText =
		'position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;background:#fff;color:#1b2430;border-top:6px solid #a5281b;padding:16px 24px;z-index:9999;font:16px/1.5 system-ui';
	const heading = document.createElement('h2');
	heading.textContent = `${errors.length} ${errors.length === 1 ? 'problem' : 'problems'} in the content. This page is the last version without them.`;
	box.append(heading);
	for (const { file, place, message, fix } of errors) {
		const line = document.createElement('p');
		const where = document.createElement('strong');
		where.textContent = `${file}:${place.line}:${place.column}`;
		line.append(where, ` ${message}. ${fix}`);
		box.append(line);
	}
	document.body.append(box);
});

function linkToEditor(editor) {
	document.getElementById('edit-this-page')?.remove();
	const [, folder, id] =
		/^\/(standards|letters|guidance|timescales|rights|organisations|areas|pilots|topics)\/([a-z0-9-]+)\//.exec(
			location.pathname,
		) ?? [];
	if (!editor || !folder) return;
	const link = document.createElement('a');
	link.id = 'edit-this-page';
	link.href = `${editor}#/edit/${folder}/${id}`;
	link.textContent = 'Edit this page';
	link.style.cssText =
		'position:fixed;inset:auto 16px 16px auto;padding:8px 16px;background:#12436b;color:#fff;border-radius:4px;z-index:9998;font:16px/1.5 system-ui';
	document.body.append(link);
}
