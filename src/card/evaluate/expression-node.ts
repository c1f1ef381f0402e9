export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<'
  | '<='
  | '>'
  | '>='
  | '&&'
  | '||';

/** An expression, parsed (template-format §3.4). `column` counts from 1. */
export type ExpressionNode =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string; readonly column: number }
  | { readonly kind: 'array'; readonly items: readonly ExpressionNode[] }
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | '+'; readonly operand: ExpressionNode }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    }
  | {
      readonly kind: 'choice';
      readonly test: ExpressionNode;
      readonly yes: ExpressionNode;
      readonly no: ExpressionNode;
    }
  | { readonly kind: 'member'; readonly object: ExpressionNode; readonly key: ExpressionNode }
  | {
      readonly kind: 'call';
      /** `toStr`; for a method, which does not exist here, with its dot: `.join`. */
      readonly name: string;
      readonly args: readonly ExpressionNode[];
      readonly column: number;
    };

export type ExpressionParsed =
  | { readonly ok: true; readonly node: ExpressionNode }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** What is wrong, and at which character, from 1. */
export interface ExpressionProblem {
  readonly why: 'unexpected' | 'unfinished' | 'too-long' | 'too-deep' | 'empty';
  /** What stands there. */
  readonly found: string;
  readonly column: number;
}
