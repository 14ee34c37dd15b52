/** Property tests draw the same cases each time, so that a commit passes or fails for good. SEED draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_123) });
