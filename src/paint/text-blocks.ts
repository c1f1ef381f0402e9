import type { DividerNode, GeneratedNode, IconLook, TextNode } from '../card/view/view-node.js';
import { type Block, block, leafOf, textBlock } from './block.js';
import { ruleBlock } from './box-block.js';
import { columnsOf, rowsOf } from './cell-sizes.js';
import { cellsOf } from './cells.js';
import { breakLines, paragraphsOf } from './flow.js';
import { type PaintPlace, quietLook, rationed, regionOf, textLook } from './paint-context.js';
import type { Look } from './painted-card.js';

export function textNodeBlock(node: TextNode, place: PaintPlace): Block {
  const own = textLook(node.style, place);
  const look: Look = node.link ? { ...own, underline: true } : own;
  const icon = node.icon === undefined ? '' : `${iconText(node.icon)} `;
  const paragraphs = paragraphsOf([
    { text: icon, look: own },
    { text: rationed(node.text, place.context), look },
  ]);
  const most = node.maxWidth === undefined ? undefined : Math.max(6, columnsOf(node.maxWidth));
  return block({
    minWidth: place.inRow ? 2 : 0,
    leaf: leafOf((width) => {
      const room = most === undefined ? width : Math.min(width, most);
      return { lines: breakLines(paragraphs, room, node.maxLines) };
    }, node.align),
    ...(node.tap ? { region: regionOf(node) } : {}),
  });
}

/** The glyph, else the name as it is written in the template. */
export function iconText({ glyph, name, image }: IconLook): string {
  if (glyph !== undefined && glyph !== '') return glyph;
  if (name !== undefined && name !== '') return name.startsWith('icon_') ? `:${name}:` : name;
  return image ? '▣' : '';
}

export function dividerBlock(node: DividerNode, place: PaintPlace): Block {
  const look = quietLook(place);
  if (node.direction === 'horizontal') return ruleBlock(look);
  const height = node.height === undefined ? 1 : rowsOf(node.height);
  const lines = Array.from({ length: height }, () => cellsOf('│', look));
  return block({ leaf: leafOf(() => ({ lines })) });
}

export function generatedBlock(node: GeneratedNode, place: PaintPlace): Block {
  const part = node.tap || node.link !== undefined ? { region: regionOf(node) } : {};
  return textBlock([{ text: rationed(node.text, place.context), look: quietLook(place) }], part);
}
