import type { PlaceholderNode, RichNode, ViewNode } from '../card/view/view-node.js';
import { feedbackBlock, pendingBlock } from './ai-blocks.js';
import { type Block, type BlockWidth, block, leafOf, textBlock } from './block.js';
import { boxBlock } from './box-block.js';
import { blockWidth, ownSides, spaceColumns } from './cell-sizes.js';
import { cellsOf } from './cells.js';
import { chartBlock } from './chart-block.js';
import { checkListBlock, collapseBlock, tagPickerBlock } from './choice-blocks.js';
import {
  buttonBlock,
  checkboxBlock,
  dateBlock,
  inputBlock,
  selectBlock,
} from './control-blocks.js';
import { formBlock } from './form-block.js';
import { avatarBlock, iconBlock, imageBlock, progressBlock, tagBlock } from './media-blocks.js';
import {
  type PaintContext,
  type PaintPlace,
  paintLimits,
  plainLook,
  quietLook,
  rationed,
  regionOf,
  textLook,
} from './paint-context.js';
import { richPainter } from './rich-lines.js';
import { tableBlock } from './table-block.js';
import { dividerBlock, generatedBlock, textNodeBlock } from './text-blocks.js';

/** The whole tree; what does not fit into the budget is left out. */
export function rootBlock(node: ViewNode, context: PaintContext): Block {
  const place = placeAt(context, 0, context.palette.ground, false);
  const root = made(node, place);
  // Its own margins are inside of the width it is given.
  return block({ children: root ? [root] : [] });
}

function placeAt(
  context: PaintContext,
  depth: number,
  under: string | undefined,
  inRow: boolean,
): PaintPlace {
  return {
    context,
    depth,
    under,
    inRow,
    child: (node, part = {}) =>
      made(node, placeAt(context, depth + 1, part.under ?? under, part.inRow ?? false)),
  };
}

function made(node: ViewNode, place: PaintPlace): Block | undefined {
  const { budget } = place.context;
  if (budget.nodes <= 0) return undefined;
  budget.nodes--;
  if (place.depth > paintLimits.depth) {
    return textBlock([{ text: '…', look: quietLook(place) }]);
  }
  const margin = node.margin ?? ownSides(node, place.inRow);
  const drawn = blockOf(node, place);
  return {
    ...drawn,
    width: widthOf(node, place.inRow),
    margin: {
      ...drawn.margin,
      left: spaceColumns(margin.left),
      right: spaceColumns(margin.right),
    },
  };
}

/** A picture's own width says nothing of how long its label is. */
function widthOf(node: ViewNode, inRow: boolean): BlockWidth {
  const width = blockWidth(node.width, inRow);
  return node.kind === 'image' && width.kind === 'fixed' ? { kind: 'fit' } : width;
}

function blockOf(node: ViewNode, place: PaintPlace): Block {
  switch (node.kind) {
    case 'box':
      return boxBlock(node, place);
    case 'text':
      return textNodeBlock(node, place);
    case 'rich':
      return richBlock(node, place);
    case 'divider':
      return dividerBlock(node, place);
    case 'image':
      return imageBlock(node, place);
    case 'icon':
      return iconBlock(node, place);
    case 'avatar':
      return avatarBlock(node, place);
    case 'tag':
      return tagBlock(node, place);
    case 'progress':
      return progressBlock(node, place);
    case 'table':
      return tableBlock(node, place);
    case 'chart':
      return chartBlock(node, place);
    case 'button':
      return buttonBlock(node, place);
    case 'input':
      return inputBlock(node, place);
    case 'select':
      return selectBlock(node, place);
    case 'date':
      return dateBlock(node, place);
    case 'checkbox':
      return checkboxBlock(node, place);
    case 'checkList':
      return checkListBlock(node, place);
    case 'tagPicker':
      return tagPickerBlock(node, place);
    case 'collapse':
      return collapseBlock(node, place);
    case 'form':
      return formBlock(node, place);
    case 'pending':
      return pendingBlock(node, place);
    case 'feedback':
      return feedbackBlock(node, place);
    case 'generated':
      return generatedBlock(node, place);
    case 'placeholder':
      return placeholderBlock(node, place);
  }
}

function richBlock(node: RichNode, place: PaintPlace): Block {
  const look = textLook(node.style, place);
  const painter = richPainter(node.blocks, look, place);
  const cursor = node.streaming ? cellsOf('▌', plainLook(place)) : [];
  return block({
    minWidth: place.inRow ? 4 : 0,
    leaf: leafOf((width) => {
      const lines = painter.draw(width - cursor.length);
      if (cursor.length === 0) return { lines };
      return { lines: [...lines.slice(0, -1), [...(lines.at(-1) ?? []), ...cursor]] };
    }),
    ...(node.tap ? { region: regionOf(node) } : {}),
  });
}

/** A dashed box that names what is missing, around what could be drawn of it. */
function placeholderBlock(node: PlaceholderNode, place: PaintPlace): Block {
  const { t } = place.context;
  const what = rationed(node.what.slice(0, 200), place.context);
  const words = {
    'unknown-component': t('paint.unknownComponent', { what }),
    failed: t('paint.failed', { what }),
    'too-deep': t('paint.tooDeep', { what }),
    'too-many': t('paint.tooMany', { what }),
    unsupported: t('paint.unsupported', { what }),
  };
  const look = quietLook(place);
  return block({
    frame: { shape: 'dashed', look },
    padding: { left: 1, right: 1, top: 0, bottom: 0 },
    children: [
      textBlock([{ text: words[node.why], look }]),
      ...node.children.flatMap((child) => place.child(child) ?? []),
    ],
    ...(node.tap ? { region: regionOf(node) } : {}),
  });
}
