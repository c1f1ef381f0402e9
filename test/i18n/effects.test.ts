import { describe, expect, it } from 'vitest';
import { effectMessages } from '../../src/i18n/effects.js';

describe('sentences about effects', () => {
  it('fill the same places in both languages', () => {
    const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, { zh, en }] of Object.entries(effectMessages)) {
      expect([key, places(zh)]).toEqual([key, places(en)]);
    }
  });
});
