import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { parseAnyDepth, TOO_DEEP } from '../../../src/card/template/any-depth.js';

function depthOf(value: JsonValue | undefined): number {
  let depth = 0;
  for (let at = value; typeof at === 'object' && at !== null; at = Object.values(at)[0]) depth++;
  return depth;
}

describe('parsing JSON of any depth', () => {
  it('leaves what is not deep as it is', () => {
    expect(parseAnyDepth('{"a":[1,{"b":null}]}')).toEqual({
      ok: true,
      cut: false,
      value: { a: [1, { b: null }] },
    });
  });

  it('says what is wrong with what is no JSON', () => {
    const parsed = parseAnyDepth(`${'['.repeat(2000)}`);
    expect(parsed.ok).toBe(false);
  });

  it('cuts what nests a hundred thousand levels', () => {
    const parsed = parseAnyDepth(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`);
    expect(parsed.ok && parsed.cut).toBe(true);
    expect(parsed.ok && depthOf(parsed.value)).toBeLessThan(500);
  });

  it('leaves a node with the mark where nodes were cut, with its id', () => {
    let node = '{"componentName":"Grid","id":"last"}';
    for (let level = 0; level < 1000; level++) {
      node = `{"componentName":"Grid","id":"n${level}","children":[${node}]}`;
    }
    const parsed = parseAnyDepth(node);
    expect(parsed.ok && JSON.stringify(parsed.value)).toContain(
      `{"componentName":"${TOO_DEEP}","id":"n759"}`,
    );
  });

  it('keeps a key called __proto__ a key', () => {
    const deep = `{"__proto__":{"polluted":1},"deep":${'['.repeat(600)}${']'.repeat(600)}}`;
    const parsed = parseAnyDepth(deep);
    expect(parsed.ok && Object.hasOwn(parsed.value as object, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
