import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { codesOf, evaluationOf, type Given, top } from '../../support/card-evaluation.js';

const declared = {
  variables: ['who', 'n:number', 'on:boolean', 'o:object', 'rows:loopArray', 'btns:buttonGroup'],
  expressions: { hello: "concat('Hi ', who)" },
  locals: ['open:boolean'],
};
const given: Given = {
  cardData: { who: 'Ann', n: 5, on: true, o: { a: { b: 'deep' } }, rows: [{ label: 'x' }] },
  localData: { open: 'l' },
};

const fixed = (type: string, value: JsonValue) => ({
  type,
  valueType: 'fixed',
  value,
  variable: 'who',
  variableType: 'global',
});
const bound = (type: string, variable: string) => ({
  type,
  valueType: 'variable',
  value: 'stale',
  variable,
  variableType: 'global',
});

describe('values of wrappers', () => {
  it.each<[string, JsonValue | undefined, JsonValue | undefined]>([
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['a plain text', 'to ${who}', 'to Ann'],
    ['a plain number', 3, 3],
    ['a plain boolean', false, false],
    ['a list', [1], [1]],
    ['a dynamicString', { type: 'dynamicString', content: '${who}!', i18n: false }, 'Ann!'],
    [
      'a dynamicString bound by a script',
      { type: 'dynamicString', content: '', variable: 'who' },
      'Ann',
    ],
    ['a fixed dynamicNumber', fixed('dynamicNumber', 8), 8],
    ['a bound dynamicNumber', bound('dynamicNumber', 'n'), 5],
    ['a fixed dynamicBoolean', fixed('dynamicBoolean', false), false],
    ['a bound dynamicBoolean', bound('dynamicBoolean', 'on'), true],
    ['a fixed dynamicSelect', fixed('dynamicSelect', 'normal'), 'normal'],
    ['a dynamicSelect bound to an expression', bound('dynamicSelect', 'hello'), 'Hi Ann'],
    ['a dynamicSelect bound to nothing', bound('dynamicSelect', ''), undefined],
    ['a dynamicSelect whose variable is unset', bound('dynamicSelect', 'btns'), undefined],
    ['a fixed dynamicColor', fixed('dynamicColor', 'red'), 'red'],
    ['a dynamicColor bound to a local', bound('dynamicColor', 'open'), 'l'],
    [
      'a fixed dynamicIcon',
      fixed('dynamicIcon', { type: 'icon', iconType: 'ddIcon', icon: 'icon_x' }),
      { type: 'icon', iconType: 'ddIcon', icon: 'icon_x' },
    ],
    [
      'a dynamicImage without a variable',
      { type: 'dynamicImage', valueType: 'fixed', value: '@l' },
      '@l',
    ],
    [
      'a dynamicLink with a variable in it',
      fixed('dynamicLink', 'https://a/${who}'),
      'https://a/Ann',
    ],
    ['a fixed dynamicMarkdown', fixed('dynamicMarkdown', '# ${who}'), '# Ann'],
    ['a dynamicMarkdown bound to a field', bound('dynamicMarkdown', 'o.a.b'), 'deep'],
    ['fixed options', fixed('dynamicSelectOptions', [{ value: 1 }]), [{ value: 1 }]],
    ['bound options', bound('dynamicSelectOptions', 'rows'), [{ label: 'x' }]],
    [
      'a DynamicList',
      { type: 'DynamicList', valueType: 'fixed', value: [{ label: 'a' }] },
      [{ label: 'a' }],
    ],
    [
      'a width that fills',
      { type: 'dynamicWidth', valueType: 'full', value: 100, full: true },
      'full',
    ],
    ['a natural width', { type: 'dynamicWidth', valueType: 'adaptive', value: 100 }, 'adaptive'],
    ['a width that fills in old words', { type: 'dynamicWidth', full: true, value: 1 }, 'full'],
    ['a fixed width', { ...fixed('dynamicWidth', 200), full: false, adaptive: false }, 200],
    [
      'a variableValue',
      { type: 'variableValue', variable: 'o', variableType: 'global' },
      { a: { b: 'deep' } },
    ],
    [
      'an unset variableValue',
      { type: 'variableValue', variable: '', variableType: 'global' },
      undefined,
    ],
    ['a typed variableValue', { type: 'variableValue', variable: 'n', varType: 'number' }, 5],
    [
      'a wrapper in a language that is not translated',
      { defaultLang: 'zh_Hans', i18n: false, content: { zh_Hans: bound('dynamicImage', 'who') } },
      'Ann',
    ],
    ['an empty slot', { type: 'JSSlot', id: 'x' }, undefined],
    ['an icon', { type: 'icon', icon: 'x' }, { type: 'icon', icon: 'x' }],
    ['an image', { type: 'image', url: 'https://a' }, { type: 'image', url: 'https://a' }],
    ['a condition', { type: 'dynamicVisible', valueType: 'condition', condition: {} }, true],
  ])('%s', (_what, wrapper, value) => {
    const evaluation = evaluationOf(declared, given);
    expect(evaluation.value(wrapper, top)).toEqual(value);
    expect(evaluation.findings).toEqual([]);
  });

  it('are read from the current item where they say loop', () => {
    const evaluation = evaluationOf(declared, given);
    const [item] = evaluation.items({ type: 'variableValue', variable: 'rows' }, top);
    const wrapper = { ...bound('dynamicSelect', 'rows[0].label'), variableType: 'loop' };
    expect(evaluation.value(wrapper, item?.place ?? top)).toBe('x');
  });

  it('are read from what a callback answered where they say eventData', () => {
    const evaluation = evaluationOf(declared, given);
    const wrapper = {
      ...fixed('dynamicLink', ''),
      valueType: 'eventData',
      eventData: 'cardData.pub_url',
    };
    const event = { cardData: { pub_url: 'https://b' }, cardPrivateData: {} };
    expect(evaluation.value(wrapper, { ...top, event })).toBe('https://b');
    expect(evaluation.value(wrapper, top)).toBeUndefined();
  });

  it('data is no template: its ${} stay', () => {
    const evaluation = evaluationOf(declared, { cardData: { who: '${n}', n: 5 } });
    expect(evaluation.value(bound('dynamicSelect', 'who'), top)).toBe('${n}');
    expect(evaluation.text('a ${who}', top)).toBe('a ${n}');
  });

  it('wrappers in wrappers without end are nothing', () => {
    const evaluation = evaluationOf(declared, given);
    let wrapper: JsonValue = 'x';
    for (let level = 0; level < 1000; level++) wrapper = fixed('dynamicString', wrapper);
    expect(evaluation.value(wrapper, top)).toBeUndefined();
  });
});

describe('texts', () => {
  it.each<[string, string]>([
    ['Hello ${who}', 'Hello Ann'],
    ['${ who }', 'Ann'],
    ['${n}/${on}/${o.a.b}/${hello}', '5/true/deep/Hi Ann'],
    ['${btns}|${rows[0].label}|${o.x.y}', '|x|'],
    ['${who', '${who'],
    ['$who {who} $${n}', '$who {who} $5'],
    ['${a${who}}', '${aAnn}'],
  ])('%s', (text, filled) => {
    const evaluation = evaluationOf(declared, given);
    expect(evaluation.fill(text, top)).toBe(filled);
    expect(evaluation.findings).toEqual([]);
  });

  it.each(['${n + 1}', '${toStr(n)}', '${n > 1 ? 2 : 3}', '${a b}'])(
    'there are no operators in %s',
    (text) => {
      const evaluation = evaluationOf(declared, given);
      expect(evaluation.fill(`<${text}>`, top)).toBe('<>');
      expect(codesOf(evaluation)).toEqual(['T306']);
    },
  );

  it('objects are shown as JSON, and said', () => {
    const evaluation = evaluationOf(declared, given);
    expect(evaluation.text('${o}', top)).toBe('{"a":{"b":"deep"}}');
    expect(evaluation.findings).toMatchObject([{ code: 'T309', params: { name: 'o' } }]);
  });

  it.each<[string, JsonValue | undefined, string]>([
    ['nothing', undefined, ''],
    ['a number', 5, '5'],
    ['a bound number', bound('dynamicNumber', 'n'), '5'],
    ['texts by language', { zh_CN: '好', en_US: 'Good' }, 'Good'],
    [
      'translated',
      {
        type: 'dynamicString',
        i18n: true,
        content: { zh_Hans: '好 ${who}', en_US: 'Good ${who}' },
      },
      'Good Ann',
    ],
    [
      'translated, not into this',
      { type: 'dynamicString', i18n: true, content: { zh_Hans: '好', en_US: '' } },
      '好',
    ],
    ['not translated', { type: 'dynamicString', i18n: false, content: 'plain' }, 'plain'],
    [
      'translated wrappers',
      {
        defaultLang: 'zh_Hans',
        i18n: true,
        content: {
          zh_Hans: fixed('dynamicMarkdown', '好'),
          en_US: fixed('dynamicMarkdown', 'Good'),
        },
      },
      'Good',
    ],
  ])('in a language: %s', (_what, wrapper, text) => {
    const evaluation = evaluationOf(declared, { ...given, switches: { language: 'en_US' } });
    expect(evaluation.text(wrapper, top)).toBe(text);
  });

  it('do not grow beyond a million letters', () => {
    const evaluation = evaluationOf(declared, { cardData: { who: 'x'.repeat(300_000) } });
    const text = evaluation.fill('${who}'.repeat(1000), top);
    expect(text.length).toBeLessThan(1_000_001);
    expect(codesOf(evaluation)).toEqual(['T304']);
  });
});

describe('what is visible', () => {
  const isTrue = {
    op: 'and',
    conditions: [{ type: 'variable', variable: 'on', variableType: 'global', op: 'isTrue' }],
  };
  const isFalse = { ...isTrue, conditions: [{ ...isTrue.conditions[0], op: 'isFalse' }] };

  it.each<[string, JsonValue | undefined, boolean]>([
    ['nothing said', undefined, true],
    ['null', null, true],
    ['true', true, true],
    ['false', false, false],
    ['a text', 'false', false],
    ['fixed true', { type: 'dynamicVisible', valueType: 'fixed', value: true }, true],
    ['fixed false', { type: 'dynamicVisible', valueType: 'fixed', value: false }, false],
    ['fixed, no value', { type: 'dynamicVisible', valueType: 'fixed' }, true],
    [
      'fixed, with a stale condition',
      { type: 'dynamicVisible', valueType: 'fixed', value: true, condition: isFalse },
      true,
    ],
    ['a variable that is true', bound('dynamicVisible', 'on'), true],
    ['a variable that is unset', bound('dynamicVisible', 'btns'), false],
    [
      'a variable, with a stale condition',
      { ...bound('dynamicVisible', 'on'), condition: isFalse },
      true,
    ],
    ['no variable chosen', { ...bound('dynamicVisible', ''), value: true }, true],
    [
      'a condition that holds',
      { type: 'dynamicVisible', valueType: 'condition', value: false, condition: isTrue },
      true,
    ],
    [
      'a condition that does not',
      { type: 'dynamicVisible', valueType: 'condition', value: true, condition: isFalse },
      false,
    ],
    [
      'a condition without one',
      { type: 'dynamicVisible', valueType: 'condition', value: false },
      true,
    ],
  ])('%s', (_what, wrapper, visible) => {
    expect(evaluationOf(declared, given).visible(wrapper, top)).toBe(visible);
  });
});
