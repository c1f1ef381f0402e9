import type { JsonValue } from '../../../base/json-text.js';
import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { choice, prop, text } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { TagNode, ViewNode } from '../view-node.js';
import type { Colour } from '../view-style.js';
import { fixedExtent } from './image.js';

/** A pill of 12 px (template-format §2.5); nothing without a text. */
export function buildTag(node: TemplateNode, at: BuildPlace): ViewNode | undefined {
  const label = text(at, node, 'text');
  if (label === '') return undefined;
  const maxWidth = fixedExtent(prop(node, 'maxWidth'), at);
  return {
    ...at.base(node),
    kind: 'tag',
    text: label,
    ...tagLook(node, at, 'color'),
    ...(maxWidth === undefined ? undefined : { maxWidth }),
  };
}

/** 48 % of the colour. */
const BORDER_ALPHA = '7a';
const FILL_ALPHA = '1f';

/** Hollow: a border of the colour; solid: a ground of it. */
export function tagLook(
  node: TemplateNode,
  at: BuildPlace,
  colourProp: string,
): Pick<TagNode, 'colour' | 'background' | 'border' | 'size'> {
  const { blue } = themeColours(at.evaluation.switches.theme);
  const wrapper: JsonValue | undefined = prop(node, colourProp);
  const colour = at.colour(wrapper, blue);
  const hollow = choice(at, node, 'tagStyle', ['hollow', 'solid', 'fill'], 'hollow') === 'hollow';
  return {
    colour,
    ...(hollow
      ? { border: withAlpha(colour, BORDER_ALPHA) }
      : { background: withAlpha(colour, FILL_ALPHA) }),
    size: tagSize(node, at),
  };
}

const withAlpha = (colour: Colour, alpha: string): Colour =>
  colour.length === 7 ? `${colour}${alpha}` : colour;

const tagSize = (node: TemplateNode, at: BuildPlace): number =>
  choice(at, node, 'size', ['small', 'middle', 'large'], 'small') === 'small' ? 12 : 14;
