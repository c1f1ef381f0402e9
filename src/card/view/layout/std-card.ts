import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { iconLook } from '../icon-look.js';
import { prop, text } from '../prop-values.js';
import { tagLook } from '../text/tag.js';
import { namedSize } from '../text-styles.js';
import type { BuildPlace } from '../view-builder.js';
import type { NodeFrame, ViewNode } from '../view-node.js';
import type { Extent, Sides } from '../view-style.js';
import { box, partFrame } from './box.js';
import { cardLook, closable, linkTap } from './card.js';
import { folding } from './fold.js';

const THUMB = 'StdCardThumbContent';

/** The root of a "标准卡片": icon, name and tag over its content (template-format §2.4). */
export function buildStdCard(node: TemplateNode, at: BuildPlace): ViewNode {
  const frame = at.base(node);
  const thumbs = node.children.filter(({ componentName }) => componentName === THUMB);
  const others = node.children.filter(({ componentName }) => componentName !== THUMB);
  const topbox = at.evaluation.switches.bizScene === 'topbox';
  const shown = thumbs.length === 0 ? node.children : topbox ? thumbs : others;
  const content = at.children(shown);
  const header = topbox && thumbs.length > 0 ? [] : headerOf(node, at, frame);
  return closable(node, at, frame, [...header, ...folding(node, at, frame, content)], {
    look: cardLook(at, 6),
    ...linkTap(node, at),
  });
}

/** What is shown of a StdCard in the top box; StdCard decides when. */
export function buildThumbContent(node: TemplateNode, at: BuildPlace): ViewNode {
  return box(at.base(node), 'content', at.children(node.children));
}

const headerMargin: Sides = { left: 12, right: 12, top: 12, bottom: 6 };
const nameMargin: Sides = { left: 4, right: 8, top: 0, bottom: 0 };
const rest: Extent = { kind: 'fill' };
const ICON_SIZE = 16;

function headerOf(node: TemplateNode, at: BuildPlace, frame: NodeFrame): readonly ViewNode[] {
  const { switches } = at.evaluation;
  const { text: colour } = themeColours(switches.theme);
  const parts: ViewNode[] = [];
  const icon = iconLook(at.evaluation.value(prop(node, 'cardIcon'), at.place));
  if (icon !== undefined) {
    parts.push({ ...partFrame(frame, 'icon'), kind: 'icon', icon, size: ICON_SIZE, colour });
  }
  const name = text(at, node, 'cardName');
  if (name !== '') {
    const style = { ...(namedSize('middle', switches) ?? { size: 15, lineHeight: 22 }), colour };
    const place = { margin: nameMargin, width: rest };
    const nameFrame = { ...partFrame(frame, 'name'), ...place };
    parts.push({ ...nameFrame, kind: 'text', text: name, style, align: 'left', maxLines: 1 });
  }
  const tag = text(at, node, 'tagText');
  if (tag !== '') {
    const look = tagLook(node, at, 'tagColor');
    parts.push({ ...partFrame(frame, 'tag'), kind: 'tag', text: tag, ...look });
  }
  if (parts.length === 0) return [];
  const headerFrame = { ...partFrame(frame, 'header'), margin: headerMargin };
  return [box(headerFrame, 'header', parts, { direction: 'row', align: 'center' })];
}
