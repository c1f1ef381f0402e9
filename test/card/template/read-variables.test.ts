import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { type Finding, findingOf } from '../../../src/card/finding.js';
import { readExpressions, readVariables } from '../../../src/card/template/read-variables.js';

function read(list: JsonValue | undefined) {
  const findings: Finding[] = [];
  const variables = readVariables(list, '$.v', (...finding) => {
    findings.push(findingOf(...finding));
  });
  return { variables, found: findings.map(({ code, path }) => `${code} ${path}`) };
}

describe('declarations of variables', () => {
  it('hold name, type, privacy, description and fields', () => {
    const { variables, found } = read([
      {
        id: 'metrics',
        name: 'metrics',
        type: 'loopArray',
        private: true,
        description: '指标',
        schema: [{ id: 'metrics[0].count', name: 'count', type: 'number' }],
      },
    ]);
    expect(found).toEqual([]);
    expect(variables).toEqual([
      {
        name: 'metrics',
        type: 'loopArray',
        private: true,
        description: '指标',
        path: '$.v[0]',
        fields: [
          { name: 'count', type: 'number', private: true, fields: [], path: '$.v[0].schema[0]' },
        ],
      },
    ]);
  });

  it('are walked by name where nested ids are wrong', () => {
    const { variables } = read([
      { id: 'btns', name: 'btns', type: 'loopArray', schema: [{ id: 'btns.text', name: 'text' }] },
    ]);
    expect(variables[0]?.fields.map(({ name }) => name)).toEqual(['text']);
  });

  it.each<[string, JsonValue | undefined, readonly string[]]>([
    ['absent', undefined, []],
    ['null', null, []],
    ['an empty text', '', []],
    ['a list', [{ name: 'a', type: 'string' }], ['a']],
    ['a list as text', '[{"name":"a","type":"string"}]', ['a']],
    ['one field', { name: 'a', type: 'string' }, ['a']],
    ['fields by name', { a: { type: 'string' }, b: { type: 'number' } }, ['a', 'b']],
  ])('take a schema that is %s', (_what, schema, names) => {
    const { variables, found } = read([
      { name: 'x', type: 'object', ...(schema === undefined ? {} : { schema }) },
    ]);
    expect(variables[0]?.fields.map(({ name }) => name)).toEqual(names);
    expect(found).toEqual([]);
  });

  it.each<[string, JsonValue, readonly string[]]>([
    ['a list that is none', 'x', ['T110 $.v']],
    ['an entry that is no object', [1], ['T110 $.v[0]']],
    ['an entry without a name', [{ type: 'string' }], ['T110 $.v[0]']],
    ['a schema that is a number', [{ name: 'a', schema: 5 }], ['T110 $.v[0].schema']],
    ['a schema of no JSON', [{ name: 'a', schema: '[' }], ['T110 $.v[0].schema']],
    ['a name given twice', [{ name: 'a' }, { name: 'a' }], ['T201 $.v[1]']],
  ])('find %s', (_what, list, found) => {
    expect(read(list).found).toEqual(found);
  });

  it('take __proto__ for a name like any other', () => {
    const { variables } = read(JSON.parse('[{"name":"__proto__","schema":{"__proto__":{}}}]'));
    expect(variables[0]?.name).toBe('__proto__');
    expect(variables[0]?.fields[0]?.name).toBe('__proto__');
  });

  it('stop at a depth and at a number', () => {
    let field: JsonValue = { name: 'f' };
    for (let level = 0; level < 60; level++) field = { name: 'f', schema: [field] };
    expect(read([field]).found).toEqual([`T107 $.v[0]${'.schema[0]'.repeat(20)}.schema`]);
    const many = Array.from({ length: 6000 }, (_, index) => ({ name: `v${index}` }));
    const { variables, found } = read(many);
    expect(variables).toHaveLength(5000);
    expect(found).toEqual(['T111 $.v[5000]']);
  });
});

describe('declarations of expressions', () => {
  it('hold the expression as text, empty when there is none', () => {
    const expressions = readExpressions(
      [{ name: 'index', type: 'number', expContent: 'subdataIndex() + 1' }, { name: 'odd' }],
      '$.e',
      () => undefined,
    );
    expect(expressions).toEqual([
      { name: 'index', type: 'number', expContent: 'subdataIndex() + 1', path: '$.e[0]' },
      { name: 'odd', type: 'string', expContent: '', path: '$.e[1]' },
    ]);
  });
});
