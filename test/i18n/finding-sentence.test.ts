import { describe, expect, it } from 'vitest';
import { findingTable } from '../../src/card/finding-codes.js';
import { dataFindings } from '../../src/i18n/data-findings.js';
import { findingFix, findingSentence } from '../../src/i18n/finding-sentence.js';
import { findingWords } from '../../src/i18n/finding-words.js';
import { templateFindings } from '../../src/i18n/findings.js';

describe('findings in sentences', () => {
  it('there is one and what to do for every code, and none without a code', () => {
    const keys = Object.keys(findingTable).flatMap((code) => [code, `${code}.fix`]);
    expect(Object.keys({ ...templateFindings, ...dataFindings }).sort()).toEqual(keys.sort());
  });

  it('both languages fill the same places', () => {
    const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, { zh, en }] of Object.entries({
      ...templateFindings,
      ...dataFindings,
      ...findingWords,
    })) {
      expect([key, places(zh)]).toEqual([key, places(en)]);
    }
  });

  it('names the nearest word only where there is one', () => {
    const params = { name: 'titel', nearest: 'title' };
    expect(findingSentence({ code: 'D103', params }, 'en')).toBe(
      'the template has no variable titel; clients ignore it; did you mean title?',
    );
    expect(findingSentence({ code: 'D103', params }, 'zh')).toBe(
      '模板没有变量 titel，客户端会忽略它，是不是 title？',
    );
    expect(findingSentence({ code: 'D103', params: { ...params, nearest: '' } }, 'en')).toBe(
      'the template has no variable titel; clients ignore it',
    );
  });

  it('says what a character looks like, or that it cannot be seen', () => {
    const of = (like: string) =>
      findingSentence({ code: 'T206', params: { name: 'x', character: 'U+FF41', like } }, 'en');
    expect(of('a')).toBe('x contains U+FF41, which looks like a');
    expect(of('')).toBe('x contains U+FF41, which cannot be seen');
  });

  it('puts reasons into words, and keeps what is no known reason', () => {
    const of = (why: string) => findingSentence({ code: 'T213', params: { why } }, 'zh');
    expect(of('no-link')).toBe('看得见、能点，但什么也不做（链接是空的）');
    expect(of('constructor')).toBe('看得见、能点，但什么也不做（constructor）');
  });

  it('names what stands where an expression breaks off, if anything does', () => {
    const of = (found: string) =>
      findingSentence(
        { code: 'T301', params: { name: 'e', column: 3, found, why: 'unfinished' } },
        'en',
      );
    expect(of('')).toBe('expression e cannot be read at column 3 (it is not complete)');
    expect(of(')')).toBe('expression e cannot be read at column 3: ) (it is not complete)');
  });

  it('says what to do', () => {
    expect(findingFix({ code: 'D101', params: {} }, 'en')).toBe('encode it with JSON.stringify');
  });

  it('falls back to the code', () => {
    expect(findingSentence({ code: 'X1', params: {} }, 'zh')).toBe('X1');
    expect(findingFix({ code: 'constructor', params: {} }, 'zh')).toBe('');
  });
});
