import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import type { Find } from '../finding.js';
import { TOO_DEEP } from './any-depth.js';
import type { TemplateNode } from './card-template.js';

/** Levels of nodes; real templates have two to seven (template-format §2.1). */
export const DEEPEST_NODE = 200;
const MOST = 20_000;

interface Reading {
  readonly find: Find;
  readonly ids: Set<string>;
  count: number;
  /** Said once for the file. */
  deep: boolean;
}

/** `schema.componentsTree` holds exactly one root (template-format §1.2). */
export function readRoot(
  schema: JsonValue | undefined,
  path: string,
  find: Find,
): TemplateNode | undefined {
  const tree = isJsonObject(schema) ? schema['componentsTree'] : undefined;
  const treePath = `${path}.componentsTree`;
  const roots: readonly JsonValue[] = isJsonObject(tree) ? [tree] : Array.isArray(tree) ? tree : [];
  const reading: Reading = { find, ids: new Set(), count: 0, deep: false };
  const nodes = readNodes(roots.slice(0, MOST), treePath, 0, reading);
  const [root] = nodes;
  if (root === undefined) find('T106', treePath);
  else if (nodes.length > 1) find('T110', treePath, { why: 'one-root-expected' });
  return root;
}

function readNodes(
  list: JsonValue | undefined,
  path: string,
  depth: number,
  reading: Reading,
): readonly TemplateNode[] {
  if (list === undefined || list === null || list === '') return [];
  const entries: readonly JsonValue[] = Array.isArray(list) ? list : [list as JsonValue];
  const nodes: TemplateNode[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = Array.isArray(list) ? `${path}[${index}]` : path;
    if (isJsonObject(entry) && entry['hidden'] === true) continue;
    if (reading.count >= MOST) {
      if (reading.count++ === MOST) reading.find('T109', at, { most: MOST });
      break;
    }
    const node = readNode(entry, at, depth, reading);
    if (node !== undefined) nodes.push(node);
  }
  return nodes;
}

function readNode(
  entry: JsonValue,
  path: string,
  depth: number,
  reading: Reading,
): TemplateNode | undefined {
  if (!isJsonObject(entry)) {
    reading.find('T110', path, { why: 'node-expected' });
    return undefined;
  }
  const { componentName, title } = entry;
  reading.count++;
  const id = ownId(entry['id'], path, reading);
  if (depth >= DEEPEST_NODE || componentName === TOO_DEEP) {
    if (!reading.deep) reading.find('T107', path, { most: DEEPEST_NODE });
    reading.deep = true;
    return { componentName: TOO_DEEP, id, props: {}, children: [], slots: {}, path };
  }
  if (typeof componentName !== 'string' || componentName === '') {
    reading.find('T110', `${path}.componentName`, { why: 'text-expected' });
  }
  const props = propsOf(entry['props'], path, reading);
  return {
    componentName: typeof componentName === 'string' ? componentName : '',
    id,
    props,
    children: readNodes(entry['children'], `${path}.children`, depth + 1, reading),
    slots: readSlots(props, path, depth, reading),
    path,
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
  };
}

function propsOf(props: JsonValue | undefined, path: string, reading: Reading): JsonObject {
  if (isJsonObject(props)) return props;
  if (props !== undefined && props !== null) {
    reading.find('T110', `${path}.props`, { why: 'object-expected' });
  }
  return {};
}

/** A prop may hold nodes: `{type: 'JSSlot', value?: […]}` (template-format §2.1). */
function readSlots(
  props: JsonObject,
  path: string,
  depth: number,
  reading: Reading,
): TemplateNode['slots'] {
  const slots: [string, readonly TemplateNode[]][] = [];
  for (const name of Object.keys(props)) {
    const prop = props[name];
    if (isJsonObject(prop) && prop['type'] === 'JSSlot') {
      const nodes = readNodes(prop['value'], `${path}.props.${name}.value`, depth + 1, reading);
      slots.push([name, nodes]);
    }
  }
  return Object.fromEntries(slots);
}

/** Keys of view nodes and ids of actions come from it, so that it has to be unique. */
function ownId(id: JsonValue | undefined, path: string, reading: Reading): string {
  const given = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
  if (given === '') reading.find('T110', `${path}.id`, { why: 'text-expected' });
  const wanted = given === '' ? 'node' : given;
  if (!reading.ids.has(wanted)) {
    reading.ids.add(wanted);
    return wanted;
  }
  if (given !== '') reading.find('T200', `${path}.id`, { id: given });
  // The count of nodes read so far has not been used for another repair.
  let repaired = `${wanted}~${reading.count}`;
  while (reading.ids.has(repaired)) repaired += '~';
  reading.ids.add(repaired);
  return repaired;
}
