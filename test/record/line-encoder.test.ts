import { describe, expect, it } from 'vitest';
import { createLineEncoder } from '../../src/record/line-encoder.js';

const expected = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

describe('createLineEncoder', () => {
  it.each([
    ['nothing', []],
    ['an empty line', ['']],
    ['lines', ['{"a":1}', '{"b":2}']],
    ['text of every width', ['aé€😀', '钉钉', '']],
    ['a line larger than its buffer', ['x', '钉'.repeat(100_000), 'y']],
    ['many lines', Array.from({ length: 5000 }, (_, n) => `{"n":${n},"名":"张三"}`)],
    ['a line of megabytes', ['é'.repeat(5_000_000)]],
  ])('encodes %s, again and again', (_what, lines) => {
    const encoder = createLineEncoder();
    for (let turn = 0; turn < 2; turn++) {
      expect(encoder.encode(lines).toString('utf8') === expected(lines)).toBe(true);
      expect(encoder.encode(['after']).toString('utf8')).toBe('after\n');
    }
  });
});
