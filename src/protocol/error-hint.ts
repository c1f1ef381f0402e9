import type { Sentence } from '../i18n/sentence.js';

/** What a code of DingTalk's means in practice, and what to do about it. */
export interface ErrorHint {
  readonly cause: Sentence;
  readonly fix: Sentence;
}

export type ErrorHints = Readonly<Record<string, ErrorHint>>;
