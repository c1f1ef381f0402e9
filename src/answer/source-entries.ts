import { entryOf, type SourceNode } from '../base/source-node.js';

/** Entries of a mapping whose shape was checked before. */

export function nodeAt(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return entryOf(node, key)?.value;
}

/** One thing or a list of them, as a list. */
export function nodesAt(node: SourceNode, key: string): readonly SourceNode[] {
  const value = nodeAt(node, key);
  if (!value) return [];
  return value.kind === 'list' ? value.items : [value];
}

export function numberAt(node: SourceNode, key: string): number | undefined {
  const value = nodeAt(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
}

export function flagAt(node: SourceNode, key: string): boolean | undefined {
  const value = nodeAt(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : undefined;
}
