import { isJsonObject } from '../../base/json-text.js';
import type { TemplateNode } from '../template/card-template.js';

/** A node with what a static look at it needs to know about where it stands. */
export interface LintNode {
  readonly node: TemplateNode;
  /** Declared path of the list whose items it is repeated for, innermost; absent outside loops. */
  readonly list?: string;
  /** `status` of the AICardStatusContainer around it. */
  readonly state?: number;
}

/** What repeats its children. */
const loops: ReadonlySet<string> = new Set([
  'Loop',
  'GridLayout',
  'CheckboxList',
  'CheckboxListMulti',
]);

/** Every node of the tree, slots included, parents first. */
export function* lintNodes(
  node: TemplateNode,
  around: Omit<LintNode, 'node'> = {},
): Generator<LintNode> {
  yield { ...around, node };
  const list = loops.has(node.componentName) ? listPath(node) : '';
  const status = stateOf(node) ?? Number.NaN;
  const inside = {
    ...around,
    ...(list === '' ? {} : { list }),
    ...(Number.isFinite(status) ? { state: status } : {}),
  };
  for (const child of node.children) yield* lintNodes(child, inside);
  for (const slot of Object.values(node.slots)) {
    for (const child of slot) yield* lintNodes(child, inside);
  }
}

/** Which state an AICardStatusContainer is for; undefined for other components, NaN for no state. */
export function stateOf({ componentName, props }: TemplateNode): number | undefined {
  if (componentName !== 'AICardStatusContainer') return undefined;
  const { status } = props;
  return Number(isJsonObject(status) ? status['value'] : status);
}

function listPath({ props }: TemplateNode): string {
  const listData = props['listData'];
  if (typeof listData === 'string') return listData.trim();
  if (typeof listData !== 'object' || listData === null || Array.isArray(listData)) return '';
  const path = (listData as { readonly variable?: unknown }).variable;
  return typeof path === 'string' ? path.trim() : '';
}
