export type Lang = 'zh' | 'en';

/** One sentence in both languages; `{name}` is replaced by the parameter of that name. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}
