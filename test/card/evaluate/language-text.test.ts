import { describe, expect, it } from 'vitest';
import { inLanguage, isLanguageMap } from '../../../src/card/evaluate/language-text.js';

describe('texts in languages', () => {
  it.each([
    ['its own', { zh_Hans: '好', en_US: 'Good' }, 'en_US', 'zh_Hans', true, 'Good'],
    ['the default', { zh_Hans: '好', ja_JP: '良い' }, 'en_US', 'ja_JP', true, '良い'],
    ['Chinese', { zh_Hans: '好' }, 'en_US', undefined, true, '好'],
    [
      'Chinese as the API spells it',
      { zh_CN: '好', en_US: 'Good' },
      'zh_Hans',
      undefined,
      true,
      '好',
    ],
    ['the first', { th_TH: '', vi_VN: 'Tốt' }, 'en_US', undefined, true, 'Tốt'],
    [
      'the default when not translated',
      { zh_Hans: '好', en_US: 'Good' },
      'en_US',
      'zh_Hans',
      false,
      '好',
    ],
    ['not an empty one', { zh_Hans: '好', en_US: '' }, 'en_US', 'zh_Hans', true, '好'],
    ['none', {}, 'en_US', 'constructor', true, undefined],
  ] as const)('%s', (_what, content, language, defaultLang, byLanguage, text) => {
    expect(inLanguage(content, language, defaultLang, byLanguage)).toBe(text);
  });

  it.each([
    [{ zh_CN: '', en_US: '' }, true],
    [{ zh: '', en: '' }, true],
    [{ value: 'a', text: 'b' }, false],
    [{}, false],
  ])('%j: a map of languages is %s', (value, isMap) => {
    expect(isLanguageMap(value)).toBe(isMap);
  });
});
