/** What makes an evidence pack, loaded when one is asked for. */
export { makeEvidence } from '../../../editions/index.ts';
