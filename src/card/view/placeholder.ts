import type { TemplateNode } from '../template/card-template.js';
import type { PlaceholderNode, ViewNode } from './view-node.js';

/** Says in its place what could not be drawn. */
export function placeholder(
  node: TemplateNode,
  key: string,
  why: PlaceholderNode['why'],
  children: readonly ViewNode[] = [],
): PlaceholderNode {
  return {
    kind: 'placeholder',
    key,
    nodeId: node.id,
    component: node.componentName,
    why,
    what: node.componentName,
    children,
  };
}
