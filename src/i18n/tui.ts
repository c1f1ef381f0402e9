import type { Sentence } from './sentence.js';

/** Sentences of the full-screen face. */
export const tuiMessages = {} as const satisfies Record<string, Sentence>;
