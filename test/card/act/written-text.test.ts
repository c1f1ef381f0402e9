import { expect, it } from 'vitest';
import { writtenText } from '../../../src/card/act/written-text.js';

it.each([
  ['plain', 'plain'],
  [5, '5'],
  [true, 'true'],
  [{ type: 'dynamicString', content: '投 ${loop.name}', i18n: false }, '投 ${loop.name}'],
  [{ type: 'dynamicString', content: { en_US: 'Hi', zh_Hans: '你好' }, i18n: true }, '你好'],
  [{ type: 'dynamicString', content: { en_US: 'Hi' }, i18n: true }, 'Hi'],
  [{ valueType: 'fixed', value: 'x', variable: 'stale' }, 'x'],
  [{ valueType: 'variable', value: 'stale', variable: 'a.b' }, '${a.b}'],
  [{ valueType: 'variable', value: 'stale', variable: '' }, ''],
  [null, ''],
  [[], ''],
  [{}, ''],
  [{ content: { zh_Hans: {} } }, ''],
  [undefined, ''],
] as const)('%j is written %j', (wrapper, written) => {
  expect(writtenText(wrapper)).toBe(written);
});
