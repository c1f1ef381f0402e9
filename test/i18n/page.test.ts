import { expect, test } from 'vitest';
import { pageMessages } from '../../src/i18n/page.js';
import type { Sentence } from '../../src/i18n/sentence.js';

const sentences = Object.entries<Sentence>(pageMessages);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

test('every sentence of the page is there in both languages, with the same placeholders', () => {
  const broken = sentences.filter(
    ([, { zh, en }]) =>
      zh.trim() === '' ||
      en.trim() === '' ||
      JSON.stringify(placeholders(zh)) !== JSON.stringify(placeholders(en)),
  );
  expect(broken).toEqual([]);
});

test('the keys are those of the page', () => {
  expect(sentences.filter(([key]) => !/^page\.[a-zA-Z.-]+$/.test(key))).toEqual([]);
});
