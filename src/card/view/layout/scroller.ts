import type { TemplateNode } from '../../template/card-template.js';
import { choice, size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { ViewNode } from '../view-node.js';
import { box, gravity, ownTap } from './box.js';
import { boxLook } from './box-look.js';

/** Content larger than its area scrolls, sideways unless it says otherwise (template-format §2.4). */
export function buildScroller(node: TemplateNode, at: BuildPlace): ViewNode {
  const across =
    choice(at, node, 'direction', ['horizontal', 'vertical'], 'horizontal') === 'horizontal';
  const direction = across ? 'row' : 'column';
  const height = size(at, node, 'scrollAreaHeight', 0);
  const look = boxLook(node, at);
  return box(at.base(node), 'scroller', at.children(node.children), {
    direction,
    ...gravity(node, at, direction),
    scroll: across ? 'x' : 'y',
    ...(height > 0 ? (across ? { height } : { maxHeight: height }) : undefined),
    ...(look === undefined ? undefined : { look }),
  });
}

/** Layers over each other, drawn under each other. */
export function buildFrame(node: TemplateNode, at: BuildPlace): ViewNode {
  const look = boxLook(node, at);
  return box(at.base(node), 'grid', at.children(node.children), {
    ...gravity(node, at, 'column'),
    ...(look === undefined ? undefined : { look }),
    ...ownTap(node, at),
  });
}
