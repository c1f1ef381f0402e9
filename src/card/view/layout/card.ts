import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { flag, prop, sides, size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { BoxNode, NodeFrame, ViewNode } from '../view-node.js';
import type { BoxLook } from '../view-style.js';
import { type BoxParts, box, ownTap, partFrame } from './box.js';
import { folding } from './fold.js';

/** The root of a normal card (template-format §2.4). */
export function buildCard(node: TemplateNode, at: BuildPlace): ViewNode {
  const frame = at.base(node);
  const look: BoxLook = {
    ...cardLook(at, cornerOf(node, at)),
    padding: sides(at, node, 'padding', { x: 0, y: 0 }),
  };
  const content = folding(node, at, frame, at.children(node.children));
  return closable(node, at, frame, content, { look, ...linkTap(node, at) });
}

const DEFAULT_RADIUS = 6;

const cornerOf = (node: TemplateNode, at: BuildPlace): number =>
  flag(at, node, 'enableCustomBorderRadius')
    ? size(at, node, 'customBorderRadius', DEFAULT_RADIUS)
    : DEFAULT_RADIUS;

export function cardLook(at: BuildPlace, radius: number): BoxLook {
  return {
    background: themeColours(at.evaluation.switches.theme).card,
    radius: [radius, radius, radius, radius],
    shadow: true,
  };
}

/** The card's own action, only while `linkCondition` holds. */
export function linkTap(node: TemplateNode, at: BuildPlace): BoxParts {
  return at.evaluation.visible(prop(node, 'linkCondition'), at.place) ? ownTap(node, at) : {};
}

/**
 * The card box. With a close button the box itself is what closes, so an action of the card's own
 * moves to a box inside.
 */
export function closable(
  node: TemplateNode,
  at: BuildPlace,
  frame: NodeFrame,
  children: readonly ViewNode[],
  parts: BoxParts,
): BoxNode {
  if (!flag(at, node, 'showCloseButton')) return box(frame, 'card', children, parts);
  const { tap, ...outer } = parts;
  const inner =
    tap === undefined
      ? children
      : [box({ ...partFrame(frame, 'in'), key: frame.key }, 'content', children, { tap })];
  return box({ ...frame, key: at.bind(node, { kind: 'close' }) }, 'card', inner, {
    ...outer,
    closeButton: true,
    tap: { does: 'close', enabled: true },
  });
}
