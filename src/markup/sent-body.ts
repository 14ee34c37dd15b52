/** A parsed body as it travels between threads: its nodes as JSON, which is sooner made than a copy of each, and which only rendering reads. */
import type { ParsedBody } from './parsed-body.ts';

export interface SentBody extends Omit<ParsedBody, 'nodes'> {
	nodesJson: Uint8Array<ArrayBuffer>;
}

export function asSent({ nodes, ...rest }: ParsedBody): SentBody {
	return { ...rest, nodesJson: new TextEncoder().encode(JSON.stringify(nodes)) };
}

export function received({ nodesJson, ...rest }: SentBody): ParsedBody {
	return { nodes: JSON.parse(new TextDecoder().decode(nodesJson)) as ParsedBody['nodes'], ...rest };
}
