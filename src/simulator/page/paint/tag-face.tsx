import type { TagNode } from '../../../card/view/view-node.js';
import { cssColour, px } from './css-value.js';
import { frameStyle } from './node-style.js';
import type { FaceProps } from './painting.js';
import { useTap } from './use-gesture.js';
import { oneLine } from './visible-text.js';

export function TagFace({ node, flow }: FaceProps<TagNode>) {
  const tap = useTap(node.key, node.tap, node.tooltip);
  return (
    <span
      {...tap}
      className="dt-tag dt-isolate"
      style={{
        ...frameStyle({ ...node, width: node.width ?? { kind: 'fit' } }, flow),
        color: cssColour(node.colour),
        backgroundColor: cssColour(node.background),
        borderColor: cssColour(node.border) ?? 'transparent',
        fontSize: px(node.size),
        ...(node.maxWidth === undefined ? {} : { maxWidth: px(node.maxWidth) }),
      }}
    >
      {oneLine(node.text)}
    </span>
  );
}
