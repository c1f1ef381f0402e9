import type { Sentence } from './sentence.js';

/**
 * One sentence per error code (what failed, because of what) and, under `<code>.next`, what to do.
 * `{detail}` and other placeholders come from the error's params.
 */
export const errorMessages = {
  E9001: { zh: 'dtcard 自身出错：{detail}', en: 'dtcard itself failed: {detail}' },
} as const satisfies Record<string, Sentence>;
