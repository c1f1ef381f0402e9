import type { BoxNode, ViewNode } from '../card/view/view-node.js';
import { type Block, block, noEdges, textBlock } from './block.js';
import {
  edgeRows,
  gapColumns,
  noSides,
  ownSides,
  rowsOf,
  spaceColumns,
  spaceRows,
} from './cell-sizes.js';
import { type PaintPlace, plainLook, quietLook, regionOf } from './paint-context.js';
import type { Look } from './painted-card.js';

/** Any container of the view. */
export function boxBlock(node: BoxNode, place: PaintPlace): Block {
  const { palette } = place.context;
  const isCard = node.role === 'card' || node.role === 'aiCard';
  const background = backgroundOf(node, place);
  const under = background ?? place.under;
  const inside: PaintPlace = { ...place, under };
  const isRow = node.direction === 'row' && node.columns === undefined;
  const children = isRow ? rowChildren(node, inside) : stackChildren(node, inside);
  const border = node.look?.border;
  const hasFrame = isCard || (border !== undefined && border.width > 0);
  const padding = node.look?.padding ?? noSides;
  const inset = isCard && touchesEdge(node, 0) ? 1 : 0;
  const look: Look = node.working
    ? { ...palette.text('#007fff', under), bold: true }
    : isCard || !border
      ? quietLook(inside)
      : frameLook(palette.text(border.colour, under));
  const shaped = block({
    direction: isRow ? 'row' : 'column',
    align: node.align,
    justify: node.justify,
    // A row that does not fit goes on below: a terminal neither scrolls sideways nor draws half a button.
    wrap: isRow && (node.wrap === true || node.role === 'buttons' || node.scroll === 'x'),
    minHeight: node.minHeight === undefined ? 0 : Math.floor(rowsOf(node.minHeight) / 2),
    padding: {
      left: Math.max(inset, spaceColumns(padding.left)),
      right: Math.max(inset, spaceColumns(padding.right)),
      top: edgeRows(padding.top),
      bottom: edgeRows(padding.bottom),
    },
    children,
    ...(hasFrame ? { frame: { shape: 'round', look } } : {}),
    ...(background === undefined ? {} : { background }),
    // Touching a box that folds or closes means its own sign, not all of it.
    ...(node.tap && !node.fold && !node.closeButton ? { region: regionOf(node) } : {}),
  });
  return closable(node, inside, folded(node, inside, shaped));
}

function frameLook(look: Look): Look {
  return Object.keys(look).length === 0 ? { dim: true } : look;
}

function backgroundOf({ look, role }: BoxNode, place: PaintPlace): string | undefined {
  const { palette } = place.context;
  if (role === 'card' || role === 'aiCard') return palette.ground;
  const colour = look?.background ?? look?.gradient?.colours[0];
  return palette.background(colour, place.under);
}

function rowChildren(node: BoxNode, place: PaintPlace): readonly Block[] {
  const { divider } = node;
  const blocks: Block[] = [];
  let before: ViewNode | undefined;
  for (const child of node.children) {
    const made = place.child(child, { ...underOf(place), inRow: true });
    if (!made) continue;
    const margin = child.margin ?? noSides;
    const left = before ? besideColumns(before, child, node.gap ?? 0) : spaceColumns(margin.left);
    if (divider !== undefined && before) {
      blocks.push(textBlock([{ text: '│', look: quietLook(place) }], { width: { kind: 'fit' } }));
    }
    blocks.push({
      ...shared(made),
      margin: {
        left,
        right: child === node.children.at(-1) ? spaceColumns(margin.right) : 0,
        top: edgeRows(margin.top),
        bottom: edgeRows(margin.bottom),
      },
    });
    before = child;
  }
  return blocks;
}

const signs: ReadonlySet<ViewNode['kind']> = new Set([
  'icon',
  'image',
  'avatar',
  'tag',
  'checkbox',
]);

/** Any gap at all is one column; a sign never touches a text, as it never does where px are drawn. */
function besideColumns(left: ViewNode, right: ViewNode, gap: number): number {
  const px = (left.margin?.right ?? 0) + (right.margin?.left ?? 0) + gap;
  const columns = gapColumns(px);
  return columns === 0 && (signs.has(left.kind) || signs.has(right.kind)) ? 1 : columns;
}

/**
 * The layout engine rounds the edges of texts outwards, over the gap beside them; those of a box
 * around a text meet, and nothing is drawn outside of it.
 */
function shared(made: Block): Block {
  if (!made.leaf || made.width.kind === 'fit' || made.width.kind === 'fixed') return made;
  const { width, minWidth } = made;
  return block({
    width,
    minWidth,
    children: [{ ...made, width: { kind: 'fill' }, margin: noEdges }],
  });
}

/** One below the other; in columns, row by row. */
function stackChildren(node: BoxNode, place: PaintPlace): readonly Block[] {
  const { columns } = node;
  if (columns !== undefined && columns > 1) return gridRows(node, columns, place);
  const blocks: Block[] = [];
  // What a box without edges of its own passed on is not counted again inside it.
  const passedOn = place.depth > 0 && !place.inRow && !hasEdges(node);
  let abovePx = 0;
  for (const [index, child] of node.children.entries()) {
    const made = place.child(child, { ...underOf(place), inRow: false });
    if (!made) continue;
    const px = edgePx(child, 'top', 0);
    const isFirst = blocks.length === 0;
    if (node.divider !== undefined && !isFirst) blocks.push(ruleBlock(quietLook(place)));
    const top = isFirst ? (passedOn ? 0 : edgeRows(px)) : spaceRows(abovePx + px + (node.gap ?? 0));
    const margin = child.margin ?? ownSides(child, false);
    const bottomPx = edgePx(child, 'bottom', 0);
    const isLast = index === node.children.length - 1;
    blocks.push({
      ...made,
      margin: {
        left: spaceColumns(margin.left),
        right: spaceColumns(margin.right),
        top: node.divider !== undefined && !isFirst ? 0 : top,
        bottom: isLast && !passedOn ? edgeRows(bottomPx) : 0,
      },
    });
    abovePx = bottomPx;
  }
  return blocks;
}

/**
 * Margins of a thing and of what stands at that edge inside it, as px: boxes without a frame or a
 * background pass them on, so that they are not lost one by one to rounding.
 */
function edgePx(node: ViewNode, edge: 'top' | 'bottom', depth: number): number {
  const own = node.margin?.[edge] ?? 0;
  if (node.kind !== 'box' || node.direction !== 'column' || depth > 6) return own;
  const { look, children } = node;
  if (hasEdges(node)) return own;
  const inner = edge === 'top' ? children[0] : children.at(-1);
  return own + (look?.padding?.[edge] ?? 0) + (inner ? edgePx(inner, edge, depth + 1) : 0);
}

/** A text right beside the frame; px never do that, since the frame is no column of its own there. */
function touchesEdge(node: ViewNode, depth: number): boolean {
  if (depth > 8 || node.kind === 'divider') return false;
  const own = node.margin ?? ownSides(node, false);
  if (depth > 0 && Math.min(own.left, own.right) >= 6) return false;
  if (node.kind !== 'box') return true;
  const { padding, border, background } = node.look ?? {};
  if (border || background !== undefined) return depth === 0 ? inner() : false;
  if (padding && Math.min(padding.left, padding.right) >= 6) return false;
  return inner();

  function inner(): boolean {
    const { children } = node as BoxNode;
    return children.slice(0, 100).some((child) => touchesEdge(child, depth + 1));
  }
}

function hasEdges({ look, role }: BoxNode): boolean {
  if (role === 'card' || role === 'aiCard') return true;
  return (
    look?.background !== undefined || look?.border !== undefined || look?.gradient !== undefined
  );
}

/** Narrower cells than this hold nothing. */
const narrowestColumn = 9;

function gridRows(node: BoxNode, wanted: number, place: PaintPlace): readonly Block[] {
  const fitting = Math.max(1, Math.floor(place.context.options.width / narrowestColumn));
  const columns = Math.min(wanted, fitting);
  const rows: Block[] = [];
  for (let at = 0; at < node.children.length; at += columns) {
    const cells = node.children.slice(at, at + columns).flatMap((child) => {
      const made = place.child(child, { ...underOf(place), inRow: true });
      return made ? [shared({ ...made, width: { kind: 'grow', weight: 1 } })] : [];
    });
    // The last row keeps the columns of the others.
    const missing = at === 0 ? 0 : columns - cells.length;
    const fillers = Array.from({ length: missing }, () => block({}));
    const top = at === 0 ? 0 : spaceRows(node.rowGap ?? 0);
    rows.push(
      block({
        direction: 'row',
        align: 'start',
        gap: Math.max(1, gapColumns(node.gap ?? 0)),
        margin: { ...noEdges, top },
        children: [...cells, ...fillers],
      }),
    );
  }
  return rows;
}

export function ruleBlock(look: Look): Block {
  return block({
    leaf: {
      align: 'left',
      draw: (width) => ({
        lines: [
          Array.from({ length: Math.min(width, 400) }, () => ({ text: '─', width: 1, look })),
        ],
      }),
    },
  });
}

/** Content with a height limit: a window on it, and the line that opens or closes it. */
function folded(node: BoxNode, place: PaintPlace, content: Block): Block {
  const { fold } = node;
  if (!fold) return content;
  const { t } = place.context;
  const word = fold.folded ? `▾ ${t('paint.unfold')}` : `▴ ${t('paint.fold')}`;
  const opener = textBlock([{ text: word, look: { ...plainLook(place), underline: true } }], {
    textAlign: 'center',
    region: regionOf(node),
  });
  const { shell, inner } = unshelled(content);
  const window = block({ children: [inner] });
  const rows = rowsOf(fold.height);
  return block({ ...shell, children: [window, opener], fold: { rows, isFolded: fold.folded } });
}

function closable(node: BoxNode, place: PaintPlace, content: Block): Block {
  if (!node.closeButton) return content;
  const close = textBlock([{ text: '✕', look: plainLook(place) }], {
    width: { kind: 'fit' },
    margin: { ...noEdges, right: 1 },
    region: regionOf(node),
  });
  const line = block({ direction: 'row', justify: 'end', children: [close] });
  const { shell, inner } = unshelled(content);
  return block({ ...shell, children: [line, inner] });
}

/** What stays outside when something is put between a box and its content. */
function unshelled(content: Block): { readonly shell: Partial<Block>; readonly inner: Block } {
  const { frame, background, region, ...inner } = content;
  const shell = {
    ...(frame ? { frame } : {}),
    ...(background === undefined ? {} : { background }),
    ...(region ? { region } : {}),
  };
  return { shell, inner };
}

function underOf({ under }: PaintPlace): { readonly under?: string } {
  return under === undefined ? {} : { under };
}
