import { nearestWord } from './nearest-word.js';
import type { ObjectShape, Shape, VariantShape } from './shape.js';
import {
  entryOf,
  type Place,
  type SourceMap,
  type SourceNode,
  type SourceProblem,
  textOf,
} from './source-node.js';

/** Everything about `node` that is not as `shape` says, in the order of the file. */
export function checkShape(node: SourceNode, shape: Shape, what: string): readonly SourceProblem[] {
  switch (shape.kind) {
    case 'anything':
      return [];
    case 'text':
      return textOf(node) || (shape.mayBeEmpty && textOf(node) === '')
        ? []
        : [expected(node, what, 'a text')];
    case 'flag':
      return isBoolean(node) ? [] : [expected(node, what, 'true or false')];
    case 'yes':
      return isBoolean(node) && node.value === true ? [] : [expected(node, what, 'true')];
    case 'integer':
      return checkInteger(node, shape, what);
    case 'choice':
      return checkChoice(node, shape.values, what);
    case 'textCondition':
      return checkTextCondition(node, what);
    case 'mapOf':
      if (node.kind !== 'map') return [expected(node, what, 'a mapping (name: value)')];
      return node.entries.flatMap((entry) =>
        checkShape(entry.value, shape.values, `${what}.${entry.key}`),
      );
    case 'listOf':
      if (node.kind !== 'list') return [expected(node, what, 'a list (lines with "- ")')];
      return node.items.flatMap((item, index) =>
        checkShape(item, shape.items, `${what}[${index}]`),
      );
    case 'oneOrMore':
      if (node.kind !== 'list') return checkShape(node, shape.item, what);
      if (node.items.length === 0) return [problem(node.place, `${what} is an empty list`)];
      return node.items.flatMap((item, index) => checkShape(item, shape.item, `${what}[${index}]`));
    case 'wordOr': {
      if (node.kind === 'map') return checkObject(node, shape.object, what);
      const text = textOf(node);
      if (text !== undefined && shape.words.includes(text)) return [];
      const [key] = shape.object.required ?? [];
      const mapping = key === undefined ? 'a mapping (name: value)' : `{ ${key}: … }`;
      return [expected(node, what, `${shape.words.join(', ')} or ${mapping}`)];
    }
    case 'object':
      return checkObject(node, shape, what);
    case 'variant':
      return checkVariant(node, shape, what);
  }
}

function checkObject(node: SourceNode, shape: ObjectShape, what: string): readonly SourceProblem[] {
  if (node.kind !== 'map') return [expected(node, what, 'a mapping (name: value)')];
  const problems: SourceProblem[] = [];
  for (const { key, keyPlace, value } of node.entries) {
    if (Object.hasOwn(shape.keys, key)) {
      problems.push(...checkShape(value, shape.keys[key] as Shape, key));
    } else {
      problems.push({ ...keyPlace, message: unknownKey(key, shape, what) });
    }
  }
  for (const key of shape.required ?? []) {
    if (!entryOf(node, key)) problems.push(problem(node.place, `${what} needs "${key}"`));
  }
  if (shape.anyOf && !node.entries.some(({ key }) => shape.anyOf?.includes(key))) {
    problems.push(problem(node.place, `${what} needs one of ${quotedList(shape.anyOf)}`));
  }
  if (shape.oneOf) problems.push(...checkOneOf(node, shape.oneOf, shape.besides ?? [], what));
  return problems;
}

function checkOneOf(
  node: SourceMap,
  keys: readonly string[],
  besides: readonly string[],
  what: string,
): SourceProblem[] {
  const [first, second] = node.entries.filter((entry) => keys.includes(entry.key));
  if (!first) {
    if (node.entries.some(({ key }) => besides.includes(key))) return [];
    return [problem(node.place, `${what} needs one of ${quotedList([...keys, ...besides])}`)];
  }
  if (!second) return [];
  const names = quotedList(keys);
  return [problem(second.keyPlace, `${what} has "${first.key}" already; only one of ${names}`)];
}

function quotedList(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(', ');
}

function checkVariant(
  node: SourceNode,
  shape: VariantShape,
  what: string,
): readonly SourceProblem[] {
  if (node.kind !== 'map') return [expected(node, what, 'a mapping (name: value)')];
  const tag = entryOf(node, shape.by);
  const names = Object.keys(shape.cases);
  if (!tag) {
    const needs = problem(node.place, `${what} needs "${shape.by}", one of ${names.join(', ')}`);
    return [needs, ...unknownInAllCases(node, shape, what)];
  }
  const name = textOf(tag.value);
  if (name === undefined || !Object.hasOwn(shape.cases, name)) {
    return checkChoice(tag.value, names, shape.by);
  }
  return checkObject(node, shape.cases[name] as ObjectShape, what);
}

/** Which case is meant is not known: complains of keys that none of them has. */
function unknownInAllCases(node: SourceMap, shape: VariantShape, what: string): SourceProblem[] {
  const cases = Object.values(shape.cases);
  const any: ObjectShape = {
    kind: 'object',
    keys: Object.assign({}, ...cases.map((object) => object.keys)) as ObjectShape['keys'],
  };
  return node.entries
    .filter(({ key }) => !Object.hasOwn(any.keys, key))
    .map(({ key, keyPlace }) => ({ ...keyPlace, message: unknownKey(key, any, what) }));
}

function unknownKey(key: string, shape: ObjectShape, what: string): string {
  const known = Object.keys(shape.keys);
  const mistakes = shape.mistakes ?? {};
  const meant = Object.hasOwn(mistakes, key) ? mistakes[key] : nearestWord(key, known);
  const hint = meant ? `did you mean "${meant}"?` : `known: ${known.join(', ')}`;
  return `unknown key "${shown(key)}" in ${what}; ${hint}`;
}

function checkInteger(
  node: SourceNode,
  shape: { readonly min: number; readonly max: number },
  what: string,
): readonly SourceProblem[] {
  const value = node.kind === 'scalar' ? node.value : undefined;
  const fits =
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= shape.min &&
    value <= shape.max;
  if (fits) return [];
  const range =
    shape.min === shape.max ? String(shape.min) : `a whole number ${shape.min}–${shape.max}`;
  return [expected(node, what, range)];
}

function checkChoice(node: SourceNode, values: readonly string[], what: string): SourceProblem[] {
  const text = textOf(node);
  if (text !== undefined && values.includes(text)) return [];
  const meant = text === undefined ? undefined : nearestWord(text, values);
  const hint = meant ? `; did you mean "${meant}"?` : '';
  const base = expected(node, what, `one of ${values.join(', ')}`);
  return [{ ...base, message: base.message + hint }];
}

function checkTextCondition(node: SourceNode, what: string): readonly SourceProblem[] {
  const wanted = 'a text, a /pattern/, or a list of them';
  if (node.kind !== 'list') return textOf(node) === undefined ? [expected(node, what, wanted)] : [];
  if (node.items.length === 0) return [problem(node.place, `${what} is an empty list`)];
  return node.items
    .filter((item) => textOf(item) === undefined)
    .map((item) => expected(item, what, 'a text or a /pattern/'));
}

function isBoolean(node: SourceNode): node is SourceNode & { readonly value: boolean } {
  return node.kind === 'scalar' && typeof node.value === 'boolean';
}

function expected(node: SourceNode, what: string, wanted: string): SourceProblem {
  return problem(node.place, `${what} must be ${wanted}, not ${found(node)}`);
}

function found(node: SourceNode): string {
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  if (node.value === null) return 'empty';
  if (node.value === '') return 'an empty text';
  return typeof node.value === 'string' ? `"${shown(node.value)}"` : shown(node.source);
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function problem(place: Place, message: string): SourceProblem {
  return { line: place.line, column: place.column, message };
}
