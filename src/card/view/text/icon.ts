import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { iconLook } from '../icon-look.js';
import { choice, prop, size, text } from '../prop-values.js';
import { namedSize, tokenSize } from '../text-styles.js';
import type { BuildPlace } from '../view-builder.js';
import type { ViewNode } from '../view-node.js';
import { imageOf } from './image.js';

/** A glyph of the client's icon font; nothing when none is chosen. */
export function buildIcon(node: TemplateNode, at: BuildPlace): ViewNode | undefined {
  const { evaluation, place } = at;
  const icon = iconLook(evaluation.value(prop(node, 'icon'), place));
  if (icon === undefined) return undefined;
  const { text: black } = themeColours(evaluation.switches.theme);
  return {
    ...at.base(node),
    kind: 'icon',
    icon,
    size: iconSize(node, at),
    colour: at.colour(prop(node, 'color'), black),
  };
}

function iconSize(node: TemplateNode, at: BuildPlace): number {
  const { switches } = at.evaluation;
  if (choice(at, node, 'styleType', ['custom', 'standard'], 'custom') === 'standard') {
    const token = at.evaluation.value(prop(node, 'styleToken'), at.place);
    const found = typeof token === 'string' ? tokenSize(token, switches) : undefined;
    if (found !== undefined) return found.size;
  }
  const name = choice(at, node, 'size', ['small', 'middle', 'large'], 'middle');
  return namedSize(name, switches)?.size ?? 15;
}

const avatarSizes = { extraSmall: 20, small: 30, middle: 40, large: 48 } as const;

/** A picture, or the last two characters of the name. */
export function buildAvatar(node: TemplateNode, at: BuildPlace): ViewNode {
  const name = text(at, node, 'name');
  const sizes = ['extraSmall', 'small', 'middle', 'large'] as const;
  const custom = choice(at, node, 'sizeType', ['Standard', 'Custom'], 'Standard') === 'Custom';
  return {
    ...at.base(node),
    kind: 'avatar',
    source: imageOf(at.evaluation.value(prop(node, 'imageUrl'), at.place)),
    initials: lastTwo(name),
    name,
    size: custom
      ? size(at, node, 'customSize', 48)
      : avatarSizes[choice(at, node, 'size', sizes, 'small')],
    showName: choice(at, node, 'mode', ['avatar', 'userInfo'], 'avatar') === 'userInfo',
  };
}

const TAIL = 64;

/** Whole characters: an emoji of several code points stays one. */
function lastTwo(name: string): string {
  const tail = [...new Intl.Segmenter().segment(name.trim().slice(-TAIL))];
  return tail
    .slice(-2)
    .map(({ segment }) => segment)
    .join('');
}
