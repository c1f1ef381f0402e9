import type { AvatarNode } from '../../../card/view/view-node.js';
import { px } from './css-value.js';
import { frameStyle } from './node-style.js';
import type { FaceProps } from './painting.js';
import { Picture } from './picture.js';
import { useTap } from './use-gesture.js';
import { oneLine } from './visible-text.js';

export function AvatarFace({ node, flow }: FaceProps<AvatarNode>) {
  const tap = useTap(node.key, node.tap, node.tooltip);
  const { source, initials, name, showName } = node;
  const size = px(node.size) ?? 30;
  return (
    <span {...tap} className="dt-avatar" style={frameStyle(node, flow)}>
      <span
        className="dt-avatar-face"
        role="img"
        aria-label={oneLine(name)}
        style={{ width: size, height: size, fontSize: Math.max(size * 0.38, 8) }}
      >
        {source.kind === 'url' ? <Picture source={source} alt="" fit="cover" /> : oneLine(initials)}
      </span>
      {showName && <span className="dt-avatar-name dt-isolate">{oneLine(name)}</span>}
    </span>
  );
}
