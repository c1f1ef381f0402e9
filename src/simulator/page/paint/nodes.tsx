import type { ViewNode } from '../../../card/view/view-node.js';
import type { Flow } from './node-style.js';
import { usePainting } from './painting.js';

/** The nodes inside another one. */
export function Nodes({ nodes, flow = 'column' }: { nodes: readonly ViewNode[]; flow?: Flow }) {
  const { Node } = usePainting();
  return nodes.map((node) => <Node key={node.key} node={node} flow={flow} />);
}
