import { describe, expect, it } from 'vitest';
import { filterMessages } from '../../src/i18n/filter.js';

const names = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).sort();

describe('sentences about filters', () => {
  it('have the same placeholders in both languages', () => {
    for (const [key, { zh, en }] of Object.entries(filterMessages)) {
      expect(names(zh), key).toEqual(names(en));
    }
  });

  it('are there for the command line, with the place before them', () => {
    const plain = Object.keys(filterMessages).filter((key) => key.startsWith('filter.'));
    expect(plain.length).toBeGreaterThan(20);
    for (const key of plain) {
      const sentence = filterMessages[`E1001.${key}` as keyof typeof filterMessages];
      expect(names(sentence.en)).toEqual(expect.arrayContaining(['column', 'pointed']));
    }
  });
});
