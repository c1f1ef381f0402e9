import { describe, expect, it } from 'vitest';
import type { ExpressionNode } from '../../../src/card/evaluate/expression-node.js';
import { parseExpression } from '../../../src/card/evaluate/parse-expression.js';

/** With every bracket written. */
function shown(node: ExpressionNode): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value);
    case 'name':
      return node.name;
    case 'array':
      return `[${node.items.map(shown).join(',')}]`;
    case 'unary':
      return `(${node.operator}${shown(node.operand)})`;
    case 'binary':
      return `(${shown(node.left)}${node.operator}${shown(node.right)})`;
    case 'choice':
      return `(${shown(node.test)}?${shown(node.yes)}:${shown(node.no)})`;
    case 'member':
      return `${shown(node.object)}[${shown(node.key)}]`;
    case 'call':
      return `${node.name}(${node.args.map(shown).join(',')})`;
  }
}

function parsed(source: string): string {
  const result = parseExpression(source);
  if (result.ok) return shown(result.node);
  const { why, found, column } = result.problem;
  return `${why} ${found}@${column}`;
}

describe('parsing expressions', () => {
  it.each([
    ['1 + 2 * 3', '(1+(2*3))'],
    ['1 - 2 - 3', '((1-2)-3)'],
    ['a || b && c == d < e + f', '(a||(b&&(c==(d<(e+f)))))'],
    ['-a.b * !c', '((-a["b"])*(!c))'],
    ['- -1', '(-(-1))'],
    ['a ? b : c ? d : e', '(a?b:(c?d:e))'],
    ['a ? b ? 1 : 2 : 3', '(a?(b?1:2):3)'],
    ['(a)', 'a'],
    ['a[0]["k"].x', 'a[0]["k"]["x"]'],
    ['arrayGet(["x", "y"], subdataIndex() % 2)', 'arrayGet(["x","y"],(subdataIndex()%2))'],
    ['[]', '[]'],
    ['true === false', '(true===false)'],
    ['null', 'null'],
    ['trueish', 'trueish'],
    ['list.join(",")', '.join(",")'],
    ['f(\n a,\n b\n)', 'f(a,b)'],
  ])('%s', (source, tree) => {
    expect(parsed(source)).toBe(tree);
  });

  it.each([
    ['', 'empty @1'],
    [' \n ', 'empty @1'],
    ['a +', 'unfinished @4'],
    ['(a', 'unfinished @3'],
    ['a ? b', 'unfinished @6'],
    ['a b', 'unexpected b@3'],
    ['a)', 'unexpected )@2'],
    ['f(a,,b)', 'unexpected ,@5'],
    ['f(a b)', 'unexpected b@5'],
    ['[1,]', 'unexpected ]@4'],
    ['a.1', 'unexpected .1@2'],
    ['a.(b)', 'unexpected (@3'],
    ['* 2', 'unexpected *@1'],
    ['x => x', 'unexpected =@3'],
    ['{a: 1}', 'unexpected {@1'],
  ])('%j is wrong where it is wrong', (source, problem) => {
    expect(parsed(source)).toBe(problem);
  });

  it.each([
    ['brackets', '('.repeat(5000)],
    ['lists', '['.repeat(5000)],
    ['signs', `${'-'.repeat(5000)}1`],
    ['calls', 'f('.repeat(5000)],
    ['choices', 'a?'.repeat(5000)],
  ])('does not follow %s without end', (_what, source) => {
    expect(parsed(source)).toMatch(/^too-deep/);
  });

  it('takes a long row of one operator', () => {
    expect(parsed(Array.from({ length: 2000 }, () => 'a').join('+'))).toMatch(/^\(+a\+a/);
  });
});
