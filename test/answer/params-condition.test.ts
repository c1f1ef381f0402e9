import { describe, expect, it } from 'vitest';
import { paramsConditions } from '../../src/answer/params-condition.js';
import type { JsonObject } from '../../src/base/json-text.js';
import { callback, nodeOf, readingOf, sometime } from '../support/rule-subjects.js';

function conditions(text: string) {
  const reading = readingOf();
  return { conditions: paramsConditions(nodeOf(text), reading), problems: reading.problems };
}

function holds(text: string, params: JsonObject): boolean {
  const { conditions: all, problems } = conditions(text);
  expect(problems).toEqual([]);
  const subject = { callback: callback({ params }), cardTemplateId: undefined, nowMs: sometime };
  return all.every((condition) => condition.test(subject));
}

const form = {
  form: {
    name: '张三',
    level: { index: 1, value: 'P6' },
    tags: { index: [0, 2], value: ['a', 'c'] },
    agree: true,
  },
};

describe('conditions on params', () => {
  it('compare with nothing that comes out empty', () => {
    const nobody = '{ who: { equals: "${callback.params.none}" } }';
    expect(holds(nobody, { who: '' })).toBe(false);
    expect(holds('{ who: { equals: ["${callback.params.none}"] } }', { who: [''] })).toBe(false);
    expect(holds('{ who: { equals: "${callback.userId}" } }', { who: 'manager01' })).toBe(true);
    expect(holds('{ who: { equals: "" } }', { who: '' })).toBe(true);
  });

  it.each<[string, JsonObject, boolean]>([
    ['{}', {}, true],
    ['{ action: accept }', { action: 'accept' }, true],
    ['{ action: accept }', { action: 'accept', more: 1 }, true],
    ['{ action: accept }', { action: 'reject' }, false],
    ['{ action: accept }', {}, false],
    ['{ action: accept }', { action: { value: 'accept' } }, false],
    ['{ action: /^acc/ }', { action: 'accept' }, true],
    ['{ n: /^1/ }', { n: 12 }, true],
    ['{ n: /obj/ }', { n: {} }, false],
    ['{ action: [accept, agree] }', { action: 'agree' }, true],
    ['{ action: [accept, agree] }', { action: 'no' }, false],
    ['{ n: 3 }', { n: 3 }, true],
    ['{ n: 3 }', { n: '3' }, true],
    ['{ n: 3.0 }', { n: '3.0' }, true],
    ['{ n: 3 }', { n: '3.0' }, false],
    ['{ n: "3" }', { n: 3 }, false],
    ['{ n: 0150 }', { n: '0150' }, true],
    ['{ on: true }', { on: true }, true],
    ['{ on: true }', { on: 'true' }, true],
    ['{ on: true }', { on: 1 }, false],
    ['{ on: false }', {}, false],
    ['{ x: ~ }', { x: null }, true],
    ['{ x: ~ }', {}, false],
    ['{ x: "" }', { x: '' }, true],
    ['{ form: { name: 张三 } }', form, true],
    ['{ form: { name: 张三, agree: true, level: { value: P6 } } }', form, true],
    ['{ form: { name: 张三, level: { value: P7 } } }', form, false],
    ['{ form: { tags: { value: [a, c] } } }', form, true],
    ['{ form: { tags: { value: [c, a] } } }', form, false],
    ['{ form: { tags: { value: [a] } } }', form, false],
    ['{ form: { tags: { value: { includes: c } } } }', form, true],
    ['{ form: { tags: { value: { includes: b } } } }', form, false],
    ['{ form: { name: { includes: 张三 } } }', form, false],
    ['{ form: { level: { equals: { value: P6, index: 1 } } } }', form, true],
    ['{ form: { level: { equals: { value: P6 } } } }', form, false],
    ['{ form: { name: { exists: true }, remark: { exists: false } } }', form, true],
    ['{ form: { remark: { exists: true } } }', form, false],
    ['{ x: { exists: true } }', { x: null }, true],
    ['{ x: { oneOf: [[1, 2], [3]] } }', { x: [3] }, true],
    ['{ x: { oneOf: [[1, 2], [3]] } }', { x: [1] }, false],
    ['{ x: [{ a: 1 }, { a: 2 }] }', { x: [{ a: 1, b: 9 }, { a: 2 }] }, true],
    ['{ x: {} }', { x: {} }, true],
    ['{ x: {} }', { x: 'text' }, false],
    ['{ x: { equals: { exists: true } } }', { x: { exists: true } }, true],
    ['{ x: { exists: true, y: 1 } }', { x: { exists: true, y: 1 } }, true],
    ['{ toString: { exists: false }, __proto__: { exists: false } }', {}, true],
    ['{ __proto__: { a: 1 } }', JSON.parse('{"__proto__":{"a":1}}') as JsonObject, true],
  ])('%s on %j: %j', (text, params, expected) => {
    expect(holds(text, params)).toBe(expected);
  });

  it('have a path each, down to the value', () => {
    const all = conditions(
      '{ a: 1, form: { name: /x/, tags: { includes: c }, list: [1, b] } }',
    ).conditions;
    expect(all.map(({ path, expected }) => [path, expected])).toEqual([
      ['params.a', '1'],
      ['params.form.name', '/x/'],
      ['params.form.tags', '{"includes":"c"}'],
      ['params.form.list', '[1,"b"]'],
    ]);
  });

  it('tell what was there', () => {
    const [name, level, none] = conditions('{ form: { name: x, level: x, none: x } }').conditions;
    const subject = {
      callback: callback({ params: form }),
      cardTemplateId: undefined,
      nowMs: sometime,
    };
    expect(name?.actual(subject)).toBe('张三');
    expect(level?.actual(subject)).toBe('{"index":1,"value":"P6"}');
    expect(none?.actual(subject)).toBeUndefined();
  });

  it.each([
    ['{ x: { exists: maybe } }', '1:16 exists must be true or false'],
    ['{ x: { oneOf: a } }', '1:15 oneOf must be a list'],
    ['{ x: /(/ }', '1:6 Invalid regular expression'],
    ['{ x: { includes: /(a+)+/ } }', '1:18 /(a+)+/ can take forever'],
  ])('%s is a problem', (text, expected) => {
    const [problem] = conditions(text).problems;
    expect(`${problem?.line}:${problem?.column} ${problem?.message}`).toContain(expected);
  });
});
