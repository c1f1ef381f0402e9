import { describe, expect, it } from 'vitest';
import { errorTable } from '../../src/base/error-codes.js';
import { errorReasons } from '../../src/i18n/error-reasons.js';
import { translateLoose } from '../../src/i18n/translate.js';

describe('errorReasons', () => {
  it.each(Object.entries(errorReasons))('%s is said in both languages', (key, sentence) => {
    expect(sentence.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(sentence.en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(
      placeholders(sentence.zh).filter((name) => !placeholders(sentence.en).includes(name)),
    ).toEqual([]);
    const [code = ''] = key.split('.');
    expect(Object.hasOwn(errorTable, code)).toBe(true);
  });

  it('are found by the translator', () => {
    expect(translateLoose('en', 'E1002.phone', { to: '138' })).toMatch(/^138 looks like a phone/);
  });
});

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
}
