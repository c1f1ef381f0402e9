import type { TemplateNode } from '../../template/card-template.js';
import { px } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { NodeFrame } from '../view-node.js';

/** The frame of a component that has `offsetLeft` and `offsetRight` besides margins (template-format §2.2). */
export function insetFrame(at: BuildPlace, node: TemplateNode): NodeFrame {
  const frame = at.base(node);
  const left = px(at, node, 'offsetLeft', 0);
  const right = px(at, node, 'offsetRight', 0);
  if (left === 0 && right === 0) return frame;
  const margin = frame.margin ?? { left: 0, right: 0, top: 0, bottom: 0 };
  return {
    ...frame,
    margin: { ...margin, left: margin.left + left, right: margin.right + right },
  };
}
