import { describe, expect, it } from 'vitest';
import { flagAt, nodeAt, nodesAt, numberAt } from '../../src/answer/source-entries.js';
import { jsonOf } from '../../src/base/source-node.js';
import { nodeOf } from '../support/rule-subjects.js';

const node = nodeOf('{ one: x, two: [a, b], none: [], n: 5, text: "5", yes: true, no: false }');

describe('an entry of a mapping', () => {
  it('is one thing or several', () => {
    expect(nodesAt(node, 'one').map(jsonOf)).toEqual(['x']);
    expect(nodesAt(node, 'two').map(jsonOf)).toEqual(['a', 'b']);
    expect(nodesAt(node, 'none')).toEqual([]);
    expect(nodesAt(node, 'missing')).toEqual([]);
    expect(nodeAt(undefined, 'one')).toBeUndefined();
  });

  it('is a number or a flag only when it is written as one', () => {
    expect(numberAt(node, 'n')).toBe(5);
    expect(numberAt(node, 'text')).toBeUndefined();
    expect(flagAt(node, 'yes')).toBe(true);
    expect(flagAt(node, 'no')).toBe(false);
    expect(flagAt(node, 'one')).toBeUndefined();
  });
});
