/** Limits of how often somebody may ask: a bucket that fills with time and is emptied by requests. */
import { Refusal } from './refusal.ts';

export interface Limit {
	/** Requests that may come at once. */
	burst: number;
	/** Requests a second in the long run. */
	rate: number;
}

/** A board of a hundred drafts asks for some five hundred files at once; nobody saves that often. */
export const limits = {
	read: { burst: 3000, rate: 100 },
	write: { burst: 120, rate: 4 },
	'sign in': { burst: 20, rate: 0.5 },
} as const satisfies Record<string, Limit>;

export interface Limits {
	/** Count a request of somebody, or refuse it. */
	take(kind: keyof typeof limits, who: string): void;
}

const MOST_KEPT = 10_000;

export function openLimits(clock: () => number): Limits {
	const buckets = new Map<string, { left: number; at: number }>();
	return {
		take(kind, who) {
			const { burst, rate } = limits[kind];
			const key = `${kind} ${who}`;
			const now = clock();
			const { left, at } = buckets.get(key) ?? { left: burst, at: now };
			// A clock that is set back takes nothing away.
			const filled = Math.min(burst, left + (Math.max(0, now - at) / 1000) * rate);
			if (buckets.size > MOST_KEPT) buckets.clear();
			buckets.set(key, { left: Math.max(0, filled - 1), at: now });
			if (filled < 1)
				throw new Refusal('too-many', 'That is more than anybody does by hand. Wait a minute and try again.');
		},
	};
}
