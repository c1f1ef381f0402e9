import { describe, expect, it } from 'vitest';
import { langOf, translateLoose, translator } from '../../src/i18n/translate.js';

describe('translator', () => {
  it('speaks both languages', () => {
    expect(translator('en')('E9001', { detail: 'x' })).toBe('dtcard itself failed: x');
    expect(translator('zh')('E9001', { detail: 'x' })).toBe('dtcard 自身出错：x');
  });

  it('leaves a placeholder that got no value, so that the gap is seen', () => {
    expect(translator('en')('E9001')).toBe('dtcard itself failed: {detail}');
    expect(translator('en')('E9001', { other: 1 })).toContain('{detail}');
  });

  it('fills in values literally, once', () => {
    expect(translator('en')('E9001', { detail: '{detail} $& $1' })).toBe(
      'dtcard itself failed: {detail} $& $1',
    );
    expect(translator('en')('E9001', { detail: 0 })).toBe('dtcard itself failed: 0');
    expect(translator('en')('E9001', { detail: false })).toBe('dtcard itself failed: false');
  });
});

describe('translateLoose', () => {
  it('translates a key that came as data', () => {
    expect(translateLoose('en', 'E9001', { detail: 'y' })).toBe('dtcard itself failed: y');
  });

  it.each(['nothing.like.this', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'falls back to the key %j',
    (key) => {
      expect(translateLoose('zh', key, { detail: 'x' })).toBe(key);
    },
  );
});

describe('langOf', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_TW' }, 'zh'],
    [{ LANG: 'ZH-hans' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'de_DE' }, 'en'],
    [{}, 'en'],
    [{ LANG: '' }, 'en'],
    [{ LC_ALL: 'zh_CN', LANG: 'en_US' }, 'zh'],
    [{ LC_ALL: 'en_US', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
    [{ LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'en'],
  ] as const)('%j → %s', (env, lang) => {
    expect(langOf(env)).toBe(lang);
  });
});
