import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/base/json-text.js';
import type { Finding } from '../../../src/card/finding.js';
import {
  choice,
  flag,
  prop,
  px,
  scalarText,
  shown,
  size,
} from '../../../src/card/view/prop-values.js';
import { createTreeBuilder } from '../../../src/card/view/tree-builder.js';
import type { BuildPlace } from '../../../src/card/view/view-builder.js';
import { evaluationOf } from '../../support/card-evaluation.js';

const nodeOf = (props: JsonObject) => ({
  componentName: 'Grid',
  id: 'g',
  props,
  children: [],
  slots: {},
  path: '$.g',
});

/** What reading a prop gives at the place of a node that has it. */
function read<T>(props: JsonObject, reader: (at: BuildPlace) => T) {
  const results: T[] = [];
  const grid = (_node: unknown, at: BuildPlace) => {
    results.push(reader(at));
    return undefined;
  };
  const tree = createTreeBuilder(evaluationOf({}), new Map([['Grid', grid]]));
  tree.root(nodeOf(props));
  return { result: results[0], findings: tree.findings };
}

const pick = (props: JsonObject): { result: string | undefined; findings: readonly Finding[] } =>
  read(props, (at) => choice(at, nodeOf(props), 'mode', ['one', 'two'], 'one'));

test('a prop is its own, null is none, and inherited names are none', () => {
  expect(prop(nodeOf({ a: 0 }), 'a')).toBe(0);
  expect(prop(nodeOf({ a: null }), 'a')).toBeUndefined();
  expect(prop(nodeOf({}), 'toString')).toBeUndefined();
});

test('a choice takes scalars and wrappers', () => {
  expect(pick({ mode: 'two' }).result).toBe('two');
  expect(pick({ mode: { type: 'dynamicSelect', valueType: 'fixed', value: 'two' } }).result).toBe(
    'two',
  );
  expect(pick({ mode: '' })).toEqual({ result: 'one', findings: [] });
});

test('an unknown word is the fallback and a finding at the prop', () => {
  expect(pick({ mode: 'three' })).toEqual({
    result: 'one',
    findings: [
      {
        code: 'T342',
        severity: 'warning',
        path: '$.g.props.mode',
        params: { component: 'Grid', prop: 'mode', value: 'three' },
      },
    ],
  });
});

test('numbers are finite and bounded, sizes not negative', () => {
  const of = (width: number | string) =>
    read({ width }, (at) => px(at, nodeOf({ width }), 'width', 7)).result;
  expect([of(12), of(-3), of(1e12), of('x')]).toEqual([12, -3, 10_000, 7]);
  const sized = read({ width: -3 }, (at) => size(at, nodeOf({ width: -3 }), 'width', 7));
  expect(sized.result).toBe(0);
});

test('a flag that is not there is its fallback', () => {
  expect(read({}, (at) => flag(at, nodeOf({}), 'on', true)).result).toBe(true);
  expect(read({}, (at) => flag(at, nodeOf({ on: false }), 'on', true)).result).toBe(false);
});

test('values are said in short', () => {
  expect([shown('a'.repeat(99)), shown([1]), shown({}), shown(null), shown(5)]).toEqual([
    'a'.repeat(80),
    '[…]',
    '{…}',
    'null',
    '5',
  ]);
});

test('only scalars are texts', () => {
  expect([
    scalarText('a'),
    scalarText(1),
    scalarText(false),
    scalarText(null),
    scalarText([]),
  ]).toEqual(['a', '1', 'false', '', '']);
});
