import { describe, expect, it } from 'vitest';
import { checkShape } from '../../src/base/check-shape.js';
import type { ObjectShape, Shape } from '../../src/base/shape.js';
import { nodeOf } from '../support/rule-subjects.js';

function problems(text: string, shape: Shape): readonly string[] {
  return checkShape(nodeOf(text), shape, 'it').map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

const object: ObjectShape = {
  kind: 'object',
  keys: { name: { kind: 'text' }, send: { kind: 'anything' }, leave: { kind: 'yes' } },
  required: ['name'],
  oneOf: ['send', 'leave'],
  mistakes: { reply: 'send' },
};

const flags: Shape = { kind: 'oneOrMore', item: { kind: 'flag' } };

const once: Shape = {
  kind: 'wordOr',
  words: ['once', 'twice'],
  object: { kind: 'object', keys: { times: { kind: 'anything' } }, required: ['times'] },
};

const some: ObjectShape = {
  kind: 'object',
  keys: { a: { kind: 'anything' }, b: { kind: 'anything' }, c: { kind: 'anything' } },
  anyOf: ['a', 'b'],
};

const more: ObjectShape = {
  kind: 'object',
  keys: { a: { kind: 'anything' }, b: { kind: 'anything' }, c: { kind: 'anything' } },
  oneOf: ['a', 'b'],
  besides: ['c'],
};

const variant: Shape = {
  kind: 'variant',
  by: 'on',
  cases: {
    message: { kind: 'object', keys: { on: { kind: 'text' }, text: { kind: 'text' } } },
    callback: { kind: 'object', keys: { on: { kind: 'text' }, params: { kind: 'anything' } } },
  },
};

describe('what is as it should be', () => {
  it.each<[string, Shape]>([
    ['abc', { kind: 'text' }],
    ['012', { kind: 'text' }],
    ['""', { kind: 'text', mayBeEmpty: true }],
    ['false', { kind: 'flag' }],
    ['true', { kind: 'yes' }],
    ['7', { kind: 'integer', min: 7, max: 7 }],
    ['b', { kind: 'choice', values: ['a', 'b'] }],
    ['[a, /b/, 3]', { kind: 'textCondition' }],
    ['{a: [1, {b: ~}]}', { kind: 'anything' }],
    ['{a: 1, b: 2}', { kind: 'mapOf', values: { kind: 'integer', min: 1, max: 2 } }],
    ['[]', { kind: 'listOf', items: { kind: 'flag' } }],
    ['{name: a, leave: true}', object],
    ['true', flags],
    ['[true, false]', flags],
    ['once', once],
    ['{times: 3}', once],
    ['{a: 1, b: 2}', some],
    ['{a: 1}', more],
    ['{c: 1}', more],
    ['{b: 1, c: 1}', more],
    ['{on: callback, params: 1}', variant],
  ])('%s passes', (text, shape) => {
    expect(problems(text, shape)).toEqual([]);
  });
});

describe('what is not', () => {
  it.each<[string, Shape, readonly string[]]>([
    ['[a]', { kind: 'text' }, ['1:1 it must be a text, not a list']],
    ['""', { kind: 'text' }, ['1:1 it must be a text, not an empty text']],
    ['~', { kind: 'text' }, ['1:1 it must be a text, not empty']],
    ['"true"', { kind: 'flag' }, ['1:1 it must be true or false, not "true"']],
    ['yes', { kind: 'flag' }, ['1:1 it must be true or false, not "yes"']],
    ['false', { kind: 'yes' }, ['1:1 it must be true, not false']],
    ['8', { kind: 'integer', min: 1, max: 7 }, ['1:1 it must be a whole number 1–7, not 8']],
    ['1.5', { kind: 'integer', min: 1, max: 7 }, ['1:1 it must be a whole number 1–7, not 1.5']],
    ['"5"', { kind: 'integer', min: 1, max: 7 }, ['1:1 it must be a whole number 1–7, not "5"']],
    ['2', { kind: 'integer', min: 1, max: 1 }, ['1:1 it must be 1, not 2']],
    [
      'grp',
      { kind: 'choice', values: ['group', 'single'] },
      ['1:1 it must be one of group, single, not "grp"'],
    ],
    [
      'singel',
      { kind: 'choice', values: ['group', 'single'] },
      ['1:1 it must be one of group, single, not "singel"; did you mean "single"?'],
    ],
    ['[]', { kind: 'textCondition' }, ['1:1 it is an empty list']],
    [
      '{a: b}',
      { kind: 'textCondition' },
      ['1:1 it must be a text, a /pattern/, or a list of them, not a mapping'],
    ],
    ['[a, [b]]', { kind: 'textCondition' }, ['1:5 it must be a text or a /pattern/, not a list']],
    [
      '{a: x, b: true}',
      { kind: 'mapOf', values: { kind: 'flag' } },
      ['1:5 it.a must be true or false, not "x"'],
    ],
    [
      '[x, true, y]',
      { kind: 'listOf', items: { kind: 'flag' } },
      ['1:2 it[0] must be true or false, not "x"', '1:11 it[2] must be true or false, not "y"'],
    ],
    [
      '[a]',
      { kind: 'mapOf', values: { kind: 'flag' } },
      ['1:1 it must be a mapping (name: value), not a list'],
    ],
    [
      '{a: b}',
      { kind: 'listOf', items: { kind: 'flag' } },
      ['1:1 it must be a list (lines with "- "), not a mapping'],
    ],
    ['x', flags, ['1:1 it must be true or false, not "x"']],
    ['[true, x]', flags, ['1:8 it[1] must be true or false, not "x"']],
    ['[]', flags, ['1:1 it is an empty list']],
    ['thrice', once, ['1:1 it must be once, twice or { times: … }, not "thrice"']],
    ['{}', once, ['1:1 it needs "times"']],
    ['[once]', once, ['1:1 it must be once, twice or { times: … }, not a list']],
    ['{c: 1}', some, ['1:1 it needs one of "a", "b"']],
    ['{}', more, ['1:1 it needs one of "a", "b", "c"']],
    ['{a: 1, c: 1, b: 1}', more, ['1:14 it has "a" already; only one of "a", "b"']],
    ['a', object, ['1:1 it must be a mapping (name: value), not "a"']],
    ['{leave: true}', object, ['1:1 it needs "name"']],
    ['{name: a}', object, ['1:1 it needs one of "send", "leave"']],
    [
      '{name: a, send: 1, leave: true}',
      object,
      ['1:20 it has "send" already; only one of "send", "leave"'],
    ],
    ['{nam: a, name: b, send: 1}', object, ['1:2 unknown key "nam" in it; did you mean "name"?']],
    [
      '{name: b, send: 1, reply: 1}',
      object,
      ['1:20 unknown key "reply" in it; did you mean "send"?'],
    ],
    [
      '{name: b, send: 1, colour: 1}',
      object,
      ['1:20 unknown key "colour" in it; known: name, send, leave'],
    ],
    [
      '{constructor: 1, name: b, send: 1}',
      object,
      ['1:2 unknown key "constructor" in it; known: name, send, leave'],
    ],
    ['[]', variant, ['1:1 it must be a mapping (name: value), not a list']],
    [
      '{on: mesage}',
      variant,
      ['1:6 on must be one of message, callback, not "mesage"; did you mean "message"?'],
    ],
    ['{on: toString}', variant, ['1:6 on must be one of message, callback, not "toString"']],
    [
      '{onn: message, text: a, params: 1}',
      variant,
      [
        '1:1 it needs "on", one of message, callback',
        '1:2 unknown key "onn" in it; did you mean "on"?',
      ],
    ],
    ['{on: message, params: 1}', variant, ['1:15 unknown key "params" in it; known: on, text']],
  ])('%s is named', (text, shape, expected) => {
    expect(problems(text, shape)).toEqual(expected);
  });

  it('is shown shortened', () => {
    const [problem] = problems(`"${'x'.repeat(1000)}"`, { kind: 'flag' });
    expect(problem?.length).toBeLessThan(120);
  });
});
