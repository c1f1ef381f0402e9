import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { choice, prop, size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { ViewNode } from '../view-node.js';
import type { Colour } from '../view-style.js';

/** The editor's own light grey: it has a counterpart in the dark (template-format §2.5). */
const EDITOR_LINE = '#1f111f2c';

export function buildDivider(node: TemplateNode, at: BuildPlace): ViewNode {
  const direction = choice(at, node, 'direction', ['horizontal', 'vertical'], 'horizontal');
  return {
    ...at.base(node),
    kind: 'divider',
    direction,
    colour: lineColour(node, at),
    ...(direction === 'vertical' ? { height: size(at, node, 'height', 30) } : undefined),
  };
}

function lineColour(node: TemplateNode, at: BuildPlace): Colour {
  const { line } = themeColours(at.evaluation.switches.theme);
  const colour = prop(node, 'color');
  if (typeof colour === 'string' && colour.toLowerCase() === EDITOR_LINE) return line;
  return at.colour(colour, line);
}
