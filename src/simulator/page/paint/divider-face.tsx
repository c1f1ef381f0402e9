import type { DividerNode } from '../../../card/view/view-node.js';
import { cssColour, px } from './css-value.js';
import { frameStyle } from './node-style.js';
import type { FaceProps } from './painting.js';

export function DividerFace({ node, flow }: FaceProps<DividerNode>) {
  const vertical = node.direction === 'vertical';
  return (
    <hr
      className={vertical ? 'dt-divider dt-divider--vertical' : 'dt-divider'}
      aria-orientation={node.direction}
      style={{
        ...frameStyle({ ...node, width: { kind: vertical ? 'fit' : 'fill' } }, flow),
        backgroundColor: cssColour(node.colour),
        ...(vertical ? { flex: 'none', height: px(node.height) ?? 16 } : {}),
      }}
    />
  );
}
