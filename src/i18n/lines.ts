import type { Sentence } from './sentence.js';

/** Sentences of the plain line output. */
export const lineMessages = {} as const satisfies Record<string, Sentence>;
