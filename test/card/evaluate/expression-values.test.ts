import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import {
  codesOf,
  type Declared,
  evaluationOf,
  type Given,
  top,
} from '../../support/card-evaluation.js';

function valueOf(expContent: string, declared: Declared = {}, given: Given = {}) {
  const evaluation = evaluationOf(
    { ...declared, expressions: { ...declared.expressions, it: expContent } },
    given,
  );
  return { value: evaluation.variable('it', top), found: codesOf(evaluation), evaluation };
}

/** Expressions of real templates (template-format §6). */
const wild: readonly (readonly [string, Declared, Given, JsonValue])[] = [
  ['toStr("通知提醒")', {}, {}, '通知提醒'],
  ['submitted ? "已提交" : "提交"', { locals: ['submitted'] }, {}, '提交'],
  [
    "submitted ? 'disabled' : 'normal'",
    { variables: ['submitted:boolean*'] },
    { cardPrivateData: { submitted: true } },
    'disabled',
  ],
  [
    'local_input ? local_input : private_input',
    { locals: ['local_input'], variables: ['private_input*'] },
    { cardPrivateData: { private_input: 'mine' } },
    'mine',
  ],
  ['local_visible ? 0 : 1', { locals: ['local_visible:number'] }, {}, 1],
  [
    "local_visible ? '折叠内容' : '展开内容'",
    { locals: ['local_visible:number'] },
    { localData: { local_visible: 1 } },
    '折叠内容',
  ],
  [
    'submitBtnStatus == "disabled"',
    { variables: ['submitBtnStatus*'] },
    { cardData: { submitBtnStatus: 'disabled' } },
    true,
  ],
  [
    'arrayJoin(evaluate.tags, ", ")',
    { variables: ['evaluate:object'] },
    { cardData: { evaluate: { tags: ['快', '好'] } } },
    '快, 好',
  ],
  [
    "card_status == 'pending' ? 'blue' : (card_status == 'processing' ? 'purple' : (card_status == 'submitted' ? 'green' : 'red'))",
    { variables: ['card_status'] },
    { cardData: { card_status: 'submitted' } },
    'green',
  ],
  ['currentTag ? currentTag : 1', { locals: ['currentTag'] }, {}, 1],
  ['status == "" ? "normal" : status', { variables: ['status'] }, {}, 'normal'],
  [
    'feedback == "good" ? "icon_likegood_fill":"icon_likegood"',
    { variables: ['feedback'] },
    { cardData: { feedback: 'good' } },
    'icon_likegood_fill',
  ],
  ["rows.length > 0 ? 'normal' : 'disabled'", { variables: ['rows:loopArray'] }, {}, 'disabled'],
];

describe('expression variables', () => {
  it.each(wild)('%s', (expContent, declared, given, value) => {
    const outcome = valueOf(expContent, declared, given);
    expect(outcome.value).toEqual(value);
    expect(outcome.found).toEqual([]);
  });

  it('of the current item are worked out for each item', () => {
    const evaluation = evaluationOf(
      {
        variables: ['metrics:loopArray'],
        expressions: {
          number: 'subdataIndex() + 1',
          mark: 'subdata("required") ? "*" : ""',
          colour: 'arrayGet(["yellow", "red"], subdataIndex() % 2)',
          whole: "concat(number, mark, ' ', colour, ' ', loop.name)",
        },
      },
      { cardData: { metrics: [{ required: true, name: 'a' }, { name: 'b' }, { name: 'c' }] } },
    );
    const items = evaluation.items({ type: 'variableValue', variable: 'metrics' }, top);
    const whole = () => items.map(({ place }) => evaluation.variable('whole', place));
    expect(whole()).toEqual(['1* yellow a', '2 red b', '3 yellow c']);
    expect(whole()).toEqual(['1* yellow a', '2 red b', '3 yellow c']);
    expect(evaluation.findings).toEqual([]);
  });

  it('of an outer item are found from an inner one', () => {
    const evaluation = evaluationOf(
      {
        variables: ['a:loopArray'],
        expressions: { both: 'concat(parentSubdata("n"), subdata("n"))' },
      },
      { cardData: { a: [{ n: 1, b: [{ n: 2 }] }] } },
    );
    const [outer] = evaluation.items({ type: 'variableValue', variable: 'a' }, top);
    const list = { type: 'variableValue', variable: 'a[0].b', variableType: 'loop' };
    const [inner] = evaluation.items(list, outer?.place ?? top);
    expect(evaluation.variable('both', inner?.place ?? top)).toBe('12');
  });

  it('may use each other', () => {
    const { value, found } = valueOf("two + '!'", { expressions: { one: '1', two: 'one + 1' } });
    expect([value, found]).toEqual(['2!', []]);
  });

  it.each<[string, string, Declared, string, string, Readonly<Record<string, unknown>>]>([
    ['broken', 'a + ', {}, '', 'T301', { name: 'it', why: 'unfinished', found: '', column: 5 }],
    ['empty', '', {}, '', 'T301', { name: 'it', why: 'empty', found: '', column: 1 }],
    ['with an unknown function', 'x(1)', {}, '', 'T302', { name: 'it', function: 'x', column: 1 }],
    ['with an undeclared name', "nobody + 'x'", {}, 'x', 'T300', { name: 'nobody' }],
    ['that asks for an item outside of loops', 'subdata("a")', {}, '', 'T305', { name: 'it' }],
  ])('%s: empty, and said', (_what, expContent, declared, value, code, params) => {
    const outcome = valueOf(expContent, declared);
    expect(outcome.value ?? '').toBe(value);
    expect(outcome.evaluation.findings).toMatchObject([
      { code, params, path: '$.editorData.expList[0].expContent' },
    ]);
  });

  it('that go in a circle are empty, and the circle is said once', () => {
    const evaluation = evaluationOf({
      expressions: { a: "b + '1'", b: 'c', c: "concat(a, 'x')", self: 'self' },
    });
    expect(evaluation.variable('a', top)).toBe('x1');
    expect(evaluation.variable('b', top)).toBe('x');
    expect(evaluation.variable('self', top)).toBe('');
    expect(evaluation.findings.map(({ code, params }) => [code, params['cycle']])).toEqual([
      ['T303', 'a → b → c → a'],
      ['T303', 'self → self'],
    ]);
  });

  it('that lead on to too many others are empty, and said', () => {
    const expressions = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`e${index}`, `e${index + 1}`]),
    );
    const evaluation = evaluationOf({ expressions: { ...expressions, e3000: "'end'" } });
    expect(evaluation.variable('e0', top)).toBe('');
    expect(codesOf(evaluation)).toEqual(['T304']);
  });

  it('that double each other cost no more than they may', () => {
    for (const twice of [
      (name: string) => `${name} + ${name}`,
      (name: string) => `[${name}, ${name}]`,
    ]) {
      const expressions: Record<string, string> = { e0: "'0123456789'" };
      for (let index = 1; index < 35; index++) expressions[`e${index}`] = twice(`e${index - 1}`);
      const evaluation = evaluationOf({ expressions });
      const text = evaluation.fill('${e34}', top);
      expect(text.length).toBeLessThan(2_000_000);
      expect(codesOf(evaluation)).toContain('T304');
    }
  });

  it('are worked out once when no item is asked for', () => {
    const data = { cardData: { big: 'x'.repeat(200_000) } };
    const evaluation = evaluationOf({ variables: ['big'], expressions: { e: 'big + 1' } }, data);
    for (let times = 0; times < 5000; times++) evaluation.variable('e', top);
    expect(evaluation.findings).toEqual([]);
  });
});
