/**
 * Checks a published register and all it stands for, or an evidence pack, with nothing but Node 20 or newer.
 *
 *   node verify.mjs https://handbook.example/    a site                  --key KEY    a key you know to be the right one
 *   node verify.mjs FOLDER                       a copy of it, or a pack --kept FILE  a checkpoint you kept from before
 *
 * A register has one entry a line; each holds the SHA-256 of the line before. A checkpoint signs the root of the Merkle
 * tree (RFC 6962) over all lines, as a C2SP signed note. Exit 0 when everything holds, else 1 with all that does not.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
const many = { type: 'string', multiple: true, default: [] };
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { key: many, kept: many } });
const place = positionals[0] ?? import.meta.dirname ?? '.';
async function bytesOf(path) {
	if (/^https?:/.test(place)) return fetch(new URL(path, place)).then(async (answer) => (answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined));
	try { return readFileSync(`${place}/${path}`); } catch { return undefined; }
}
const read = async (path) => (await bytesOf(path))?.toString('utf8');
const [problems, remarks] = [[], new Set()];
const tell = (problem) => void problems.push(problem);
const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const [hex, leafOf] = [(text) => sha(text).toString('hex'), (line) => sha(Buffer.from([0]), line)];
const nodeOf = (left, right) => sha(Buffer.from([1]), left, right);
function rootOf(leaves, middle = 2 ** Math.floor(Math.log2(leaves.length - 1))) {
	return leaves.length < 2 ? (leaves[0] ?? sha('')) : nodeOf(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)));
}

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
const parsed = (text) => { try { return JSON.parse(text); } catch { return undefined; } };
const sorted = (value) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
const plain = (value) => (value && typeof value === 'object' && !Array.isArray(value) ? sorted(value) : value);
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
	const published = text.split('\n').filter((line) => line !== '');
	const trusted = options.key.length > 0 ? options.key : published;
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
		const bytes = fromBase64(rest);
		const signer = keys.find((key) => key.name === by && key.id === bytes.toString('hex', 0, 4));
		return signer ? [verify(null, Buffer.from(body), signer.key, bytes.subarray(4))] : [];
	});
	if (judged.length === 0 || judged.includes(false)) tell(`${name} is not signed with a key of this register`);
	if (/^demonstration key/m.test(body)) remarks.add('The key is a demonstration key, which everybody has: its signature proves nothing.');
	return { origin, size: Number(count), root, text };
}

/** The hashes that each edition must have today; without parts when it was taken from reading. */
function standing(entries) {
	const editions = new Map();
	for (const { kind, code, number, parts, published, inForceFrom } of entries) {
		const edition = editions.get(`${code} ${number}`);
		if (kind === 'edition') editions.set(`${code} ${number}`, { code, number, parts, published, inForceFrom });
		else if (edition && kind === 'error') edition.parts = undefined;
		else if (edition?.parts && (kind === 'redaction' || kind === 'rendering')) edition.parts = { ...(kind === 'rendering' && edition.parts), ...parts };
	}
	return editions;
}

/** The letters of a text, and of HTML, without the space between them. */
const letters = (text) => text.replace(/\s+/g, '');
const named = { amp: '&', lt: '<', gt: '>', quot: '"' };
const words = (html) => letters(html.replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]*>/g, '')
	.replace(/&(?:#(x[0-9a-f]+|\d+)|(amp|lt|gt|quot));/gi, (_, code, name) => named[name?.toLowerCase()] ?? String.fromCodePoint(Number(`0${code}`))));
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

/** One published edition: its frozen parts have the hashes of the register, and its page shows them under its title. */
async function checkEdition({ code, number, parts }, places) {
	const wrong = (what) => tell(`${code}, edition ${number}: ${what}`);
	if (places.length !== (parts ? 1 : 0)) return wrong(`listed ${places.length} times in register/editions.json`);
	if (!parts) return;
	const frozen = parsed(await read(String(places[0].parts)));
	if (Object.keys(frozen ?? {}).sort().join() !== 'code,html,number,text,views' || frozen.code !== code || frozen.number !== number) return wrong('its frozen text is missing');
	for (const [image, hash] of Object.entries(parts.media ?? {})) if (hex((await bytesOf(`media/${image}`)) ?? '') !== hash) wrong(`/media/${image} is not the image that was frozen`);
	for (const language of new Set([parts.view, frozen.html, frozen.text, frozen.views].flatMap((texts) => Object.keys(texts ?? {})))) {
		const [html, text, view] = [String(frozen.html?.[language]), String(frozen.text?.[language]), canonical(frozen.views?.[language]) ?? ''];
		if (hex(html) !== parts.html[language] || hex(text) !== parts.text[language] || hex(view) !== parts.view[language]) wrong(`its frozen text (${language}) does not have the hash of the register`);
		if (!letters(text).endsWith(words(html))) wrong(`its text (${language}) does not have the words of its HTML`);
		const page = (await read(`${places[0].pages?.[language]}index.html`)) ?? '';
		const [before, after = '', ...more] = page.split(` data-edition="${code} ${number} ${language}"`);
		const title = words(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? '');
		const shown = more.length === 0 && after.slice(after.indexOf('>') + 1).startsWith(`${html}</${/<(\w+)[^<>]*$/.exec(before)?.[1]}>`);
		if (!shown || !title.endsWith(letters(text.split('\n')[0]))) wrong(`its page (${language}) does not show what was frozen`);
	}
}

async function checkSite(kept) {
	const text = async (name) => (await read(`register/${name}`)) ?? '';
	const [lines, numbers] = [(await text('register.jsonl')).split('\n'), new Map()];
	if (lines.pop() !== '') tell('register/register.jsonl does not end with a line end');
	const entries = lines.map((line) => parsed(line) ?? {});
	for (const [index, entry] of entries.entries()) checkLine(entry, index, lines, entries[index - 1], numbers);
	const [keys, leaves, all] = [keysOf(await text('key.txt')), lines.map(leafOf), await text('checkpoints.txt')];
	const notes = all.split(/(?<=^\u2014 .*\n)\n/m).filter((note) => note !== '');
	if (notes.join('\n') !== all || (await text('checkpoint.txt')) !== (notes.at(-1) ?? '')) tell('register/checkpoint.txt is not the last of register/checkpoints.txt');
	const checkpoints = [...kept, ...notes].map((note, index) => {
		const name = index < kept.length ? `kept checkpoint ${index + 1}` : `register/checkpoints.txt, checkpoint ${index - kept.length + 1}`;
		const checkpoint = checkpointOf(note, name, keys) ?? {};
		if (checkpoint.size > leaves.length) tell(`${name} is of ${checkpoint.size} entries, but there are ${leaves.length}`);
		else if (!checkpoint.root?.equals(rootOf(leaves.slice(0, checkpoint.size)))) tell(`${name} does not stand for the first ${checkpoint.size} entries`);
		return checkpoint;
	});
	if (new Set(checkpoints.map(({ origin }) => origin)).size > 1) tell('The checkpoints are of more than one register');
	const sizes = checkpoints.slice(kept.length).map(({ size }) => size);
	if (sizes.some((size, index) => !(size > (sizes[index - 1] ?? 0)))) tell('The checkpoints are not in the order of their sizes');
	if ((sizes.at(-1) ?? 0) !== lines.length) tell('The latest checkpoint does not cover every entry');
	if (problems.length > 0) return tell('The editions were not checked: hashes of a register that is not sound prove nothing');
	const [editions, places] = [standing(entries), parsed(await text('editions.json'))];
	if (!Array.isArray(places)) return tell('register/editions.json is not a list');
	for (const { code, number } of places) if (!editions.has(`${code} ${number}`)) tell(`${code}, edition ${number} is not in the register`);
	for (const edition of editions.values()) await checkEdition(edition, places.filter(({ code, number }) => code === edition.code && number === edition.number));
	return `${entries.length} entries and ${editions.size} editions`;
}

/** An evidence pack: its entries are in the tree that was signed, its texts have the hashes in them, its pages show them. */
async function checkPack(kept) {
	const [{ entries, earlier, texts }, keys] = [parsed(await read('evidence.json')), keysOf((await read('key.txt')) ?? '')];
	const latest = checkpointOf((await read('checkpoint.txt')) ?? '', 'checkpoint.txt', keys) ?? { size: 0 };
	for (const { line, proof } of entries) {
		const entry = parsed(line) ?? {};
		const found = entry.index < latest.size && climb(entry.index, latest.size, leafOf(line), proof)?.is.equals(latest.root);
		if (!found || canonical(entry) !== line) tell(`Entry ${entry.index} of ${entry.code} is not in the register that was signed`);
	}
	for (const { checkpoint, proof } of earlier) {
		const before = checkpointOf(checkpoint, 'An earlier checkpoint', keys);
		if (before && (before.origin !== latest.origin || !isBeginning(before, latest, proof))) tell(`The checkpoint of ${before.size} entries is not the beginning of that of ${latest.size}`);
	}
	if (kept.some((note) => note !== latest.text && !earlier.some(({ checkpoint }) => checkpoint === note))) tell('The pack does not hold a checkpoint that you kept: check the site instead');
	const editions = standing(entries.map(({ line }) => parsed(line) ?? {}));
	for (const { code, number, language, ...files } of texts) {
		const { parts, published, inForceFrom } = editions.get(`${code} ${number}`) ?? {};
		const wrong = (name) => tell(`${name} is not what was frozen as edition ${number} of ${code}`);
		for (const kind of ['html', 'text', 'view']) if (hex((await read(String(files[kind]))) ?? '') !== parts?.[kind]?.[language]) wrong(files[kind]);
		for (const [image, hash] of Object.entries(parts?.media ?? {})) if (hex((await bytesOf(`media/${image}`)) ?? '') !== hash) wrong(`media/${image}`);
		const [html, text, name] = [(await read(String(files.html))) ?? '', await read(String(files.text)), `editions/${code}-${number}.${language}.html`];
		const page = ((await read(name)) ?? '').replaceAll('src="../media/', 'src="/media/');
		const said = `${code}, edition ${number}. Published ${day(published)}, in force from ${day(inForceFrom)}. This page is for reading. What was hashed: ${files.html} and ${files.text}. Back${text}`;
		if (!page.includes(html) || words(page.slice(page.indexOf('<body>'))) !== letters(said)) wrong(name);
		remarks.add(`${code}, edition ${number}: published ${published}, in force from ${inForceFrom}.`);
	}
	remarks.add('index.html is not checked: if it says anything else than these lines, they are right.');
	return `${entries.length} entries and ${texts.length} texts of an evidence pack`;
}
const checked = await ((await read('evidence.json')) === undefined ? checkSite : checkPack)(options.kept.map((file) => readFileSync(file, 'utf8')));
if (options.key.length === 0) remarks.add('The key came with what was checked: compare it with one that you have from elsewhere.');
console.log([...problems, ...remarks, problems.length > 0 ? `NOT SOUND: ${problems.length} problems.` : `Sound: ${checked}.`].join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;
