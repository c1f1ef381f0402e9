import type { TemplateNode } from '../../template/card-template.js';
import { choice, flag, size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { BoxNode, ViewNode } from '../view-node.js';
import type { Extent } from '../view-style.js';
import { type BoxParts, box, gravity, ownTap } from './box.js';
import { boxLook } from './box-look.js';

const fill: Extent = { kind: 'fill' };

/** Grid: a flex box with an action (template-format §2.4). */
export function buildGrid(node: TemplateNode, at: BuildPlace): ViewNode {
  return gridLike(node, at, 'grid');
}

/** Column has a Grid's props. `width` as its ColumnLayout says. */
export function gridLike(
  node: TemplateNode,
  at: BuildPlace,
  role: BoxNode['role'],
  width?: Extent,
): BoxNode {
  const frame = at.base(node);
  const direction =
    choice(at, node, 'direction', ['vertical', 'horizontal'], 'vertical') === 'vertical'
      ? 'column'
      : 'row';
  const look = boxLook(node, at);
  const children = at.children(node.children);
  return box({ ...frame, width: width ?? frame.width ?? fill }, role, children, {
    direction,
    ...gravity(node, at, direction),
    ...heights(node, at),
    ...(look === undefined ? undefined : { look }),
    ...ownTap(node, at),
  });
}

/** Height, its limits, and `isFullHeight`. */
function heights(node: TemplateNode, at: BuildPlace): BoxParts {
  const minHeight = size(at, node, 'minHeight', 0);
  const maxHeight = size(at, node, 'maxHeight', 0);
  return {
    ...(flag(at, node, 'isAutoHeight', true) ? undefined : { height: size(at, node, 'height', 0) }),
    ...(minHeight > 0 ? { minHeight } : undefined),
    ...(maxHeight > 0 ? { maxHeight } : undefined),
    ...(flag(at, node, 'isFullHeight') ? { fullHeight: true } : undefined),
  };
}
