import type { IconNode } from '../../../card/view/view-node.js';
import { IconGlyph } from './icon-glyph.js';
import { frameStyle } from './node-style.js';
import type { FaceProps } from './painting.js';
import { useTap } from './use-gesture.js';

export function IconFace({ node, flow }: FaceProps<IconNode>) {
  const tap = useTap(node.key, node.tap, node.tooltip);
  return (
    <span
      {...tap}
      className="dt-icon-box"
      style={frameStyle({ ...node, width: { kind: 'fit' } }, flow)}
    >
      <IconGlyph icon={node.icon} size={node.size} colour={node.colour} />
    </span>
  );
}
