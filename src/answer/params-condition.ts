import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  stableJson,
} from '../base/json-text.js';
import { jsonOf, type SourceEntry, type SourceMap, type SourceNode } from '../base/source-node.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import { jsonAt, variableReader } from './json-path.js';
import { jsonValueOf } from './param-text.js';
import type { Reading } from './reading.js';
import type { CallbackSubject, Condition } from './rule.js';
import { expectedNow, expectedText, fitsWorkedOut, patternTest } from './text-condition.js';
import { textValue } from './text-template.js';
import { type Subject, type Value, valueFor } from './value.js';

type ValueTest = (value: JsonValue | undefined, subject: Subject) => boolean;

/** One condition per value named under `params`, so that explanations can point at it. */
export function paramsConditions(
  node: SourceNode,
  reading: Reading,
): readonly Condition<CallbackSubject>[] {
  return leaves(node, []).map(({ path, node: leaf }) => {
    const test = valueTest(leaf, reading);
    const [only] = path;
    const read =
      only !== undefined && path.length === 1
        ? (params: JsonObject) => (Object.hasOwn(params, only) ? params[only] : undefined)
        : (params: JsonObject) => jsonAt(params, path);
    return {
      path: ['params', ...path].join('.'),
      expected: describe(leaf),
      test: (subject) => test(read(subject.callback.params), subject),
      actual: ({ callback }) => actualText(read(callback.params)),
      ...expectedNow(leaf, reading),
    };
  });
}

/**
 * The same for the variables of a card. Their values are text; what a condition wants of a list or a
 * mapping is looked for in the JSON of the text.
 * @param root what the conditions stand under: `card`, `my`
 */
export function variableConditions(
  node: SourceNode,
  root: string,
  mapOf: (subject: CallbackSubject) => CardParamMap | undefined,
  reading: Reading,
): readonly Condition<CallbackSubject>[] {
  reading.asksForCards = true;
  return leaves(node, []).map(({ path, node: leaf }) => {
    const [name] = path;
    if (path.length === 1 && leaf.kind === 'scalar' && leaf.value === null) {
      const message = `${name} has no value; write "" for an empty text, { exists: false } for none`;
      reading.problems.push({ ...leaf.place, message });
    }
    const test = valueTest(leaf, reading);
    const read = variableReader(path);
    return {
      path: [root, ...path].join('.'),
      expected: describe(leaf),
      test(subject) {
        const value = read(mapOf(subject));
        if (test(value, subject)) return true;
        if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return false;
        const opened = parseJson(value);
        return opened.ok && test(opened.value, subject);
      },
      actual: (subject) => actualText(read(mapOf(subject))),
      ...expectedNow(leaf, reading),
    };
  });
}

function actualText(value: JsonValue | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
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

/**
 * A text fits itself, a pattern the text of a scalar; a number or boolean fits itself and its text,
 * because components differ in what they send (stream-protocol §6.2); a mapping fits an object that
 * has at least its entries; a list fits a list item by item, and anything else that fits one item.
 */
function valueTest(node: SourceNode, reading: Reading): ValueTest {
  switch (node.kind) {
    case 'scalar':
      return scalarTest(node, reading);
    case 'list': {
      const tests = node.items.map((item) => valueTest(item, reading));
      return (value, subject) =>
        Array.isArray(value)
          ? value.length === tests.length &&
            tests.every((test, index) => test(value[index], subject))
          : tests.some((test) => test(value, subject));
    }
    case 'map': {
      const operator = operatorOf(node);
      if (operator) return operatorTest(operator, reading);
      const tests = node.entries.map(
        (entry) => [entry.key, valueTest(entry.value, reading)] as const,
      );
      return (value, subject) =>
        isJsonObject(value) &&
        tests.every(([key, test]) =>
          test(Object.hasOwn(value, key) ? value[key] : undefined, subject),
        );
    }
  }
}

function scalarTest(node: SourceNode & { readonly kind: 'scalar' }, reading: Reading): ValueTest {
  const { value: wanted, source } = node;
  if (typeof wanted === 'string') {
    const pattern = patternTest(wanted, node.place, reading.problems);
    if (!pattern) {
      const text = textValue(node, reading);
      if (!text.isConstant) return (value, subject) => fitsText(value, text, subject);
      const { constant } = text;
      return (value) => value === constant;
    }
    return (value) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? pattern(String(value))
        : false;
  }
  if (wanted === null) return (value) => value === null;
  return (value) => value === wanted || value === source || value === String(wanted);
}

/** Numbers and booleans fit their text, as they do where the file has a number. */
function fitsText(value: JsonValue | undefined, wanted: Value<string>, subject: Subject): boolean {
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return fitsWorkedOut(isScalar ? String(value) : value, wanted, subject);
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
  reading: Reading,
): ValueTest {
  const { key, value: operand } = entry;
  const complain = (wanted: string): ValueTest => {
    reading.problems.push({
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
      const value = jsonValueOf(operand, reading);
      if (!value.isConstant) {
        const isWhole = nothingEmpty(operand, reading);
        return (actual, subject) =>
          actual !== undefined &&
          isWhole(subject) &&
          stableJson(actual) === stableJson(value.of(subject));
      }
      const wanted = stableJson(value.constant);
      return (actual) => actual !== undefined && stableJson(actual) === wanted;
    }
    case 'includes': {
      const test = valueTest(operand, reading);
      return (value, subject) =>
        Array.isArray(value) && value.some((item: JsonValue) => test(item, subject));
    }
    case 'oneOf': {
      if (operand.kind !== 'list') return complain('a list');
      const tests = operand.items.map((item) => valueTest(item, reading));
      return (value, subject) => tests.some((test) => test(value, subject));
    }
  }
}

/** Whether no text with `${…}` comes out empty: a card without an owner must not be everybody's. */
function nothingEmpty(node: SourceNode, reading: Reading): (subject: Subject) => boolean {
  // Problems were told when the value was read.
  const quiet = { ...reading, problems: [] };
  const texts = scalarsOf(node)
    .map((scalar) => textValue(scalar, quiet))
    .filter((text) => !text.isConstant);
  return (subject) => texts.every((text) => valueFor(text, subject) !== '');
}

function scalarsOf(node: SourceNode): readonly SourceNode[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(scalarsOf);
    case 'map':
      return node.entries.flatMap(({ value }) => scalarsOf(value));
  }
}

function describe(node: SourceNode): string {
  return node.kind === 'scalar' && node.value !== null
    ? expectedText(node)
    : JSON.stringify(jsonOf(node));
}
