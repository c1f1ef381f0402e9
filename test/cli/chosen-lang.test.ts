import { describe, expect, it } from 'vitest';
import { chosenLang } from '../../src/cli/chosen-lang.js';

describe('chosenLang', () => {
  it.each([
    [['--lang', 'zh'], 'zh'],
    [['watch', '--lang=zh', '--json'], 'zh'],
    [['--lang', 'fr'], 'en'],
    [['--lang'], 'en'],
    [['--lang='], 'en'],
    [[], 'en'],
  ] as const)('reads %j', (args, lang) => {
    expect(chosenLang(args, {})).toBe(lang);
  });

  it('follows the locale without it, in the order of POSIX', () => {
    expect(chosenLang([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(chosenLang([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(chosenLang(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
  });
});
