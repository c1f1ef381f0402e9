import type {
  BinaryOperator,
  ExpressionNode,
  ExpressionParsed,
  ExpressionProblem,
} from './expression-node.js';
import { type Token, tokenize } from './expression-tokens.js';

const DEEPEST = 100;

const binding: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['&&', 2],
  ['==', 3],
  ['!=', 3],
  ['===', 3],
  ['!==', 3],
  ['<', 4],
  ['<=', 4],
  ['>', 4],
  ['>=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', null],
]);

class NotAnExpression extends Error {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    super(problem.why);
    this.problem = problem;
  }
}

/** Parses `expContent` (template-format §3.4); never throws, never evaluates. */
export function parseExpression(source: string): ExpressionParsed {
  const split = tokenize(source);
  if (!split.ok) return split;
  const { tokens } = split;
  if (tokens.length === 1) {
    return { ok: false, problem: { why: 'empty', found: '', column: 1 } };
  }
  try {
    return { ok: true, node: parseTokens(tokens) };
  } catch (error) {
    if (error instanceof NotAnExpression) return { ok: false, problem: error.problem };
    throw error;
  }
}

function parseTokens(tokens: readonly Token[]): ExpressionNode {
  let at = 0;
  let depth = 0;

  const next = (): Token => {
    const token = tokens[at];
    if (token === undefined) throw new NotAnExpression({ why: 'unfinished', found: '', column: 1 });
    return token;
  };
  const refuse = (token: Token, why?: ExpressionProblem['why']): never => {
    throw new NotAnExpression({
      why: why ?? (token.type === 'end' ? 'unfinished' : 'unexpected'),
      found: token.text,
      column: token.at + 1,
    });
  };
  const isSign = (text: string): boolean => {
    const token = next();
    return token.type === 'sign' && token.text === text;
  };
  const accept = (text: string): boolean => {
    if (!isSign(text)) return false;
    at++;
    return true;
  };
  const expect = (text: string): void => {
    if (!accept(text)) refuse(next());
  };

  const whole = (): ExpressionNode => {
    if (++depth > DEEPEST) refuse(next(), 'too-deep');
    const test = operation(1);
    let node = test;
    if (accept('?')) {
      const yes = whole();
      expect(':');
      node = { kind: 'choice', test, yes, no: whole() };
    }
    depth--;
    return node;
  };

  const operation = (weakest: number): ExpressionNode => {
    let left = unary();
    for (;;) {
      const token = next();
      const strength = token.type === 'sign' ? binding.get(token.text) : undefined;
      if (strength === undefined || strength < weakest) return left;
      at++;
      left = {
        kind: 'binary',
        operator: token.text as BinaryOperator,
        left,
        right: operation(strength + 1),
      };
    }
  };

  const unary = (): ExpressionNode => {
    for (const operator of ['!', '-', '+'] as const) {
      if (!accept(operator)) continue;
      if (++depth > DEEPEST) refuse(next(), 'too-deep');
      const node: ExpressionNode = { kind: 'unary', operator, operand: unary() };
      depth--;
      return node;
    }
    return postfix(primary());
  };

  const postfix = (start: ExpressionNode): ExpressionNode => {
    let node = start;
    for (;;) {
      if (accept('.')) {
        const token = next();
        if (token.type !== 'name') return refuse(token);
        at++;
        node = accept('(')
          ? { kind: 'call', name: `.${token.text}`, args: list(')'), column: token.at + 1 }
          : { kind: 'member', object: node, key: { kind: 'literal', value: token.text } };
      } else if (accept('[')) {
        const key = whole();
        expect(']');
        node = { kind: 'member', object: node, key };
      } else {
        return node;
      }
    }
  };

  const primary = (): ExpressionNode => {
    const token = next();
    if (token.type === 'number' || token.type === 'string') {
      at++;
      return { kind: 'literal', value: token.value };
    }
    if (token.type === 'name') {
      at++;
      if (accept('(')) {
        return { kind: 'call', name: token.text, args: list(')'), column: token.at + 1 };
      }
      const constant = constants.get(token.text);
      if (constant !== undefined) return { kind: 'literal', value: constant };
      return { kind: 'name', name: token.text, column: token.at + 1 };
    }
    if (accept('(')) {
      const node = whole();
      expect(')');
      return node;
    }
    if (accept('[')) return { kind: 'array', items: list(']') };
    return refuse(token);
  };

  const list = (end: string): readonly ExpressionNode[] => {
    const items: ExpressionNode[] = [];
    while (!accept(end)) {
      if (items.length > 0) expect(',');
      items.push(whole());
    }
    return items;
  };

  const node = whole();
  if (next().type !== 'end') refuse(next());
  return node;
}
