import { isJsonObject, type JsonObject, type JsonValue, stableJson } from '../base/json-text.js';
import { jsonOf, type SourceEntry, type SourceMap, type SourceNode } from '../base/source-node.js';
import type { CallbackSubject, Condition } from './rule.js';
import { expectedText, type Problems, patternTest } from './text-condition.js';

type ValueTest = (value: JsonValue | undefined) => boolean;

/** One condition per value named under `params`, so that explanations can point at it. */
export function paramsConditions(
  node: SourceNode,
  problems: Problems,
): readonly Condition<CallbackSubject>[] {
  return leaves(node, []).map(({ path, node: leaf }) => {
    const test = valueTest(leaf, problems);
    return {
      path: ['params', ...path].join('.'),
      expected: describe(leaf),
      test: ({ callback }) => test(valueAt(callback.params, path)),
      actual: ({ callback }) => {
        const value = valueAt(callback.params, path);
        return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
      },
    };
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly node: SourceNode;
}

function leaves(node: SourceNode, path: readonly string[]): readonly Leaf[] {
  const isBranch = node.kind === 'map' && node.entries.length > 0 && !operatorOf(node);
  if (!isBranch) return path.length === 0 ? [] : [{ path, node }];
  return node.entries.flatMap((entry) => leaves(entry.value, [...path, entry.key]));
}

function valueAt(params: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = params;
  for (const key of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/**
 * A text fits itself, a pattern the text of a scalar; a number or boolean fits itself and its text,
 * because components differ in what they send (stream-protocol §6.2); a mapping fits an object that
 * has at least its entries; a list fits a list item by item, and anything else that fits one item.
 */
function valueTest(node: SourceNode, problems: Problems): ValueTest {
  switch (node.kind) {
    case 'scalar':
      return scalarTest(node, problems);
    case 'list': {
      const tests = node.items.map((item) => valueTest(item, problems));
      return (value) =>
        Array.isArray(value)
          ? value.length === tests.length && tests.every((test, index) => test(value[index]))
          : tests.some((test) => test(value));
    }
    case 'map': {
      const operator = operatorOf(node);
      if (operator) return operatorTest(operator, problems);
      const tests = node.entries.map(
        (entry) => [entry.key, valueTest(entry.value, problems)] as const,
      );
      return (value) =>
        isJsonObject(value) &&
        tests.every(([key, test]) => test(Object.hasOwn(value, key) ? value[key] : undefined));
    }
  }
}

function scalarTest(node: SourceNode & { readonly kind: 'scalar' }, problems: Problems): ValueTest {
  const { value: wanted, source } = node;
  if (typeof wanted === 'string') {
    const pattern = patternTest(wanted, node.place, problems);
    if (!pattern) return (value) => value === wanted;
    return (value) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? pattern(String(value))
        : false;
  }
  if (wanted === null) return (value) => value === null;
  return (value) => value === wanted || value === source || value === String(wanted);
}

const operators = ['exists', 'equals', 'includes', 'oneOf'] as const;
type Operator = (typeof operators)[number];

/** A mapping with one of the operators as its only key; `{ equals: { exists: … } }` means the key itself. */
function operatorOf(node: SourceMap): (SourceEntry & { readonly key: Operator }) | undefined {
  const [entry, second] = node.entries;
  if (!entry || second || !isOperator(entry)) return undefined;
  return entry;
}

function isOperator(entry: SourceEntry): entry is SourceEntry & { readonly key: Operator } {
  return (operators as readonly string[]).includes(entry.key);
}

function operatorTest(
  entry: SourceEntry & { readonly key: Operator },
  problems: Problems,
): ValueTest {
  const { key, value: operand } = entry;
  const complain = (wanted: string): ValueTest => {
    problems.push({
      ...operand.place,
      message: `${key} must be ${wanted}; write { equals: … } to compare with a mapping that has this key`,
    });
    return () => false;
  };
  switch (key) {
    case 'exists': {
      const wanted = operand.kind === 'scalar' ? operand.value : undefined;
      if (typeof wanted !== 'boolean') return complain('true or false');
      return (value) => (value !== undefined) === wanted;
    }
    case 'equals': {
      const wanted = stableJson(jsonOf(operand));
      return (value) => value !== undefined && stableJson(value) === wanted;
    }
    case 'includes': {
      const test = valueTest(operand, problems);
      return (value) => Array.isArray(value) && value.some((item: JsonValue) => test(item));
    }
    case 'oneOf': {
      if (operand.kind !== 'list') return complain('a list');
      const tests = operand.items.map((item) => valueTest(item, problems));
      return (value) => tests.some((test) => test(value));
    }
  }
}

function describe(node: SourceNode): string {
  return node.kind === 'scalar' && node.value !== null
    ? expectedText(node)
    : JSON.stringify(jsonOf(node));
}
