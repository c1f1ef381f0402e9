import { describe, expect, it } from 'vitest';
import { entryOf, jsonOf, textOf } from '../../src/base/source-node.js';
import { nodeOf } from '../support/rule-subjects.js';

describe('a node of the file', () => {
  it('gives numbers and booleans as they were written', () => {
    const node = nodeOf('a: 0150000227\nb: "x"\nc: true\nd: 1.50\ne: ~\nf: [1]\n');
    const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) =>
      textOf(entryOf(node, key)?.value),
    );
    expect(texts).toEqual(['0150000227', 'x', 'true', '1.50', undefined, undefined, undefined]);
  });

  it('becomes JSON', () => {
    expect(jsonOf(nodeOf('a: [1, two, {b: null}]\nc: false\n'))).toEqual({
      a: [1, 'two', { b: null }],
      c: false,
    });
  });

  it('keeps a key called __proto__ as a key', () => {
    const value = jsonOf(nodeOf('__proto__: {polluted: true}\n')) as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect('polluted' in value).toBe(false);
  });

  it('has no entries when it is no mapping', () => {
    expect(entryOf(nodeOf('[a]'), 'a')).toBeUndefined();
    expect(entryOf(undefined, 'a')).toBeUndefined();
  });
});
