import type { TapInfo } from '../../act/tap-info.js';
import type { TemplateNode } from '../../template/card-template.js';
import { choice } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { BoxNode, NodeFrame, ViewNode } from '../view-node.js';

/** What of a box a builder has to say; the rest is a plain column. */
export type BoxParts = Partial<Omit<BoxNode, keyof NodeFrame | 'kind' | 'role' | 'children'>>;

export function box(
  frame: NodeFrame,
  role: BoxNode['role'],
  children: readonly ViewNode[],
  parts: BoxParts = {},
): BoxNode {
  return {
    ...frame,
    kind: 'box',
    role,
    direction: 'column',
    align: 'stretch',
    justify: 'start',
    ...parts,
    children,
  };
}

/** A frame for what a builder adds of its own, e.g. the header row of a StdCard. */
export function partFrame(frame: NodeFrame, part: string): NodeFrame {
  return { key: `${frame.key}/${part}`, nodeId: frame.nodeId, component: frame.component };
}

/** The node's own action, made touchable; nothing when there is none. */
export function ownTap(node: TemplateNode, at: BuildPlace): { readonly tap?: TapInfo } {
  const tap = at.tapOf(node);
  if (tap === undefined) return {};
  at.bind(node);
  return { tap };
}

const gravities = [
  'leftTop',
  'leftCenter',
  'leftBottom',
  'centerTop',
  'center',
  'centerBottom',
  'rightTop',
  'rightCenter',
  'rightBottom',
] as const;

type Gravity = (typeof gravities)[number];

/** `childGravity` as alignment across and along the direction (template-format §2.4). */
export function gravity(
  node: TemplateNode,
  at: BuildPlace,
  direction: BoxNode['direction'],
  fallback: Gravity = 'leftTop',
): Pick<BoxNode, 'align' | 'justify'> {
  const { x, y } = axes(choice(at, node, 'childGravity', gravities, fallback));
  return direction === 'column' ? { align: x, justify: y } : { align: y, justify: x };
}

type Edge = 'start' | 'center' | 'end';

function axes(word: Gravity): { readonly x: Edge; readonly y: Edge } {
  return {
    x: word.startsWith('left') ? 'start' : word.startsWith('right') ? 'end' : 'center',
    y: word.endsWith('Top') ? 'start' : word.endsWith('Bottom') ? 'end' : 'center',
  };
}
