import type { ImageNode } from '../../../card/view/view-node.js';
import { cssColour, px } from './css-value.js';
import { frameStyle } from './node-style.js';
import type { FaceProps } from './painting.js';
import { Picture } from './picture.js';
import { useTap } from './use-gesture.js';

export function ImageFace({ node, flow }: FaceProps<ImageNode>) {
  const tap = useTap(node.key, node.tap, node.tooltip);
  if (node.source.kind === 'none') return null;
  const border = cssColour(node.border);
  return (
    <div
      {...tap}
      className="dt-image"
      style={{
        ...frameStyle(node, flow),
        ...(node.height === undefined ? {} : { height: px(node.height) }),
        ...(node.aspectRatio && node.aspectRatio > 0 ? { aspectRatio: node.aspectRatio } : {}),
        borderRadius: px(node.radius),
        ...(border ? { border: `1px solid ${border}` } : {}),
      }}
    >
      <Picture source={node.source} alt={node.alt} fit={node.fit} />
    </div>
  );
}
