import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { iconLook } from '../icon-look.js';
import { ownTap } from '../layout/box.js';
import { choice, flag, prop, scalarText, size, text } from '../prop-values.js';
import { namedSize } from '../text-styles.js';
import type { BuildPlace } from '../view-builder.js';
import type { IconLook, NodeFrame, ViewNode } from '../view-node.js';
import { textStyle } from './text-style.js';

const DEFAULT_LINES = 2;

/** Text of one style, cut after `maxLine` lines (template-format §2.5). */
export function buildBaseText(node: TemplateNode, at: BuildPlace): ViewNode {
  const frame = widthOfText(node, at, at.base(node));
  const icon = flag(at, node, 'enableIcon') ? iconOf(node, at) : undefined;
  const maxWidth = flag(at, node, 'autoMaxWidth') ? 0 : size(at, node, 'maxWidth', 0);
  return {
    ...frame,
    kind: 'text',
    text: text(at, node, 'text'),
    style: textStyle(node, at),
    align: choice(at, node, 'gravity', ['left', 'center', 'right'], 'left'),
    maxLines: linesOf(node, at, DEFAULT_LINES),
    ...(maxWidth > 0 && frame.width?.kind === 'fit' ? { maxWidth } : undefined),
    ...(icon === undefined ? undefined : { icon }),
  };
}

/** Before `widthMode` there was `autoWidth`; compiled templates fill the width where it is false. */
function widthOfText(node: TemplateNode, at: BuildPlace, frame: NodeFrame): NodeFrame {
  if (frame.width !== undefined) return frame;
  const auto = prop(node, 'autoWidth');
  if (auto === undefined) return frame;
  return { ...frame, width: { kind: flag(at, node, 'autoWidth') ? 'fit' : 'fill' } };
}

const linesOf = (node: TemplateNode, at: BuildPlace, fallback: number): number =>
  Math.floor(size(at, node, 'maxLine', fallback));

/** `iconFont`, or the image of the theme. */
function iconOf(node: TemplateNode, at: BuildPlace): IconLook | undefined {
  const { evaluation, place } = at;
  if (choice(at, node, 'iconType', ['iconCode', 'image'], 'iconCode') === 'iconCode') {
    return iconLook(evaluation.value(prop(node, 'iconFont'), place));
  }
  const dark = evaluation.switches.theme === 'dark' ? 'darkIcon' : 'icon';
  const look = iconLook(evaluation.value(prop(node, dark), place));
  return look ?? iconLook(evaluation.value(prop(node, 'icon'), place));
}

const BLOCK_LINES = 20;

/** The old block text: prefix, icon and up to 20 lines. */
export function buildBaseTextBlock(node: TemplateNode, at: BuildPlace): ViewNode {
  const { evaluation, place } = at;
  const variable = scalarText(evaluation.value(prop(node, 'textVariable'), place));
  const own = text(at, node, 'text');
  const icon = blockIcon(node, at);
  const { text: colour } = themeColours(evaluation.switches.theme);
  return {
    ...at.base(node),
    kind: 'text',
    text: `${text(at, node, 'prefix')}${own === '' ? variable : own}`,
    style: { size: 15, lineHeight: 22, colour },
    align: 'left',
    maxLines: linesOf(node, at, BLOCK_LINES),
    ...(icon === undefined ? undefined : { icon }),
  };
}

/** Every export holds the editor's sample picture in `icon`: it is drawn only where it was chosen. */
function blockIcon(node: TemplateNode, at: BuildPlace): IconLook | undefined {
  if (!flag(at, node, 'enableIcon')) {
    return iconLook(at.evaluation.value(prop(node, 'iconCode'), at.place));
  }
  return iconLook(at.evaluation.value(prop(node, 'icon'), at.place));
}

/** A text button (template-format §2.5). */
export function buildLink(node: TemplateNode, at: BuildPlace): ViewNode {
  const { switches } = at.evaluation;
  const { link } = themeColours(switches.theme);
  const named = choice(at, node, 'size', ['small', 'middle', 'large'], 'middle');
  return {
    ...at.base(node),
    kind: 'text',
    text: text(at, node, 'text'),
    style: {
      ...(namedSize(named, switches) ?? { size: 15, lineHeight: 22 }),
      colour: at.colour(prop(node, 'color'), link),
    },
    align: choice(at, node, 'gravity', ['left', 'center', 'right'], 'left'),
    maxLines: linesOf(node, at, 1),
    link: true,
    ...ownTap(node, at),
  };
}
