import type { ViewNode } from '../view/view-node.js';

/** Every node of a view, parents before children, without recursion. */
export function* viewNodes(root: ViewNode | undefined): Generator<ViewNode> {
  const open: ViewNode[] = root ? [root] : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child) open.push(child);
    }
  }
}

/** The node drawn under a key; undefined when the view has none. */
export function viewNodeAt(root: ViewNode | undefined, key: string): ViewNode | undefined {
  for (const node of viewNodes(root)) if (node.key === key) return node;
  return undefined;
}

function childrenOf(node: ViewNode): readonly ViewNode[] {
  if (node.kind === 'checkList') return node.items.flatMap(({ children }) => children);
  return 'children' in node ? node.children : [];
}
