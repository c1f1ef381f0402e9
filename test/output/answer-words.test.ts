import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/translate.js';
import { paramWords, responseWords, updateWords } from '../../src/output/answer-words.js';

const t = translator('en');

describe('responseWords', () => {
  it('lists public and private values', () => {
    const response = {
      cardData: { cardParamMap: { status: '已同意', n: '1' } },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    };
    expect(responseWords(response, t)).toBe('status=已同意 n=1 · userPrivateData voted=true');
  });

  it('says that an answer changes nothing', () => {
    expect(responseWords(undefined, t)).toBe('acknowledged, card unchanged');
    expect(responseWords({}, t)).toBe('acknowledged, card unchanged');
    expect(responseWords({ cardData: { cardParamMap: {} } }, t)).toBe(
      'acknowledged, card unchanged',
    );
  });
});

describe('updateWords', () => {
  it('names whose private values change', () => {
    expect(updateWords({ a: '1' }, { u1: { cardParamMap: { b: '2' } } })).toBe(
      'a=1 · privateData u1 b=2',
    );
    expect(updateWords(undefined, undefined)).toBe('');
  });
});

describe('paramWords', () => {
  it('writes pairs, keys of objects included', () => {
    const map = JSON.parse('{"__proto__":"x","a":""}') as Record<string, string>;
    expect(paramWords(map)).toBe('__proto__=x a=');
    expect(paramWords(undefined)).toBe('');
  });
});
