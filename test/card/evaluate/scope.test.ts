import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import type { Place } from '../../../src/card/evaluate/evaluation.js';
import { codesOf, evaluationOf, type Given, top } from '../../support/card-evaluation.js';

describe('which scope a name is read from', () => {
  it.each<[string, string, Given, JsonValue | undefined]>([
    ['a local', 'both', { localData: { both: 'l' }, cardData: { both: 'p' } }, 'l'],
    ['a local that is not set', 'both', { cardData: { both: 'p' } }, undefined],
    ['an expression', 'exp', { cardData: { exp: 'p' } }, 'e'],
    ['private', 'mine', { cardPrivateData: { mine: 'me' }, cardData: { mine: 'all' } }, 'me'],
    ['private, empty', 'mine', { cardPrivateData: { mine: '' }, cardData: { mine: 'all' } }, 'all'],
    [
      'private, null',
      'mine',
      { cardPrivateData: { mine: null }, cardData: { mine: 'all' } },
      'all',
    ],
    ['private, absent', 'mine', { cardData: { mine: 'all' } }, 'all'],
    [
      'private false',
      'flag',
      { cardPrivateData: { flag: false }, cardData: { flag: true } },
      false,
    ],
    ['private 0', 'count', { cardPrivateData: { count: 0 }, cardData: { count: 5 } }, 0],
    ['private []', 'rows', { cardPrivateData: { rows: [] }, cardData: { rows: [1] } }, []],
    ['public', 'open', { cardPrivateData: { open: 'mine' }, cardData: { open: 'all' } }, 'all'],
    ['public, absent', 'open', { cardPrivateData: { open: 'mine' } }, undefined],
    ['reserved', 'config', { cardData: { config: { autoLayout: true } } }, { autoLayout: true }],
  ])('%s', (_what, name, given, value) => {
    const evaluation = evaluationOf(
      {
        variables: [
          'both',
          'exp',
          'mine*',
          'flag:boolean*',
          'count:number*',
          'rows:loopArray*',
          'open',
        ],
        locals: ['both'],
        expressions: { exp: "'e'" },
      },
      given,
    );
    expect(evaluation.variable(name, top)).toEqual(value);
    expect(evaluation.findings).toEqual([]);
  });

  it('an undeclared name is said once, with the place it is used in', () => {
    const text = { type: 'dynamicString', content: 'a ${nobody}', i18n: false };
    const evaluation = evaluationOf({ props: { summaryContent: text } });
    const own = evaluation.template.root?.props['summaryContent'];
    expect([evaluation.text(own, top), evaluation.text(own, top)]).toEqual(['a ', 'a ']);
    expect(evaluation.findings).toEqual([
      {
        code: 'T300',
        severity: 'warning',
        path: '$.editorData.schema.componentsTree[0].props.summaryContent',
        params: { name: 'nobody' },
      },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty.name'])(
    'nothing is inherited: %s',
    (path) => {
      const evaluation = evaluationOf({ variables: [path] }, { cardData: {} });
      expect(evaluation.variable(path, top)).toBeUndefined();
    },
  );
});

describe('paths in loops', () => {
  const declared = { variables: ['items:loopArray', 'info:object'], locals: [] };
  const cardData = {
    items: [
      { label: 'a', sub: [{ f: 1 }, { f: 2 }] },
      { label: 'b', sub: [{ f: 3 }] },
    ],
    info: { unit: [{ n: '组' }] },
  };
  const evaluation = evaluationOf(declared, { cardData });
  const items = evaluation.items({ type: 'variableValue', variable: 'items' }, top);
  const second = items[1]?.place ?? top;
  const subs = evaluation.items(
    { type: 'variableValue', variable: 'items[0].sub', variableType: 'loop' },
    second,
  );
  const inner = subs[0]?.place ?? top;

  it.each<[string, Place, boolean, JsonValue | undefined]>([
    ['items[0].label', second, true, 'b'],
    ['items[0].label', inner, true, 'b'],
    ['items[0].sub[0].f', inner, true, 3],
    ['items[0].sub[0]', inner, true, { f: 3 }],
    ['items[0].label', second, false, 'a'],
    ['loop.label', second, false, 'b'],
    ['loop.f', inner, false, 3],
    ['loop', inner, false, { f: 3 }],
    ['info.unit', inner, true, [{ n: '组' }]],
    ['items', inner, false, cardData.items],
  ])('%s', (path, place, isLoop, value) => {
    expect(evaluation.variable(path, place, isLoop)).toEqual(value);
  });

  it('outside of their loop are nothing, and said', () => {
    const outside = evaluationOf(declared, { cardData });
    expect(outside.variable('items[0].label', top, true)).toBeUndefined();
    expect(outside.fill('<${loop.label}>', top)).toBe('<>');
    expect(codesOf(outside)).toEqual(['T305', 'T305']);
  });

  it('a variable that is called loop is read where it is declared', () => {
    const named = evaluationOf({ variables: ['loop:object'] }, { cardData: { loop: { a: 1 } } });
    expect(named.fill('${loop.a}', top)).toBe('1');
  });
});

describe('data of events', () => {
  const event = { cardData: { url: 'https://a', list: [1] }, cardPrivateData: { own: 'o' } };

  it.each([
    ['${event.cardData.url}', 'https://a'],
    ['${event.cardPrivateData.own}', 'o'],
    ['${event.cardData.list[0]}', '1'],
    ['${event.cardData.none}', ''],
  ])('%s', (text, filled) => {
    const evaluation = evaluationOf({});
    expect(evaluation.fill(text, { ...top, event })).toBe(filled);
    expect(evaluation.fill(text, top)).toBe('');
    expect(evaluation.findings).toEqual([]);
  });
});

describe('the state of an AI card', () => {
  it('is the one of the switch, for everything that reads it', () => {
    const declared = {
      variables: ['flowStatus', 'state:number'],
      expressions: { isDone: "flowStatus == '3'" },
    };
    const given: Given = { cardData: { flowStatus: '1' }, switches: { flowStatus: '3' } };
    const evaluation = evaluationOf(declared, given);
    expect(evaluation.variable('flowStatus', top)).toBe('3');
    expect(evaluation.variable('isDone', top)).toBe(true);
    const flowStatusVar = { type: 'variableValue', variable: 'state' };
    const bound = evaluationOf({ ...declared, props: { flowStatusVar } }, given);
    expect(bound.variable('state', top)).toBe(3);
    expect(bound.variable('flowStatus', top)).toBe('1');
  });
});
