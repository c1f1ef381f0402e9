import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/base/json-text.js';
import { codesOf, evaluationOf, type Given, top } from '../../support/card-evaluation.js';

function holds(condition: JsonValue | undefined, cardData: JsonObject = {}, given: Given = {}) {
  const variables = ['v', 'w', 'rows:loopArray'];
  const evaluation = evaluationOf({ variables }, { cardData, ...given });
  return { value: evaluation.condition(condition, top), evaluation };
}

function one(op: string, value: JsonValue = '', variable = 'v'): JsonObject {
  const condition = { type: 'variable', variable, variableType: 'global', op, value };
  return { op: 'and', conditions: [{ ...condition, valueType: 'fixed' }] };
}

/** op, what the variable holds, what it is compared with, whether it holds. */
const operators: readonly (readonly [string, JsonValue | undefined, JsonValue, boolean])[] = [
  ['equal', '1', 1, true],
  ['equal', 1, '1', true],
  ['equal', true, 'true', true],
  ['equal', undefined, '', true],
  ['equal', 'a', 'b', false],
  ['notEqual', undefined, 1, true],
  ['notEqual', '1', 1, false],
  ['isTrue', 'true', '', true],
  ['isTrue', 'false', '', false],
  ['isTrue', undefined, '', false],
  ['isFalse', 0, '', true],
  ['isFalse', 'x', '', false],
  ['isEmpty', '', '', true],
  ['isEmpty', undefined, '', true],
  ['isEmpty', 0, '', false],
  ['isNotEmpty', 'x', '', true],
  ['isNotEmpty', [1], '', true],
  ['isNotEmpty', null, '', false],
  ['isMarkdownNotEmpty', ' \n ', '', false],
  ['isMarkdownNotEmpty', '# a', '', true],
  ['isMarkdownNotEmpty', { version: '1.1', items: [] }, '', false],
  ['isMarkdownNotEmpty', { version: '1.1', items: [{}] }, '', true],
  ['isMarkdownEmpty', undefined, '', true],
  ['lengthEqual', [1, 2], '2', true],
  ['lengthNotEqual', [1, 2], 2, false],
  ['lengthNotEqual', undefined, 1, true],
  ['lengthGt', 'abc', 2, true],
  ['lengthGte', 'abc', 3, true],
  ['lengthLt', [], 1, true],
  ['lengthLte', [1], 0, false],
  ['lt', 2, 3, true],
  ['lt', '3', 3, false],
  ['lt', undefined, 1, true],
  ['lt', 'x', 1, false],
  ['gt', 4, '3', true],
  ['gt', 'x', 1, false],
  ['lte', 3, 3, true],
  ['le', 4, 3, false],
  ['gte', 3, 3, true],
  ['ge', 2, 3, false],
  ['greater', 3, 2, true],
  ['greaterThan', 2, 2, false],
  ['greaterThanOrEqual', 2, 2, true],
  ['greater_equal', 2, 2, true],
  ['less', 1, 2, true],
  ['lessThan', 2, 2, false],
  ['lessOrEqual', 2, 2, true],
  ['less_than_or_equal_to', 3, 2, false],
];

describe('conditions', () => {
  it.each(operators)('%s: %j and %j is %s', (op, value, right, expected) => {
    const { value: outcome, evaluation } = holds(
      one(op, right),
      value === undefined ? {} : { v: value },
    );
    expect(outcome).toBe(expected);
    expect(evaluation.findings).toEqual([]);
  });

  it.each<[string, JsonValue | undefined, boolean]>([
    ['absent', undefined, true],
    ['null', null, true],
    ['true', true, true],
    ['false', false, false],
    ['a text', 'x', true],
    ['without conditions', { op: 'and' }, true],
    ['with none', { op: 'or', conditions: [] }, true],
    ['with one that is no object', { op: 'and', conditions: ['x'] }, true],
    ['with conditions that are none', { op: 'and', conditions: 'x' }, true],
  ])('%s', (_what, condition, expected) => {
    expect(holds(condition).value).toBe(expected);
  });

  it('hold together, or one of them, also one inside the other', () => {
    const yes = one('isTrue').conditions as JsonObject[];
    const no = one('isFalse').conditions as JsonObject[];
    const data = { v: true };
    expect(holds({ op: 'and', conditions: [...yes, ...no] }, data).value).toBe(false);
    expect(holds({ op: 'or', conditions: [...yes, ...no] }, data).value).toBe(true);
    const nested = { op: 'or', conditions: [...no, { op: 'and', conditions: yes }] };
    expect(holds(nested, data).value).toBe(true);
  });

  it('compare with another variable', () => {
    const condition = {
      ...(one('equal').conditions as JsonObject[])[0],
      valueType: 'variable',
      valueVariable: 'w',
      valueVariableType: 'global',
    };
    const both = { op: 'and', conditions: [condition] };
    expect(holds(both, { v: 'a', w: 'a' }).value).toBe(true);
    expect(holds(both, { v: 'a', w: 'b' }).value).toBe(false);
  });

  it('read fields of the current item', () => {
    const { evaluation } = holds(true, { rows: [{ hide: true }, {}] });
    const [only] = one('isFalse', '', 'rows[0].hide').conditions as JsonObject[];
    const condition = { op: 'and', conditions: [{ ...only, variableType: 'loop' }] };
    const items = evaluation.items({ type: 'variableValue', variable: 'rows' }, top);
    expect(items.map(({ place }) => evaluation.condition(condition, place))).toEqual([false, true]);
  });

  it('read what a callback answered', () => {
    const conditions = [
      { type: 'eventData', eventData: 'cardData.pub_url_status', op: 'equal', value: 'success' },
    ];
    const { evaluation } = holds(true);
    const event = { cardData: { pub_url_status: 'success' }, cardPrivateData: {} };
    expect(evaluation.condition({ op: 'and', conditions }, { ...top, event })).toBe(true);
    expect(evaluation.condition({ op: 'and', conditions }, top)).toBe(false);
  });

  it.each<[JsonObject, boolean]>([
    [{ platform: ['pc', 'ios'] }, true],
    [{ platform: ['android'] }, false],
    [{ platform: 'pc' }, true],
    [{}, true],
    [{ platform: [] }, true],
    [{ platform: ['pc'], version: { pc: { op: 'all' } } }, true],
    [{ platform: ['pc'], version: { pc: { op: 'gte', value: '7.0.0' } } }, true],
    [{ platform: ['pc'], version: { pc: { op: 'lt', value: '7.0.0' } } }, false],
    [{ platform: ['pc'], version: { ios: { op: 'lt' } } }, true],
  ])('of the client %j', (env, expected) => {
    expect(holds({ op: 'and', conditions: [{ type: 'env', ...env }] }).value).toBe(expected);
  });

  it('with an operator nobody knows hold, and say so', () => {
    const { value, evaluation } = holds(one('resembles'));
    expect(value).toBe(true);
    expect(evaluation.findings).toMatchObject([{ code: 'T307', params: { op: 'resembles' } }]);
  });

  it('take an empty list for empty by setting, and say so either way', () => {
    const byDefault = holds(one('isNotEmpty', '', 'rows'), { rows: [] });
    expect(byDefault.value).toBe(false);
    expect(codesOf(byDefault.evaluation)).toEqual(['T310']);
    const settings = { emptyListIsEmpty: false };
    expect(holds(one('isNotEmpty', '', 'rows'), { rows: [] }, { settings }).value).toBe(true);
  });

  it('nested without end hold', () => {
    let condition: JsonObject = one('isTrue');
    for (let level = 0; level < 5000; level++) condition = { op: 'and', conditions: [condition] };
    expect(holds(condition).value).toBe(true);
  });
});
