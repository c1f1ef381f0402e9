import type { JsonValue } from '../../base/json-text.js';
import type { ExpressionVariable } from '../template/card-template.js';
import type { EvaluationInput, Frames } from './evaluation.js';
import type { ExpressionNode } from './expression-node.js';
import type { FindingLog } from './finding-log.js';
import { parseExpression } from './parse-expression.js';
import { freshBudget, OverBudget, runExpression } from './run-expression.js';
import { isTruthy } from './value-text.js';
import { parsePath, walk } from './variable-path.js';

/** Values of expression variables (template-format §3.4), each worked out once, in loops once an item. */
export interface ExpressionValues {
  has(name: string): boolean;
  valueOf(name: string, frames: Frames): JsonValue | undefined;
}

/** What a name in an expression stands for. @param usedIn path of the expression */
export type NameReader = (
  name: string,
  frames: Frames,
  usedIn: string,
) => { readonly ofLoop: boolean; readonly value: JsonValue | undefined };

/** Expressions may name each other over this many. */
const DEEPEST = 40;

interface Running {
  readonly expression: ExpressionVariable;
  /** Asked for the current item, so that its value is good for this item only. */
  usesLoop: boolean;
}

export function createExpressionValues(
  { template, settings }: EvaluationInput,
  log: FindingLog,
  readName: NameReader,
): ExpressionValues {
  const expressions = new Map(template.expressions.map((one) => [one.name, one]));
  const nodes = new Map<ExpressionVariable, ExpressionNode | undefined>();
  const fixed = new Map<ExpressionVariable, JsonValue | undefined>();
  const perItem = new Map<ExpressionVariable, WeakMap<Frames, { value: JsonValue | undefined }>>();
  const running: Running[] = [];
  const budget = freshBudget();

  const nodeOf = (expression: ExpressionVariable): ExpressionNode | undefined => {
    if (nodes.has(expression)) return nodes.get(expression);
    const { name, expContent } = expression;
    const parsed = parseExpression(expContent);
    if (!parsed.ok) log.find('T301', name, { name, ...parsed.problem }, contentPath(expression));
    nodes.set(expression, parsed.ok ? parsed.node : undefined);
    return nodes.get(expression);
  };

  const mayRun = (expression: ExpressionVariable): boolean => {
    const { name } = expression;
    const names = running.map((one) => one.expression.name);
    if (running.some((one) => one.expression === expression)) {
      const cycle = [...names.slice(names.indexOf(name)), name].join(' → ');
      // Each member of a cycle can be asked for first; the cycle is one and the same.
      const members = names.slice(names.indexOf(name)).sort().join(' ');
      log.find('T303', members, { name, cycle }, contentPath(expression));
      return false;
    }
    if (running.length < DEEPEST) return true;
    log.find('T304', name, { name }, contentPath(expression));
    return false;
  };

  const run = (expression: ExpressionVariable, frames: Frames, current: Running) => {
    const node = nodeOf(expression);
    if (node === undefined) return '';
    const { name } = expression;
    const usedIn = contentPath(expression);
    const frameAt = (up: number) => {
      current.usesLoop = true;
      const frame = frames.at(-1 - up);
      if (frame === undefined) log.find('T305', name, { name }, usedIn);
      return frame;
    };
    try {
      return runExpression(node, {
        name(inner) {
          const { ofLoop, value } = readName(inner, frames, usedIn);
          current.usesLoop ||= ofLoop;
          return value;
        },
        item(field, up) {
          const item = frameAt(up)?.item;
          return field === undefined ? item : walk(item, parsePath(field) ?? [field]);
        },
        index: () => frameAt(0)?.index,
        truthy: (value) => isTruthy(value, settings.truthyZeroText),
        unknownFunction(called, column) {
          log.find('T302', called, { name, function: called, column }, usedIn);
        },
        budget,
      });
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      log.find('T304', name, { name }, usedIn);
      return '';
    }
  };

  /** What uses a value of the current item is of that item as well. */
  const touchLoop = (): void => {
    const outer = running.at(-1);
    if (outer !== undefined) outer.usesLoop = true;
  };

  const valueOf = (expression: ExpressionVariable, frames: Frames): JsonValue | undefined => {
    if (fixed.has(expression)) return fixed.get(expression);
    const known = perItem.get(expression)?.get(frames);
    if (known !== undefined) {
      touchLoop();
      return known.value;
    }
    if (!mayRun(expression)) return '';
    const current: Running = { expression, usesLoop: false };
    running.push(current);
    const value = run(expression, frames, current);
    running.pop();
    if (current.usesLoop) {
      touchLoop();
      const items = perItem.get(expression) ?? new WeakMap();
      perItem.set(expression, items.set(frames, { value }));
    } else {
      fixed.set(expression, value);
    }
    return value;
  };

  return {
    has: (name) => expressions.has(name),
    valueOf(name, frames) {
      const expression = expressions.get(name);
      return expression === undefined ? undefined : valueOf(expression, frames);
    },
  };
}

function contentPath({ path }: ExpressionVariable): string {
  return `${path}.expContent`;
}
