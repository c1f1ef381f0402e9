import { describe, expect, it } from 'vitest';
import { aliasOfFile, isTemplateAlias, sameForm } from '../../src/config/template-alias.js';

describe('an alias', () => {
  it.each(['approval', '审批', '多-Tab-页', 'a.b_c-1', '2024', 'v2', 'हिन्दी', 'x'.repeat(64)])(
    'may be %s',
    (text) => {
      expect(isTemplateAlias(text)).toBe(true);
    },
  );

  it.each([
    '',
    ' a',
    'a b',
    '-a',
    '.a',
    'a/b',
    'a\\b',
    'a\nb',
    'a\u0000',
    'a\u202eb',
    '🍜',
    '\ud800',
    'x'.repeat(65),
    'x.schema',
    'X.SCHEMA',
    'card.json',
    'dac1dbec-55af-40c3-be91-6d6882ef3b66',
    'DAC1DBEC-55AF-40C3-BE91-6D6882EF3B66.schema',
  ])('may not be %j', (text) => {
    expect(isTemplateAlias(text)).toBe(false);
  });
});

describe('the alias a file suggests', () => {
  it.each([
    ['审批模板.json', '审批模板'],
    ['多 Tab 页.json', '多-Tab-页'],
    ['Card.JSON', 'Card'],
    ['a.schema.json', 'a'],
    ['  (1) copy [2].json', '1-copy-2'],
    ['e\u0301te\u0301.json', 'été'],
    ['no ending', 'no-ending'],
    [`${'长'.repeat(80)}.json`, '长'.repeat(64)],
  ])('%s is %s', (name, alias) => {
    expect(aliasOfFile(name)).toBe(alias);
  });

  it.each(['.json', '🍜.json', '---.json', 'dac1dbec-55af-40c3-be91-6d6882ef3b66.json'])(
    '%s has none',
    (name) => {
      expect(aliasOfFile(name)).toBeUndefined();
    },
  );

  it('is the same however the keyboard composes it', () => {
    expect(sameForm('e\u0301')).toBe('é');
  });
});
