import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/card/evaluate/expression-tokens.js';

function texts(source: string): readonly string[] | string {
  const split = tokenize(source);
  return split.ok
    ? split.tokens.map(({ text }) => text)
    : `${split.problem.why} ${split.problem.found} at ${split.problem.column}`;
}

describe('tokens of expressions', () => {
  it.each<[string, readonly string[]]>([
    ["submitted ? 'disabled' : 'normal'", ['submitted', '?', "'disabled'", ':', "'normal'", '']],
    ['a===b!==c==d!=e', ['a', '===', 'b', '!==', 'c', '==', 'd', '!=', 'e', '']],
    ['a<=1.5e3&&b>=.5||!c', ['a', '<=', '1.5e3', '&&', 'b', '>=', '.5', '||', '!', 'c', '']],
    ['x[0].y(\n1,\t2)', ['x', '[', '0', ']', '.', 'y', '(', '1', ',', '2', ')', '']],
    ['变量_1 + $x', ['变量_1', '+', '$x', '']],
    ['', ['']],
  ])('%j', (source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it.each<[string, string]>([
    [String.raw`'it\'s'`, "it's"],
    [String.raw`"a\n\t\\b"`, 'a\n\t\\b'],
    [String.raw`"\u5361\u7247"`, '卡片'],
    [String.raw`"\q\u12"`, 'qu12'],
    ['"two\nlines"', 'two\nlines'],
  ])('text %s', (source, value) => {
    const split = tokenize(source);
    expect(split.ok && split.tokens[0]).toMatchObject({ type: 'string', value });
  });

  it.each([
    ['a = b', 'unexpected = at 3'],
    ['a + “b”', 'unexpected “ at 5'],
    ['（a）', 'unexpected （ at 1'],
    ['"open', 'unfinished " at 1'],
    ["x + 'open\\'", "unfinished ' at 5"],
    ['`${a}`', 'unexpected ` at 1'],
    ['a 😀', 'unexpected 😀 at 3'],
  ])('what does not belong is said with its column: %s', (source, problem) => {
    expect(texts(source)).toBe(problem);
  });

  it('twenty thousand characters are the most', () => {
    expect(texts('a'.repeat(20_001))).toMatch(/^too-long/);
  });
});
