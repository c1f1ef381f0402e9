import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/base/json-text.js';
import { parseExpression } from '../../../src/card/evaluate/parse-expression.js';
import {
  freshBudget,
  OverBudget,
  runExpression,
} from '../../../src/card/evaluate/run-expression.js';
import { isTruthy } from '../../../src/card/evaluate/value-text.js';
import { fieldOf } from '../../../src/card/evaluate/variable-path.js';

interface Outcome {
  readonly value: JsonValue | undefined;
  readonly unknown: readonly string[];
}

function run(source: string, names: JsonObject = {}, item: JsonValue = {}): Outcome {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.problem.why}`);
  const unknown: string[] = [];
  const value = runExpression(parsed.node, {
    name: (name) => fieldOf(names, name),
    item: (field, up) => (up > 0 ? undefined : field === undefined ? item : fieldOf(item, field)),
    index: () => 5,
    truthy: (one) => isTruthy(one, false),
    unknownFunction: (name, column) => unknown.push(`${name}@${column}`),
    budget: freshBudget(),
  });
  return { value, unknown };
}

describe('values of expressions', () => {
  it.each<[string, JsonValue | undefined]>([
    ['1 + 2', 3],
    ["'1' + 2", '12'],
    ["n + '元'", '7元'],
    ['n + missing', 7],
    ['missing + missing', ''],
    ['true + 1', 'true1'],
    ['n - 2', 5],
    ["'9' - 2", 7],
    ["'x' - 2", undefined],
    ['n * 3', 21],
    ['n / 2', 3.5],
    ['n / 0', undefined],
    ['n % 4', 3],
    ['-n', -7],
    ['-s', undefined],
    ["+'5'", 5],
    ['!s', false],
    ['!missing', true],
    ["n == '7'", true],
    ["n === '7'", false],
    ['n === 7', true],
    ["n !== '7'", true],
    ["missing == ''", true],
    ["yes == 'true'", true],
    ['n != 7', false],
    ['n > 6', true],
    ['n >= 8', false],
    ["'10' > '9'", true],
    ["'2025-01-10' < '2025-02-01'", true],
    ['missing > 0', false],
    ["'x' < 1", false],
    ['n <= 7', true],
    ["missing || 'none'", 'none'],
    ["s || 'none'", 'abc'],
    ['s && n', 7],
    ['zero && n', 0],
    ["s ? 'a' : 'b'", 'a'],
    ["no ? 'a' : 'b'", 'b'],
    ['list.length', 3],
    ['list[1]', 'y'],
    ["list['1']", 'y'],
    ['list[9]', undefined],
    ['object.inner.deep', 1],
    ["object['inner'].deep", 1],
    ['object.nothing.deep', undefined],
    ['s.length', 3],
    ['object.constructor', undefined],
    ['object.__proto__', undefined],
    ['[n, s, missing]', [7, 'abc', null]],
    ['null', undefined],
    ['[[1], [2]][1][0]', 2],
    ['subdata("label")', 'first'],
    ['subdata()', { label: 'first' }],
    ['subdata("nothing")', undefined],
    ['parentSubdata("label")', undefined],
    ['subdataIndex() + 1', 6],
  ])('%s is %j', (source, value) => {
    const names = {
      n: 7,
      s: 'abc',
      yes: true,
      no: 'false',
      zero: 0,
      list: ['x', 'y', 'z'],
      object: { inner: { deep: 1 } },
    };
    expect(run(source, names, { label: 'first' })).toEqual({ value, unknown: [] });
  });

  it('an unknown function is empty and said with its column', () => {
    expect(run("'a' + formatTime(now)")).toEqual({ value: 'a', unknown: ['formatTime@7'] });
    expect(run('list.map(x)', { list: [1] })).toEqual({ value: '', unknown: ['.map@6'] });
  });

  it('only the branch that is chosen runs', () => {
    expect(run('true ? 1 : nope()').unknown).toEqual([]);
    expect(run('false && nope()').unknown).toEqual([]);
  });
});

describe('what an expression may cost', () => {
  const long = 'x'.repeat(900_000);
  const wide = Array.from({ length: 3000 }, (_, index) => index);

  it.each<[string, string, JsonObject]>([
    ['a text that doubles', 'a + a', { a: long }],
    ['a list joined by something long', 'arrayJoin(a, b)', { a: wide, b: long }],
    ['every letter replaced by something long', "textReplace(a, 'x', a)", { a: long }],
    [
      'comparing long lists again and again',
      Array.from({ length: 200 }, () => 'a != a').join('||'),
      { a: wide },
    ],
    ['a row of a thousand operators', Array.from({ length: 1000 }, () => '1').join('+'), {}],
    [
      'a long text put together many times',
      `concat(${Array.from({ length: 900 }, () => 'a').join(',')})`,
      { a: long },
    ],
  ])('%s', (_what, source, names) => {
    expect(() => run(source, names)).toThrow(OverBudget);
  });

  it('looking into a long list costs nothing', () => {
    const source = Array.from({ length: 300 }, () => 'arrayGet(a, 1)').join(' + ');
    expect(run(source, { a: wide }).value).toBe(300);
    expect(run('getLength(a)', { a: wide }).value).toBe(3000);
  });
});
