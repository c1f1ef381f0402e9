import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/base/json-text.js';
import { parseExpression } from '../../../src/card/evaluate/parse-expression.js';
import { evaluationOf, top } from '../../support/card-evaluation.js';

/** Numbers in [0, 1), the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const pieces = [
  ...'a b c rows loop n e0 e1 e2 subdata subdataIndex toStr concat arrayGet arrayJoin'.split(' '),
  ...'arrayAppend textReplace substr getLength objectGet constructor __proto__ true null'.split(
    ' ',
  ),
  ...'( ) [ ] ( ) , . ? : + - * / % ! == != === < <= > >= && || = { } ` \\'.split(' '),
  '0',
  '1',
  '-1',
  '1e308',
  '.5',
  '"x"',
  "'y'",
  '"',
  "'",
  ' ',
  '\n',
  '卡',
  '😀',
  '\ud800',
  '${a}',
];

const values: readonly JsonValue[] = [
  '',
  '0',
  'text',
  'x'.repeat(50_000),
  0,
  -1,
  1e308,
  true,
  null,
  [],
  [1, 'a', [2], { b: 1 }],
  { a: { b: ['c'] }, length: 3 },
  JSON.parse('{"__proto__":{"a":1}}') as JsonValue,
  Array.from({ length: 500 }, (_, index) => ({ a: index })),
];

describe('expressions made of anything', () => {
  it('parse or do not, and are worked out without an exception', () => {
    const random = randomOf(20_261_122);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const written = () =>
      Array.from({ length: 1 + Math.floor(random() * 24) }, () => pick(pieces)).join('');
    let valid = 0;
    for (let round = 0; round < 1500; round++) {
      const expressions = { e0: written(), e1: written(), e2: `${written()}+e0` };
      for (const expContent of Object.values(expressions)) {
        if (parseExpression(expContent).ok) valid++;
      }
      const cardData: JsonObject = { a: pick(values), b: pick(values), rows: pick(values) };
      const variables = ['a', 'b*', 'rows:loopArray', 'n:number'];
      const evaluation = evaluationOf({ variables, expressions, locals: ['c'] }, { cardData });
      const items = evaluation.items({ type: 'variableValue', variable: 'rows' }, top).slice(0, 3);
      for (const place of [top, ...items.map((item) => item.place)]) {
        for (const name of Object.keys(expressions)) {
          expect(() => JSON.stringify(evaluation.variable(name, place))).not.toThrow();
          expect(typeof evaluation.fill(`\${${name}}`, place)).toBe('string');
        }
      }
      expect(evaluation.findings.length).toBeLessThanOrEqual(200);
    }
    expect(valid).toBeGreaterThan(200);
  });

  it('made of valid parts cost no more than they may', () => {
    const random = randomOf(7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const made = (depth: number): string => {
      if (depth === 0) return pick(['a', 'b', 'rows', 'n', '1', "'x'", 'subdata("a")']);
      const one = () => made(depth - 1);
      return pick([
        () =>
          `(${one()} ${pick(['+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'])} ${one()})`,
        () => `(${one()} ? ${one()} : ${one()})`,
        () => `[${one()}, ${one()}]`,
        () => `concat(${one()}, ${one()})`,
        () => `arrayAppend(${one()}, ${one()})`,
        () => `textReplace(${one()}, ${one()}, ${one()})`,
        () => `arrayJoin(${one()}, ${one()})`,
        () => `${pick(['toStr', 'getLength', 'floor'])}(${one()})`,
        () => `${one()}[${one()}]`,
        () => `!${one()}`,
        () => `-${one()}`,
      ])();
    };
    for (let round = 0; round < 400; round++) {
      const expContent = made(1 + Math.floor(random() * 6));
      expect(parseExpression(expContent).ok).toBe(true);
      const cardData: JsonObject = { a: pick(values), b: pick(values), rows: pick(values), n: 3 };
      const variables = ['a', 'b', 'rows', 'n'];
      const evaluation = evaluationOf({ variables, expressions: { it: expContent } }, { cardData });
      const text = evaluation.fill('${it}', top);
      expect(text.length).toBeLessThan(1_000_001);
    }
  });
});

describe('templates made of anything', () => {
  it('fill in texts of any shape', () => {
    const random = randomOf(99);
    const parts = [
      '${',
      '}',
      '$',
      '{',
      'a',
      '.',
      '[0]',
      'loop',
      'event.',
      'cardData',
      ' ',
      '卡',
      '"',
    ];
    const evaluation = evaluationOf({ variables: ['a'] }, { cardData: { a: [1] } });
    for (let round = 0; round < 3000; round++) {
      const text = Array.from(
        { length: 12 },
        () => parts[Math.floor(random() * parts.length)],
      ).join('');
      expect(typeof evaluation.fill(text, top)).toBe('string');
    }
  });

  it('read wrappers of any shape', () => {
    const random = randomOf(5);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const made = (depth: number): JsonValue => {
      if (depth === 0) return pick(values);
      return {
        type: pick(['dynamicString', 'dynamicVisible', 'variableValue', 'JSSlot', 'icon', 5]),
        valueType: pick(['fixed', 'variable', 'eventData', 'condition', 'full', null]),
        ...(random() < 0.5 ? { value: made(depth - 1) } : {}),
        ...(random() < 0.5 ? { content: made(depth - 1), i18n: pick([true, false]) } : {}),
        ...(random() < 0.5
          ? { variable: pick<JsonValue>(['a', 'a[0].b', '', 5, '__proto__']) }
          : {}),
        variableType: pick(['global', 'loop']),
        eventData: pick<JsonValue>(['cardData.a', 'x', 5]),
        condition: {
          op: pick(['and', 'or', 5]),
          conditions: [
            {
              type: pick(['variable', 'eventData', 'env']),
              op: pick(['equal', 'lt', 'isEmpty', 5]),
              value: made(depth - 1),
              variable: 'a',
            },
          ],
        },
      };
    };
    const evaluation = evaluationOf({ variables: ['a'] }, { cardData: { a: [{ b: 1 }] } });
    for (let round = 0; round < 2000; round++) {
      const wrapper = made(3);
      expect(typeof evaluation.text(wrapper, top)).toBe('string');
      expect(typeof evaluation.visible(wrapper, top)).toBe('boolean');
      expect(typeof evaluation.number(wrapper, top, 1)).toBe('number');
      expect(typeof evaluation.boolean(wrapper, top, true)).toBe('boolean');
      expect(typeof evaluation.condition(wrapper, top)).toBe('boolean');
      expect(Array.isArray(evaluation.items(wrapper, top))).toBe(true);
    }
  });
});
