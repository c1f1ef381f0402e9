import type { JsonValue } from '../../base/json-text.js';
import { expressionFunctions } from './expression-functions.js';
import type { BinaryOperator, ExpressionNode } from './expression-node.js';
import { LONGEST_TEXT, numberOf, textOf } from './value-text.js';
import { fieldOf } from './variable-path.js';

/** What an expression can see. */
export interface ExpressionContext {
  name(name: string): JsonValue | undefined;
  /** Field of the current loop item; the item itself without one. @param up loops outwards */
  item(field: string | undefined, up: number): JsonValue | undefined;
  index(): JsonValue | undefined;
  truthy(value: JsonValue | undefined): boolean;
  unknownFunction(name: string, column: number): void;
  readonly budget: Budget;
}

/** What running may cost, shared by all expressions of an evaluation. */
export interface Budget {
  /** Each about the work of one operator; texts and lists count by their size. */
  steps: number;
  depth: number;
}

/** A card of a hundred items takes a few thousand steps. */
export const freshBudget = (): Budget => ({ steps: 300_000, depth: 400 });

/** The budget is used up, or a value grew beyond what a card can hold. */
export class OverBudget extends Error {}

/** Value of a parsed expression (template-format §3.4). Throws {@link OverBudget} and nothing else. */
export function runExpression(
  node: ExpressionNode,
  context: ExpressionContext,
): JsonValue | undefined {
  const { budget } = context;
  spend(budget, 1);
  if (budget.depth <= 0) throw new OverBudget();
  budget.depth--;
  try {
    return bounded(run(node, context), budget);
  } finally {
    budget.depth++;
  }
}

function run(node: ExpressionNode, context: ExpressionContext): JsonValue | undefined {
  const value = (inner: ExpressionNode) => runExpression(inner, context);
  switch (node.kind) {
    case 'literal':
      return node.value ?? undefined;
    case 'name':
      return context.name(node.name);
    case 'array':
      return sized(
        node.items.map((item) => value(item) ?? null),
        context.budget,
      );
    case 'unary': {
      const operand = value(node.operand);
      if (node.operator === '!') return !context.truthy(operand);
      return finite(node.operator === '-' ? -numberOf(operand) : numberOf(operand));
    }
    case 'binary':
      return binary(node.operator, node.left, node.right, context);
    case 'choice':
      return value(context.truthy(value(node.test)) ? node.yes : node.no);
    case 'member': {
      const object = value(node.object);
      const key = value(node.key);
      return fieldOf(object, typeof key === 'number' ? key : textIn(key, context)) ?? undefined;
    }
    case 'call':
      return call(node.name, node.args, node.column, context);
  }
}

function call(
  name: string,
  nodes: readonly ExpressionNode[],
  column: number,
  context: ExpressionContext,
): JsonValue | undefined {
  const args = nodes.map((arg) => runExpression(arg, context));
  const field = () => (args[0] === undefined ? undefined : textIn(args[0], context));
  if (name === 'subdata') return context.item(field(), 0);
  if (name === 'parentSubdata') return context.item(field(), 1);
  if (name === 'subdataIndex') return context.index();
  const run = expressionFunctions.get(name);
  if (run === undefined) {
    context.unknownFunction(name, column);
    return '';
  }
  if (lookups.has(name)) return run(args);
  for (const arg of args) spend(context.budget, weightOf(arg, context.budget));
  refuseGrowth(args);
  return sized(run(args), context.budget);
}

/** Whether an expression may call it (template-format §3.4). */
export function isKnownFunction(name: string): boolean {
  return expressionFunctions.has(name) || ofLoops.has(name);
}

const ofLoops: ReadonlySet<string> = new Set(['subdata', 'parentSubdata', 'subdataIndex']);

/** Cost nothing, however long the list. */
const lookups: ReadonlySet<string> = new Set([
  'arrayGet',
  'array_get',
  'objectGet',
  'dict_get',
  'getLength',
  'len',
]);

/**
 * A long text between all items of a list, or in place of every letter of another: the outcome is
 * not built to be thrown away.
 */
function refuseGrowth([first, second, third]: readonly (JsonValue | undefined)[]): void {
  const pieces = typeof first === 'string' ? first.length : Array.isArray(first) ? first.length : 0;
  const longest = Math.max(textLength(second), textLength(third));
  if (pieces * longest > 8 * LONGEST_TEXT) throw new OverBudget();
}

function textLength(value: JsonValue | undefined): number {
  return typeof value === 'string' ? value.length : 0;
}

function binary(
  operator: BinaryOperator,
  leftNode: ExpressionNode,
  rightNode: ExpressionNode,
  context: ExpressionContext,
): JsonValue | undefined {
  const left = runExpression(leftNode, context);
  if (operator === '&&') return context.truthy(left) ? runExpression(rightNode, context) : left;
  if (operator === '||') return context.truthy(left) ? left : runExpression(rightNode, context);
  const right = runExpression(rightNode, context);
  switch (operator) {
    case '==':
      return textIn(left, context) === textIn(right, context);
    case '!=':
      return textIn(left, context) !== textIn(right, context);
    case '===':
      return typeof left === typeof right && textIn(left, context) === textIn(right, context);
    case '!==':
      return typeof left !== typeof right || textIn(left, context) !== textIn(right, context);
    case '<':
      return compare(left, right) < 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>':
      return compare(left, right) > 0;
    case '>=':
      return compare(left, right) >= 0;
    case '+':
      return isSum(left, right)
        ? finite(numberOf(left) + numberOf(right))
        : textIn(left, context) + textIn(right, context);
    case '-':
      return finite(numberOf(left) - numberOf(right));
    case '*':
      return finite(numberOf(left) * numberOf(right));
    case '/':
      return finite(numberOf(left) / numberOf(right));
    case '%':
      return finite(numberOf(left) % numberOf(right));
  }
}

/** Numbers, or a number and nothing, which counts as 0 beside one. */
function isSum(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (typeof left === 'number') return typeof right === 'number' || (right ?? null) === null;
  return typeof right === 'number' && (left ?? null) === null;
}

function textIn(value: JsonValue | undefined, { budget }: ExpressionContext): string {
  spend(budget, weightOf(value, budget));
  return textOf(value);
}

/** As numbers; texts that are none by their letters, so that dates compare. NaN: neither. */
function compare(left: JsonValue | undefined, right: JsonValue | undefined): number {
  const difference = numberOf(left) - numberOf(right);
  if (!Number.isNaN(difference) || typeof left !== 'string' || typeof right !== 'string') {
    return difference;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new OverBudget();
}

/** Texts double with every step of `a + a`. */
function bounded(value: JsonValue | undefined, budget: Budget): JsonValue | undefined {
  if (typeof value !== 'string') return value;
  if (value.length > LONGEST_TEXT) throw new OverBudget();
  spend(budget, value.length >> 8);
  return value;
}

/** Lists that hold the same list twice double too, and only their text shows it. */
function sized(value: JsonValue | undefined, budget: Budget): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return value;
  spend(budget, weightOf(value, budget));
  return value;
}

/** Steps it takes to go through a value. */
function weightOf(value: JsonValue | undefined, { steps }: Budget): number {
  if (typeof value === 'string') return value.length >> 8;
  if (typeof value !== 'object' || value === null) return 0;
  let weight = 0;
  const open: JsonValue[] = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    weight += 1 + (typeof one === 'string' ? one.length >> 8 : 0);
    if (weight > steps) throw new OverBudget();
    if (typeof one === 'object' && one !== null) {
      for (const inner of Object.values(one) as JsonValue[]) open.push(inner);
    }
  }
  return weight;
}
