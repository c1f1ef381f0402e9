import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { iconLook } from '../icon-look.js';
import { box, partFrame } from '../layout/box.js';
import { prop, text } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { IconLook, ViewNode } from '../view-node.js';
import type { BoxLook } from '../view-style.js';

const ICON_SIZE = 16;
const BAND_ALPHA = '1f';

/** Icon, title, and what stands in the slot behind it (template-format §2.5). */
export function buildCardHeader(node: TemplateNode, at: BuildPlace): ViewNode {
  const frame = at.base(node);
  const { text: black } = themeColours(at.evaluation.switches.theme);
  const colour = titleColour(node, at);
  const icon = headerIcon(node, at);
  const after = at.children(node.slots['titleAfterSlot'] ?? []);
  const band: BoxLook = {
    ...(colour === undefined ? undefined : { background: `${colour.slice(0, 7)}${BAND_ALPHA}` }),
    padding: { left: 12, right: 12, top: 8, bottom: 8 },
  };
  const children: ViewNode[] = [];
  if (icon !== undefined) {
    children.push({
      ...partFrame(frame, 'icon'),
      margin: { left: 0, right: 4, top: 0, bottom: 0 },
      kind: 'icon',
      icon,
      size: ICON_SIZE,
      colour: colour ?? black,
    });
  }
  children.push({
    ...partFrame(frame, 'title'),
    width: { kind: after.length === 0 ? 'fill' : 'fit' },
    kind: 'text',
    text: text(at, node, 'title'),
    style: { size: 15, lineHeight: 22, colour: colour ?? black, bold: true },
    align: 'left',
    maxLines: 1,
  });
  children.push(...after);
  return box(frame, 'header', children, { direction: 'row', align: 'center', look: band });
}

/** Absent without a `color`: then there is no band either. */
function titleColour(node: TemplateNode, at: BuildPlace): string | undefined {
  const wrapper = prop(node, 'color');
  const value = at.evaluation.value(wrapper, at.place);
  if (value === undefined || value === null || value === '') return undefined;
  const { blue } = themeColours(at.evaluation.switches.theme);
  return at.colour(wrapper, blue);
}

function headerIcon(node: TemplateNode, at: BuildPlace): IconLook | undefined {
  const { evaluation, place } = at;
  const dark =
    evaluation.switches.theme === 'dark'
      ? iconLook(evaluation.value(prop(node, 'darkIcon'), place))
      : undefined;
  return dark ?? iconLook(evaluation.value(prop(node, 'icon'), place));
}
