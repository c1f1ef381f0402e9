import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { expressionFunctions } from '../../../src/card/evaluate/expression-functions.js';

describe('functions of expressions', () => {
  it.each<[string, readonly (JsonValue | undefined)[], JsonValue | undefined]>([
    ['toStr', [5], '5'],
    ['toStr', [undefined], ''],
    ['toLong', ['7.9'], 7],
    ['toDouble', ['7.5'], 7.5],
    ['toDouble', ['x'], undefined],
    ['floor', [-1.2], -2],
    ['getLength', ['卡片'], 2],
    ['getLength', [[1, 2, 3]], 3],
    ['getLength', [undefined], 0],
    ['len', [{ a: 1 }], 1],
    ['concat', ['a', 1, undefined, true], 'a1true'],
    ['concat', [[1], [2, 3]], [1, 2, 3]],
    ['concat', [], ''],
    ['substr', ['dingtalk', 4], 'talk'],
    ['substr', ['dingtalk', 0, 4], 'ding'],
    ['substr', ['dingtalk', -4, 2], 'ta'],
    ['substr', ['ab', 5, 1], ''],
    ['substr', ['ab', 0, -1], ''],
    ['substr', [undefined, 'x', 'y'], ''],
    ['textReplace', ['a.b.c', '.', '-'], 'a-b-c'],
    ['textReplace', ['abc', '', 'x'], 'abc'],
    ['textReplace', ['a$b', 'b', '$&'], 'a$$&'],
    ['arrayGet', [['x', 'y'], 1], 'y'],
    ['arrayGet', [['x', 'y'], '1'], 'y'],
    ['arrayGet', [['x'], 5], undefined],
    ['arrayGet', [['x'], -1], undefined],
    ['arrayGet', [['x'], 0.5], undefined],
    ['arrayGet', ['text', 0], undefined],
    ['array_get', [['x'], 0], 'x'],
    ['arrayJoin', [['a', 1, null], ', '], 'a, 1, '],
    ['arrayJoin', [['a', 'b']], 'a,b'],
    ['arrayJoin', [undefined, ','], ''],
    ['arrayAppend', [[1], 2, undefined], [1, 2, null]],
    ['arrayAppend', [undefined, 'a'], ['a']],
    ['index_of', [['a', 'b'], 'b'], 1],
    ['index_of', [['a'], 'z'], -1],
    ['objectGet', [{ a: { b: 1 } }, 'a'], { b: 1 }],
    ['objectGet', [{ a: 1 }, 'constructor'], undefined],
    ['objectGet', [[1], 'length'], undefined],
    ['dict_get', [{ 1: 'one' }, 1], 'one'],
  ])('%s%j is %j', (name, args, value) => {
    expect(expressionFunctions.get(name)?.(args)).toEqual(value);
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty', 'eval', 'parse'])('%s is none', (name) => {
    expect(expressionFunctions.get(name)).toBeUndefined();
  });
});
