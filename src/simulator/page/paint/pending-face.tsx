import type { PendingNode } from '../../../card/view/view-node.js';
import { frameStyle } from './node-style.js';
import type { FaceProps } from './painting.js';
import { visibleText } from './visible-text.js';

export function PendingFace({ node, flow }: FaceProps<PendingNode>) {
  return (
    <div
      className={node.margin ? 'dt-pending' : 'dt-pending dt-inset'}
      role="status"
      style={frameStyle(node, flow)}
      title={node.tooltip}
    >
      {node.icon && <span className="dt-dots" aria-hidden="true" />}
      <span className="dt-isolate">{visibleText(node.tip)}</span>
    </div>
  );
}
