/**
 * Checks a published register and all it stands for, or an evidence pack, with nothing but Node 20 or newer.
 *   node verify.mjs https://handbook.example/    a site                  --key KEY    a key you know to be the right one
 *   node verify.mjs FOLDER                       a copy of it, or a pack --kept FILE  a checkpoint you kept from before
 * A register has one entry a line; each holds the SHA-256 of the line before. A checkpoint signs the root of the Merkle
 * tree (RFC 6962) over all lines, as a C2SP signed note. Exit 0 when everything holds, else 1 with all that does not.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
/** Ends without a verdict: nothing is said of what could not be read. */
const stop = (why) => { console.log(`${why}.\nNothing was checked. Usage: node verify.mjs [FOLDER or https://ADDRESS/] [--key KEY]… [--kept FILE]…`); process.exit(1); };
const attempt = (act, or) => { try { return act(); } catch (error) { return or(error); } };
const many = { type: 'string', multiple: true, default: [] };
const { values: options, positionals } = attempt(() => parseArgs({ allowPositionals: true, options: { key: many, kept: many } }), (error) => stop(error.message.split('. ')[0]));
const place = positionals.length > 1 ? stop('One folder or address can be checked at a time') : positionals[0] || (import.meta.dirname ?? '.');
const isAddress = /^https?:/.test(place);
async function bytesOf(path) {
	if (!isAddress) return attempt(() => readFileSync(`${place}/${path}`), () => undefined);
	const answer = await fetch(attempt(() => new URL(path, place), () => stop(`“${place}” is not an address`))).catch((error) => stop(`${place} could not be reached: ${error.cause?.message ?? error.message}`));
	if (!answer.ok && ![404, 410].includes(answer.status)) stop(`${answer.url} could not be read: the server answered ${answer.status}`);
	return answer.ok ? Buffer.from(await answer.arrayBuffer().catch(() => stop(`${answer.url} could not be read to its end`))) : undefined;
}
const read = async (path) => (await bytesOf(path))?.toString('utf8');
const [problems, remarks, tell] = [[], new Set(), (problem) => void problems.push(problem)];
const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const [hex, leafOf, nodeOf] = [(text) => sha(text).toString('hex'), (line) => sha(Buffer.from([0]), line), (left, right) => sha(Buffer.from([1]), left, right)];
const rootOf = (leaves, middle = 2 ** Math.floor(Math.log2(leaves.length - 1))) => (leaves.length < 2 ? (leaves[0] ?? sha('')) : nodeOf(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle))));
/** The roots that a proof leads to from a place in a tree: of the tree as it is, and as it was when it ended there. */
function climb(index, size, start, proof) {
	let [at, last, was, is] = [index, size - 1, start, start];
	for (const beside of proof.map((text) => Buffer.from(text, 'hex'))) {
		if (last === 0) return undefined;
		if (at % 2 === 1 || at === last) {
			[was, is] = [nodeOf(beside, was), nodeOf(beside, is)];
			while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
		} else is = nodeOf(is, beside);
		[at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
	}
	return last === 0 ? { was, is } : undefined;
}
function isBeginning(earlier, later, proof) {
	if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
	let [at, last] = [earlier.size - 1, later.size - 1];
	while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)];
	const [start = '', ...rest] = at === 0 ? [earlier.root.toString('hex'), ...proof] : proof;
	const roots = climb(at, last + 1, Buffer.from(start, 'hex'), rest);
	return earlier.size < later.size && roots?.was.equals(earlier.root) && roots.is.equals(later.root);
}
/** JSON with sorted keys and no space is the only spelling that an entry may have. */
const parsed = (text) => attempt(() => JSON.parse(text), () => undefined);
const plain = (value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);
const canonical = (value) => JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? inner.normalize('NFC') : plain(inner)));
const fromBase64 = (text = '') => [Buffer.from(text, 'base64')].find((bytes) => bytes.toString('base64') === text) ?? Buffer.alloc(0);
/** A key: <name>+<digits>+<base64>. */
function keyOf(text) {
	const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
	const bytes = fromBase64(base64);
	if (bytes.length !== 33 || bytes[0] !== 1 || sha(`${name}\n`, bytes).toString('hex', 0, 4) !== id) return tell(`“${text}” is not a key`);
	return { name, id, key: createPublicKey({ key: Buffer.from(`302a300506032b6570032100${bytes.toString('hex', 1)}`, 'hex'), format: 'der', type: 'spki' }) };
}
/** The keys that may have signed: those given, else those that came with what is checked. */
function keysOf(text) {
	const [published, given] = [text.split('\n').filter((line) => line !== ''), options.key.map((key) => key.trim())];
	const trusted = given.length > 0 ? given : published;
	if (published.some((key) => !trusted.includes(key))) tell('key.txt names a key that is not among those given');
	return trusted.flatMap((key) => keyOf(key) ?? []);
}
/** A checkpoint: its form and its signatures are judged. */
function checkpointOf(text, name, keys) {
	const [, body = '', signed = ''] = /^((?:[^\n]+\n){3,})\n((?:\u2014 [^\n]+\n)+)$/.exec(text) ?? [];
	const [origin, count, base64] = body.split('\n');
	const root = fromBase64(base64);
	if (!/^(?:0|[1-9]\d{0,14})$/.test(count) || root.length !== 32) return tell(`${name} is not a signed checkpoint`);
	const judged = [...signed.matchAll(/^\u2014 (\S+) (\S+)$/gm)].flatMap(([, by, rest]) => {
		const signer = keys.find((key) => key.name === by && key.id === fromBase64(rest).toString('hex', 0, 4));
		return signer ? [verify(null, Buffer.from(body), signer.key, fromBase64(rest).subarray(4))] : [];
	});
	if (judged.length === 0 || judged.includes(false)) tell(`${name} is not signed with a key of this register`);
	remarks.add(`The register is “${origin}”.`);
	if (/^demonstration key/m.test(body)) remarks.add('The key is a demonstration key, which everybody has: its signature proves nothing.');
	return { origin, size: Number(count), root, text };
}
/** The checkpoints of a file, an empty line between. */
const notesOf = (text) => text.split(/(?<=^\u2014 .*\n)\n/m).filter((note) => note !== '');
/** The hashes that each edition must have today; without parts when it was taken from reading. */
function standing(entries) {
	const [editions, ids] = [new Map(), new Map()];
	for (const { kind, code, number, parts, published, inForceFrom, id, to } of entries) {
		if (kind === 'edition' || kind === 'rename') ids.set(code, id ?? to);
		const edition = editions.get(`${code} ${number}`);
		if (kind === 'edition') editions.set(`${code} ${number}`, { code, number, parts, published, inForceFrom });
		else if (edition && kind === 'error') edition.parts = undefined;
		else if (edition?.parts && (kind === 'redaction' || kind === 'rendering')) edition.parts = { ...(kind === 'rendering' && edition.parts), ...parts };
	}
	return new Map([...editions].map(([name, edition]) => [name, { ...edition, id: ids.get(edition.code) }]));
}
/** The letters of a text, and of HTML, without the space between them. */
const [letters, named] = [(text) => text.replace(/\s+/g, ''), { amp: '&', lt: '<', gt: '>', quot: '"' }];
const words = (html) => letters(html.replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]*>/g, '').replace(/&(?:#(x[0-9a-f]+|\d+)|(amp|lt|gt|quot));/gi, (_, code, name) => named[name?.toLowerCase()] ?? String.fromCodePoint(Number(`0${code}`))));
const day = (moment) => new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });
/** Every line on its own terms: spelling, place, hash of the line before, time, number of the edition. */
function checkLine(entry, index, lines, before, numbers) {
	const wrong = (what) => tell(`register/register.jsonl, line ${index + 1}: ${what}`);
	if (!entry.kind || canonical(entry) !== lines[index]) wrong('not an entry in canonical JSON');
	if (entry.index !== index) wrong(`numbered ${entry.index}, expected ${index}`);
	if (entry.previous !== (index === 0 ? '0'.repeat(64) : hex(lines[index - 1]))) wrong('does not hold the hash of the line before');
	if (before?.at > entry.at) wrong(`its moment ${entry.at} is before that of the line above`);
	const known = numbers.get(entry.code) ?? 0;
	if (entry.kind === 'edition' ? entry.number <= known : entry.kind !== 'data' && entry.number > known) wrong(`unexpected edition ${entry.number} of ${entry.code}`);
	if (entry.kind === 'edition') numbers.set(entry.code, entry.number);
}
/** Whether what follows this HTML is not shown: a comment, or an element whose content no browser shows, is still open. */
const isSwallowed = (html) => /<!--|<(?:template|textarea|noscript|script|style|title|iframe|object|select|xmp)\b/i.test(html.replace(/<!--[\s\S]*?-->|<(template|textarea|noscript|script|style|title|iframe|object|select|xmp)\b[\s\S]*?<\/\1\s*>/gi, ''));
/** One published edition: its frozen parts have the hashes of the register. Its page shows them under its title, at the address it had when it was frozen, with the name that the document has today. */
async function checkEdition({ code, number, parts, id }, places) {
	const wrong = (what) => tell(`${code}, edition ${number}: ${what}`);
	if (!parts || places.length !== 1) return places.length === (parts ? 1 : 0) ? undefined : wrong(`listed ${places.length} times in register/editions.json`);
	const [written, frozen] = await read(String(places[0].parts)).then((text) => [text, parsed(text)]);
	if (Object.keys(frozen ?? {}).sort().join() !== 'code,html,number,text,views' || frozen.code !== code || frozen.number !== number) return wrong('its frozen text is missing');
	if (JSON.stringify(frozen) !== written) wrong(`something was added to ${places[0].parts}, or stands in it twice`);
	const addressOf = ({ id: was, path } = {}) => `${String(path).replace(new RegExp(`/${was}/(\\w*/?)$`), `/${id}/$1`)}editions/${number}/`;
	const pages = Object.fromEntries(Object.entries(frozen.views ?? {}).map(([language, view]) => [language, addressOf(view)]));
	if (canonical(places[0]) !== canonical({ code, number, pages, parts: `${pages.en?.slice(0, -1)}.json` })) wrong('register/editions.json says of it that it stands where it does not belong');
	for (const [image, hash] of Object.entries(parts.media ?? {})) if (hex((await bytesOf(`media/${image}`)) ?? '') !== hash) wrong(`/media/${image} is not the image that was frozen`);
	for (const language of new Set([parts.view, frozen.html, frozen.text, frozen.views].flatMap((texts) => Object.keys(texts ?? {})))) {
		const [html, text, view] = [String(frozen.html?.[language]), String(frozen.text?.[language]), canonical(frozen.views?.[language]) ?? ''];
		if (hex(html) !== parts.html[language] || hex(text) !== parts.text[language] || hex(view) !== parts.view[language]) wrong(`its frozen text (${language}) does not have the hash of the register`);
		if (!letters(text).endsWith(words(html))) wrong(`its text (${language}) does not have the words of its HTML`);
		const page = (await read(`${pages[language]}index.html`)) ?? '';
		const [before, after = '', ...more] = page.split(` data-edition="${code} ${number} ${language}"`);
		const [title = '', ...titles] = [...page.matchAll(/<h1\b[^>]*>([\s\S]*?)<\/h1>/gi)].map(([, inner]) => words(inner));
		const shown = more.length + titles.length === 0 && !isSwallowed(before) && after.slice(after.indexOf('>') + 1).startsWith(`${html}</${/<(\w+)[^<>]*$/.exec(before)?.[1]}>`);
		if (!shown || !title.endsWith(letters(text.split('\n')[0]))) wrong(`its page (${language}) does not show what was frozen`);
	}
}
async function checkSite(kept) {
	const text = async (name) => (await read(`register/${name}`)) ?? '';
	const [lines, numbers] = [(await text('register.jsonl')).split('\n'), new Map()];
	if (lines.pop() !== '') tell('register/register.jsonl does not end with a line end');
	const entries = lines.map((line) => parsed(line) ?? {});
	for (const [index, entry] of entries.entries()) checkLine(entry, index, lines, entries[index - 1], numbers);
	const [keys, leaves, [all, notes]] = [keysOf(await text('key.txt')), lines.map(leafOf), await text('checkpoints.txt').then((all) => [all, notesOf(all)])];
	if (notes.join('\n') !== all || (await text('checkpoint.txt')) !== (notes.at(-1) ?? '')) tell('register/checkpoint.txt is not the last of register/checkpoints.txt');
	const checkpoints = [...kept, ...notes].map((note, index) => {
		const name = index < kept.length ? `kept checkpoint ${index + 1}` : `register/checkpoints.txt, checkpoint ${index - kept.length + 1}`;
		const checkpoint = checkpointOf(note, name, keys);
		if (checkpoint?.size > leaves.length) tell(`${name} is of ${checkpoint.size} entries, but there are ${leaves.length}`);
		else if (checkpoint && !checkpoint.root.equals(rootOf(leaves.slice(0, checkpoint.size)))) tell(`${name} does not stand for the first ${checkpoint.size} entries`);
		return checkpoint ?? {};
	});
	if (new Set(checkpoints.flatMap(({ origin }) => origin ?? [])).size > 1) tell('The checkpoints are of more than one register');
	const sizes = checkpoints.slice(kept.length).map(({ size }) => size);
	if (sizes.some((size, index) => !(size > (sizes[index - 1] ?? 0)))) tell('The checkpoints are not in the order of their sizes');
	if ((sizes.at(-1) ?? 0) !== lines.length) tell('The latest checkpoint does not cover every entry');
	if (problems.length > 0) return tell('The editions were not checked: hashes of a register that is not sound prove nothing');
	const [editions, [listed, places]] = [standing(entries), await text('editions.json').then((list) => [list, parsed(list)])];
	if (!Array.isArray(places) || places.includes(null) || `${canonical(places)}\n` !== listed) return tell('register/editions.json is not the list of editions in canonical JSON');
	for (const { code, number } of places) if (!editions.has(`${code} ${number}`)) tell(`${code}, edition ${number} is not in the register`);
	for (const edition of editions.values()) await checkEdition(edition, places.filter(({ code, number }) => code === edition.code && number === edition.number));
	return `${entries.length} entries and ${editions.size} editions`;
}
/** A page of a pack as it has to be, to the letter: any word, style or comment more could say or hide something. */
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const readingPage = ({ code, number, published, inForceFrom }, language, direction, files, [heading, ...head], html) => `<!doctype html>\n<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:"><meta name="viewport" content="width=device-width"><title>${escaped(`${code}, edition ${number}: ${heading}`)}</title>\n<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:bold}td,th{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top}code,pre{overflow-wrap:anywhere;white-space:pre-wrap}.warning,.answer,.what{border-left:.3rem solid;padding-left:1rem}@media screen and (max-width:45rem){table{display:block;overflow-x:auto}}</style></head>\n<body>\n`
	+ `<p class="what" lang="en" dir="ltr">${escaped(code)}, edition ${number}. Published ${day(published)}, in force from ${day(inForceFrom)}. This page is for reading. What was hashed: <a href="../${escaped(files.html)}">${escaped(files.html)}</a> and <a href="../${escaped(files.text)}">${escaped(files.text)}</a>. <a href="../index.html">Back</a></p>\n<h1>${escaped(heading)}</h1>${head.map((line) => `<p>${escaped(line)}</p>`).join('')}${html.replaceAll('src="/media/', 'src="../media/')}\n</body></html>\n`;
/** An evidence pack: its entries are in the tree that was signed, its texts have the hashes in them, its pages show them. */
async function checkPack(kept) {
	const [{ entries, earlier, texts }, keys] = [parsed(await read('evidence.json')), keysOf((await read('key.txt')) ?? '')];
	const latest = checkpointOf((await read('checkpoint.txt')) ?? '', 'checkpoint.txt', keys) ?? { size: 0 };
	if (entries.length === 0) tell('evidence.json holds no entry of the register, so the pack proves nothing');
	const told = entries.map(({ line }) => parsed(line) ?? {});
	for (const [nth, { index, code }] of told.entries())
		if (canonical(told[nth]) !== entries[nth].line || !(index < latest.size) || !(index > (told[nth - 1]?.index ?? -1)) || !climb(index, latest.size, leafOf(entries[nth].line), entries[nth].proof)?.is.equals(latest.root)) tell(`Entry ${index} of ${code} is not in the register that was signed, or not in its place`);
	for (const [before, proof] of earlier.map(({ checkpoint, proof }) => [checkpointOf(checkpoint, 'An earlier checkpoint', keys), proof]))
		if (before && (before.origin !== latest.origin || !isBeginning(before, latest, proof))) tell(`The checkpoint of ${before.size} entries is not the beginning of that of ${latest.size}`);
	if (kept.some((note) => note !== latest.text && !earlier.some(({ checkpoint }) => checkpoint === note))) tell('The pack does not hold a checkpoint that you kept, so the two cannot be compared. That alone is no sign of tampering: check the site against it instead');
	const [editions, known] = [standing(told), new Set()];
	for (const { code, number, language, ...files } of texts) {
		const [edition, name] = [editions.get(`${code} ${number}`) ?? {}, `editions/${code}-${number}.${language}.html`];
		const wrong = (name) => tell(`${name} is not what was frozen as edition ${number} of ${code}`);
		for (const kind of ['html', 'text', 'view']) if (hex((await read(String(files[kind]))) ?? '') !== edition.parts?.[kind]?.[language]) wrong(files[kind]);
		for (const [image, hash] of Object.entries(edition.parts?.media ?? {})) if (hex((await bytesOf(`media/${image}`)) ?? '') !== hash) wrong(`media/${image}`);
		for (const file of [name, ...Object.values(files), ...Object.keys(edition.parts?.media ?? {}).map((image) => `media/${image}`)]) known.add(file);
		const [html, [head], page] = [(await read(String(files.html))) ?? '', ((await read(String(files.text))) ?? '').split('\n\n'), await read(name)];
		if (!['ltr', 'rtl'].some((direction) => page === readingPage(edition, language, direction, files, head.split('\n'), html))) wrong(name);
		remarks.add(`${code}, edition ${number}: published ${edition.published}, in force from ${edition.inForceFrom}.`);
	}
	for (const folder of ['editions', 'texts', 'media']) for (const file of attempt(() => readdirSync(`${place}/${folder}`), () => [])) if (!known.has(`${folder}/${file}`) && !/^\.|^(?:Thumbs\.db|desktop\.ini)$/.test(file)) tell(`${folder}/${file} does not belong to the pack: nothing proves what it says`);
	remarks.add('index.html is not checked: if it says anything else than these lines, they are right.');
	return `${entries.length} entries and ${texts.length} texts of an evidence pack`;
}
if (options.key.some((key) => !keyOf(key.trim()))) stop(`${problems[0]}. Give the whole line of key.txt, <name>+<digits>+<base64>`);
const kept = options.kept.flatMap((file) => notesOf(`${attempt(() => readFileSync(file, 'utf8'), () => stop(`There is no file “${file}”`)).replace(/^\uFEFF|\r/g, '').trimEnd()}\n`));
const isPack = (await bytesOf('register/register.jsonl')) === undefined;
if (isPack && (isAddress || (await bytesOf('evidence.json')) === undefined)) stop(`There is no register (register/register.jsonl)${isAddress ? '' : ' and no evidence pack (evidence.json)'} in “${place}”`);
const checked = await (isPack ? checkPack : checkSite)(kept).catch(() => tell(`${isPack ? 'evidence.json' : 'register/register.jsonl'} holds something that cannot be understood`));
if (options.key.length === 0) remarks.add('The key came with what was checked: compare it with one that you have from elsewhere.');
console.log([...problems, ...remarks, problems.length > 0 ? `NOT SOUND: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.` : `Sound: ${checked}.`].join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;
