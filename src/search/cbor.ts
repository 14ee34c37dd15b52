/** As much of CBOR (RFC 8949) as the files of a search index are written in: whole numbers, texts and lists. */

export type Cbor = number | string | Cbor[];

const NUMBER = 0;
const TEXT = 3;
const LIST = 4;

/** Read one item. Throws at anything else, and when something follows it. */
export function readCbor(bytes: Uint8Array): Cbor {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let at = 0;
	const size = (info: number): number => {
		const start = at;
		if (info < 24) return info;
		if (info > 26) throw new Error(`Unexpected length ${info} in a search index`);
		at += 2 ** (info - 24);
		return info === 24 ? view.getUint8(start) : info === 25 ? view.getUint16(start) : view.getUint32(start);
	};
	const item = (): Cbor => {
		const head = view.getUint8(at++);
		const length = size(head & 31);
		switch (head >> 5) {
			case NUMBER:
				return length;
			case TEXT:
				at += length;
				return decoder.decode(bytes.subarray(at - length, at));
			case LIST:
				return Array.from({ length }, item);
			default:
				throw new Error(`Unexpected kind of data ${head >> 5} in a search index`);
		}
	};
	const data = item();
	if (at !== bytes.length) throw new Error('Unexpected bytes at the end of a search index');
	return data;
}

/** Write an item, each number in its shortest form. */
export function writeCbor(data: Cbor): Uint8Array {
	return Buffer.concat([...parts(data)]);
}

function* parts(data: Cbor): Generator<Uint8Array> {
	if (typeof data === 'number') yield head(NUMBER, data);
	else if (typeof data === 'string') {
		const text = Buffer.from(data);
		yield head(TEXT, text.length);
		yield text;
	} else {
		yield head(LIST, data.length);
		for (const each of data) yield* parts(each);
	}
}

function head(kind: number, size: number): Uint8Array {
	const first = kind << 5;
	if (size < 24) return Buffer.of(first | size);
	if (size < 0x100) return Buffer.of(first | 24, size);
	const bytes = Buffer.alloc(size < 0x10000 ? 3 : 5);
	bytes[0] = first | (size < 0x10000 ? 25 : 26);
	if (size < 0x10000) bytes.writeUInt16BE(size, 1);
	else bytes.writeUInt32BE(size, 1);
	return bytes;
}
