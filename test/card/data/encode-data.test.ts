import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/base/json-text.js';
import { decodeParamMap } from '../../../src/card/data/decode-data.js';
import { encodeValues, textFor } from '../../../src/card/data/encode-data.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { templateText } from '../../support/card-evaluation.js';

const template = readTemplate(
  templateText({
    variableList: Object.entries({
      title: 'string',
      body: 'markdown',
      amount: 'number',
      done: 'boolean',
      user: 'object',
      rows: 'loopArray',
    }).map(([name, type]) => ({ name, type })),
  }),
);

describe('values of a person as texts', () => {
  it('texts stay, the rest becomes JSON and is told', () => {
    const natural = {
      title: '报销',
      body: '**1**',
      amount: 12.5,
      done: false,
      user: { nick: 'Gin' },
      rows: [{ a: 1 }],
    };
    const { map, encoded, findings } = encodeValues(template, natural);
    expect(map).toEqual({
      title: '报销',
      body: '**1**',
      amount: '12.5',
      done: 'false',
      user: '{"nick":"Gin"}',
      rows: '[{"a":1}]',
    });
    expect(encoded).toEqual(['amount', 'done', 'user', 'rows']);
    expect(findings).toHaveLength(4);
    expect(findings[0]).toEqual({
      code: 'D100',
      severity: 'info',
      path: 'cardParamMap.amount',
      params: { name: 'amount', type: 'number' },
    });
    expect(decodeParamMap(template.variables, map)).toEqual(natural);
  });

  it.each<[string, JsonValue, string]>([
    ['title', 5, '5'],
    ['title', null, ''],
    ['body', ['a'], '["a"]'],
    ['amount', '5', '5'],
    ['amount', null, 'null'],
    ['rows', '[{"a":1}]', '[{"a":1}]'],
    ['nobody', 5, '5'],
    ['nobody', null, ''],
  ])('%s: %j is sent as %j', (name, value, text) => {
    expect(encodeValues(template, { [name]: value }).map).toEqual({ [name]: text });
  });

  it('are encoded without a template as well, and say whose they are', () => {
    const { map, findings } = encodeValues(undefined, { n: 1 }, 'privateData.user002');
    expect(map).toEqual({ n: '1' });
    expect(findings[0]?.path).toBe('privateData.user002.n');
  });

  it('take __proto__ for a name like any other', () => {
    const { map } = encodeValues(template, JSON.parse('{"__proto__":{"a":1}}') as JsonObject);
    expect(Object.entries(map)).toEqual([['__proto__', '{"a":1}']]);
  });

  it('that cannot be written as JSON are empty', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(textFor('object', cycle as JsonValue)).toBe('');
  });
});
