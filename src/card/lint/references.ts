import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import { ownProp } from '../act/prop.js';
import { readAction } from '../act/read-action.js';
import type { ExpressionNode } from '../evaluate/expression-node.js';
import type { TemplateNode } from '../template/card-template.js';
import { type BundleAt, bundlesOf, isBundleProp } from './bundles.js';
import type { LintNode } from './lint-node.js';

/** One mention of a variable. */
export interface Reference {
  /** As declared: `${loop.f}` and `subdata("f")` are spelled out with the list they run over. */
  readonly name: string;
  readonly path: string;
  /** `${` that is not a name: an operator, a call, or one that is never closed. */
  readonly broken?: boolean;
}

const DEEPEST = 60;

/** The variables a node mentions, leaving out what its action type makes stale (template-format §2.3). */
export function referencesOf(at: LintNode): readonly Reference[] {
  const { node, list } = at;
  const references: Reference[] = [];
  for (const [name, value] of Object.entries(node.props)) {
    // Entries of buttons are bundles: looked at one by one below.
    if (name === 'buttons' || (isBundleProp(name) ? !isOwn(node, name) : isOff(node, name))) {
      continue;
    }
    collect(value, `${node.path}.props.${name}`, list, references, 0);
  }
  for (const bundle of bundlesOf(at)) references.push(...referencesOfBundle(bundle));
  return references;
}

/** What Feedback and lists have is called like props of a bundle, which they do not carry. */
function isOwn({ componentName, props }: TemplateNode, name: string): boolean {
  if (componentName === 'Feedback') {
    return name === 'params' || (name.startsWith('copy') && props['enableCopy'] === true);
  }
  return componentName.startsWith('CheckboxList') && name === 'localVarAction';
}

/** Buttons from data are a leftover where the buttons are the children. */
function isOff({ componentName, props }: TemplateNode, name: string): boolean {
  return (
    componentName === 'ButtonGroup' &&
    name === 'dynamicButtons' &&
    props['buttonsSource'] === 'fixed'
  );
}

function referencesOfBundle({ at, bundle, path, item }: BundleAt): readonly Reference[] {
  const references: Reference[] = [];
  if (item) {
    for (const [name, value] of Object.entries(bundle)) {
      if (!isBundleProp(name)) collect(value, `${path}.${name}`, at.list, references, 0);
    }
  }
  collect(readAction(bundle) as unknown as JsonValue, path, at.list, references, 0);
  // Of a list: the value of an item, whatever the type of the variable it is kept in.
  if (at.node.componentName.startsWith('CheckboxList')) {
    collect(ownProp(bundle, 'updateVarValue'), `${path}.updateVarValue`, at.list, references, 0);
  }
  return references;
}

function collect(
  value: JsonValue | undefined,
  path: string,
  list: string | undefined,
  into: Reference[],
  depth: number,
): void {
  if (depth > DEEPEST) return;
  if (typeof value === 'string') return collectText(value, path, list, into);
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly JsonValue[]).entries()) {
      collect(item, `${path}[${index}]`, list, into, depth + 1);
    }
    return;
  }
  // A builtIn parameter's value holds `${index}` and `${value}` of the choice, no variables.
  if (!isJsonObject(value) || value['type'] === 'JSSlot' || value['type'] === 'builtIn') return;
  collectBound(value, path, into);
  collectWritten(value, path, into);
  const answered = value['type'] === 'eventData' ? value['variable'] : undefined;
  collectAnswered(value['eventData'] ?? answered, path, into);
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'variable' || key === 'valueVariable' || isStale(value, key)) continue;
    collect(inner, `${path}.${key}`, list, into, depth + 1);
  }
}

/** A fixed value's variable and a condition that is not in force are leftovers (template-format §3.1). */
function isStale(wrapper: JsonObject, key: string): boolean {
  const { type, valueType } = wrapper;
  if (key === 'condition') return type === 'dynamicVisible' && valueType !== 'condition';
  if (key === 'value') return valueType === 'variable';
  return false;
}

function collectBound(wrapper: JsonObject, path: string, into: Reference[]): void {
  const { type, valueType, variable, valueVariable } = wrapper;
  const reads =
    type === 'variableValue' ||
    // Scripts that write templates bind texts this way.
    (type === 'dynamicString' && wrapper['content'] === '') ||
    (type === 'variable' && variable !== undefined) ||
    (valueType === 'variable' && valueVariable === undefined) ||
    // What readAction makes of a local target.
    wrapper['varType'] !== undefined;
  if (reads && typeof variable === 'string' && variable.trim() !== '') {
    into.push({ name: variable.trim(), path });
  }
  if (
    valueType === 'variable' &&
    typeof valueVariable === 'string' &&
    valueVariable.trim() !== ''
  ) {
    into.push({ name: valueVariable.trim(), path });
  }
}

/** Local variables that keep what a menu or an API of the client gives (template-format §2.3). */
function collectWritten(action: JsonObject, path: string, into: Reference[]): void {
  const { type, dataKey, into: kept } = action;
  const name = type === 'select' ? dataKey : type === 'clientApi' ? kept : undefined;
  if (typeof name === 'string' && name.trim() !== '') into.push({ name: name.trim(), path });
}

/** What an answer held is read as `cardData.x`: a use of x (template-format §4.5). */
function collectAnswered(eventData: JsonValue | undefined, path: string, into: Reference[]): void {
  const name = typeof eventData === 'string' ? answeredName(eventData) : '';
  if (name !== '') into.push({ name, path });
}

function answeredName(text: string): string {
  return /^(?:event\.)?(?:cardData|cardPrivateData)\.(.+)$/.exec(text.trim())?.[1] ?? '';
}

function collectText(
  text: string,
  path: string,
  list: string | undefined,
  into: Reference[],
): void {
  let at = text.indexOf('${');
  let end = 0;
  for (; at >= 0; at = text.indexOf('${', at + 2)) {
    // Looked for once in a row of `${`, which may be as long as the file.
    if (end >= 0 && end <= at) end = text.indexOf('}', at);
    const inside = end < 0 ? text.slice(at + 2) : text.slice(at + 2, end);
    const name = inside.trim();
    if (end < 0 || !/^[\p{L}\p{N}\p{M}_$@.[\]'"-]+$/u.test(name)) {
      into.push({ name: inside.slice(0, 60), path, broken: true });
      continue;
    }
    const answered = answeredName(name);
    if (answered !== '') into.push({ name: answered, path });
    else if (!name.startsWith('event.')) into.push({ name: spelledOut(name, list), path });
  }
}

function spelledOut(name: string, list: string | undefined): string {
  return list !== undefined && name.startsWith('loop.') ? `${list}[0].${name.slice(5)}` : name;
}

/** The variables an expression mentions; `subdata` fields need a loop and are left to the evaluation. */
export function namesIn(node: ExpressionNode): readonly string[] {
  return partsOf(node).flatMap((part) => (part.kind === 'name' ? [part.name] : []));
}

/** The functions an expression calls, and at which column. */
export function callsIn(
  node: ExpressionNode,
): readonly { readonly name: string; readonly column: number }[] {
  return partsOf(node).flatMap((part) =>
    part.kind === 'call' ? [{ name: part.name, column: part.column }] : [],
  );
}

/** From left to right, without recursion: `a + a + …` nests as deep as it is long. */
function partsOf(node: ExpressionNode): readonly ExpressionNode[] {
  const parts: ExpressionNode[] = [];
  const open = [node];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    parts.push(part);
    open.push(...childrenOf(part).toReversed());
  }
  return parts;
}

function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'array':
      return node.items;
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'choice':
      return [node.test, node.yes, node.no];
    case 'member':
      return [node.object, node.key];
    case 'call':
      return node.args;
  }
}
