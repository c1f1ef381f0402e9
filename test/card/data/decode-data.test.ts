import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import type { ParamMap } from '../../../src/card/card-data.js';
import { decodeParamMap, decodeValue } from '../../../src/card/data/decode-data.js';
import type { Variable } from '../../../src/card/template/card-template.js';

function declared(types: Readonly<Record<string, string>>): readonly Variable[] {
  return Object.entries(types).map(([name, type]) => ({
    name,
    type,
    private: false,
    fields: [],
    path: '$',
  }));
}

describe('one text by its declared type', () => {
  it.each<[string, string, JsonValue | undefined]>([
    ['string', 'text', 'text'],
    ['string', '', ''],
    ['string', '{"a":1}', '{"a":1}'],
    ['string', 'true', 'true'],
    ['markdown', '# 标题', '# 标题'],
    ['number', '1', 1],
    ['number', '1.23', 1.23],
    ['number', ' -5 ', -5],
    ['number', '', undefined],
    ['number', 'five', undefined],
    ['number', '"5"', undefined],
    ['number', '0x10', undefined],
    ['number', '1e999', undefined],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['boolean', 'True', undefined],
    ['boolean', '1', undefined],
    ['boolean', '"true"', undefined],
    ['object', '{"a":{"b":1}}', { a: { b: 1 } }],
    ['object', '[1]', undefined],
    ['object', "{'a':1}", undefined],
    ['object', '[object Object]', undefined],
    ['loopArray', '[{"a":"b"}]', [{ a: 'b' }]],
    ['loopArray', '{"a":1}', undefined],
    ['loopArray', 'null', undefined],
    ['stringArray', '["a"]', ['a']],
    ['numberArray', '[1,2,3]', [1, 2, 3]],
    ['form', '{"fields":[]}', { fields: [] }],
    ['table', '{"data":[],"meta":[]}', { data: [], meta: [] }],
    ['buttonGroup', '[]', []],
    ['user', '{"nick":"Gin"}', { nick: 'Gin' }],
    ['image', '@lADPx', '@lADPx'],
    ['image', 'https://a/b.png', 'https://a/b.png'],
  ])('%s: %j is %j', (type, text, value) => {
    expect(decodeValue(type, text)).toEqual(value);
  });

  it.each<[string, unknown, JsonValue | undefined]>([
    ['number', 5, 5],
    ['number', Number.NaN, undefined],
    ['boolean', false, false],
    ['string', 5, undefined],
    ['object', { a: 1 }, { a: 1 }],
    ['loopArray', null, undefined],
    ['image', undefined, undefined],
  ])('what was not encoded is held to the same types: %s, %j', (type, value, decoded) => {
    expect(decodeValue(type, value)).toEqual(decoded);
  });

  it('what nests too deep does not take effect', () => {
    expect(decodeValue('loopArray', `${'['.repeat(5000)}${']'.repeat(5000)}`)).toBeUndefined();
  });
});

describe('a map of texts', () => {
  const variables = declared({ who: 'string', count: 'number', rows: 'loopArray' });

  it('becomes typed values; what does not take effect is absent', () => {
    const map = { who: 'Ann', count: 'many', rows: '[{"label":"a","hide":false}]' };
    expect(decodeParamMap(variables, map)).toEqual({
      who: 'Ann',
      rows: [{ label: 'a', hide: false }],
    });
  });

  it('keeps reserved names and drops what nobody declared', () => {
    const map = { flowStatus: '3', config: '{"autoLayout":true}', stranger: 'x' };
    expect(decodeParamMap(variables, map)).toEqual({
      flowStatus: '3',
      config: { autoLayout: true },
    });
  });

  it('merges the whole object of the older APIs, below the names sent beside it', () => {
    const map = { who: 'Ann', sys_full_json_obj: '{"who":"old","msgButtons":[{"text":"OK"}]}' };
    expect(decodeParamMap(variables, map)).toEqual({ who: 'Ann', msgButtons: [{ text: 'OK' }] });
  });

  it('a whole object that is none is not merged', () => {
    expect(decodeParamMap(variables, { sys_full_json_obj: 'oops' })).toEqual({
      sys_full_json_obj: 'oops',
    });
  });

  it('takes __proto__ for a name like any other', () => {
    const map = JSON.parse('{"__proto__":"{\\"polluted\\":1}","constructor":"x"}') as ParamMap;
    const decoded = decodeParamMap([...declared({}), ...declaredProto()], map);
    expect(Object.hasOwn(decoded, '__proto__')).toBe(true);
    expect(Object.keys(decoded)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

function declaredProto(): readonly Variable[] {
  return [{ name: '__proto__', type: 'object', private: false, fields: [], path: '$' }];
}
