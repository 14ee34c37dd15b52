import type { Store } from '../../src/release/packed-store.ts';

/** A store that keeps everything in memory. */
export function memoryStore(): Store {
	const kept = new Map<string, Buffer>();
	return {
		get: <T>(key: string) => {
			const json = kept.get(key);
			return json && (JSON.parse(json.toString('utf8')) as T);
		},
		set: (key, value) => void kept.set(key, Buffer.from(JSON.stringify(value))),
		bytes: (key) => kept.get(key),
		setBytes: (key, json) => void kept.set(key, json),
		has: (key) => kept.has(key),
	};
}
