import { expect, it } from 'vitest';
import type { Sentence } from '../../src/i18n/sentence.js';

/** What holds for every area of sentences, as tests inside the caller's `describe`. */
export function describeSentences(sentences: Readonly<Record<string, Sentence>>): void {
  const entries = Object.entries(sentences);
  const keysWhere = (wrong: (sentence: Sentence) => boolean) =>
    entries.filter(([, sentence]) => wrong(sentence)).map(([key]) => key);

  it('says something in both languages', () => {
    expect(keysWhere(({ zh, en }) => zh.trim() === '' || en.trim() === '')).toEqual([]);
  });

  it('uses the same placeholders in both languages', () => {
    expect(keysWhere(({ zh, en }) => placeholders(zh) !== placeholders(en))).toEqual([]);
  });

  it('writes placeholders so that they are filled in', () => {
    const odd = (text: string) => /[{}]/.test(text.replace(/\{\w+\}/g, ''));
    expect(keysWhere(({ zh, en }) => odd(zh) || odd(en))).toEqual([]);
  });

  it('has no blank at an end, but after the colon of a question', () => {
    const untidy = (text: string) => text.replace(/: $/, ':') !== text.trim();
    expect(keysWhere(({ zh, en }) => untidy(zh) || untidy(en))).toEqual([]);
  });
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join();
}
