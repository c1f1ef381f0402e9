import { expect, it } from 'vitest';
import { readParams } from '../../../src/card/act/read-params.js';

it('skips what has no name', () => {
  const entries = [{ name: '', type: 'fixed', value: 'x' }, { type: 'fixed' }, null, 'x'];
  expect(readParams(entries)).toEqual([]);
  expect(readParams(undefined)).toEqual([]);
  expect(readParams('x')).toEqual([]);
});

it('says where each value comes from', () => {
  expect(
    readParams([
      { name: 'a', type: 'fixed', value: 'x', variable: 'stale' },
      { name: 'b', type: 'variable', variable: 'rows[0].id', variableType: 'loop' },
      { name: 'c', type: 'builtIn', id: '__built_in_inputResult__', value: '选中会话列表' },
      { name: 'd', type: 'eventData', eventData: 'cardData.x' },
    ]).map(({ type, variable, loop }) => [type, variable, loop]),
  ).toEqual([
    ['fixed', 'stale', false],
    ['variable', 'rows[0].id', true],
    ['builtIn', '__built_in_inputResult__', false],
    ['eventData', 'cardData.x', false],
  ]);
});

it('takes an entry without type for a fixed one', () => {
  expect(readParams([{ name: 'a', value: 1 }])).toMatchObject([{ type: 'fixed', value: 1 }]);
});
