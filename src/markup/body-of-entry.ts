/** The bodies of passages and standards, each parsed once for all texts that name it. */
import type { Entry } from '../model/entry.ts';
import { parseBody } from './parse.ts';
import type { ParsedBody } from './parsed-body.ts';

/** Bodies never change once read. */
const parsedBodies = new WeakMap<object, ParsedBody>();

/** The parsed body of an entry; an empty one where it has none. */
export function bodyOfEntry({ body, file, type, language }: Entry): ParsedBody {
	const source = body ?? { source: '', firstLine: 1 };
	const parsed = parsedBodies.get(source) ?? parseBody(source, { file, type, language });
	parsedBodies.set(source, parsed);
	return parsed;
}
