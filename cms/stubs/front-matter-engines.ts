/**
 * In place of the engines of gray-matter, one of which runs a file that begins `---js`. Our formats read every file,
 * so nothing may come here.
 */
function refuse(): never {
	throw new Error('This file is read by the formats of the editor alone');
}

const engine = { parse: refuse, stringify: refuse };
export default { yaml: engine, json: engine, javascript: engine };
