import Yoga, { type Config, type Node } from 'yoga-layout';
import type { Block } from './block.js';
import { lineCells } from './cells.js';

/** A block with its place, from its parent's corner. */
export interface Placed {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly children: readonly Placed[];
}

/** Lines longer than this are never measured as one. */
const widest = 4096;

/** Places a block and everything in it. Every node of the layout engine is given back. */
export function layOut(root: Block, width: number): Placed {
  const config = Yoga.Config.create();
  config.setPointScaleFactor(1);
  const folds: Fold[] = [];
  const node = build(root, undefined, config, folds);
  try {
    node.setWidth(width);
    node.calculateLayout(width, undefined);
    // What turns out to be low enough needs nothing to open it.
    const idle = folds.filter(({ content, rows }) => content.getComputedHeight() <= rows);
    for (const { opener } of idle) opener.setDisplay(Yoga.DISPLAY_NONE);
    if (idle.length > 0) node.calculateLayout(width, undefined);
    return placed(root, node);
  } finally {
    node.freeRecursive();
    config.free();
  }
}

interface Fold {
  readonly content: Node;
  readonly opener: Node;
  readonly rows: number;
}

function build(block: Block, parent: Block | undefined, config: Config, folds: Fold[]): Node {
  const node = Yoga.Node.createWithConfig(config);
  if (parent) setExtent(node, block, parent);
  setEdges(node, block);
  if (block.minHeight > 0) node.setMinHeight(block.minHeight);
  if (block.leaf) {
    measure(node, block.leaf);
    return node;
  }
  setFlow(node, block);
  for (const [index, child] of block.children.entries()) {
    node.insertChild(build(child, block, config, folds), index);
  }
  if (block.fold !== undefined && block.children.length === 2) {
    const { rows, isFolded } = block.fold;
    const window = node.getChild(0);
    if (isFolded) {
      window.setMaxHeight(rows);
      window.setOverflow(Yoga.OVERFLOW_HIDDEN);
    }
    folds.push({ content: window.getChild(0), opener: node.getChild(1), rows });
  }
  return node;
}

function measure(node: Node, leaf: NonNullable<Block['leaf']>): void {
  node.setMeasureFunc((width, widthMode) => {
    const isFree = widthMode === Yoga.MEASURE_MODE_UNDEFINED;
    const isExact = widthMode === Yoga.MEASURE_MODE_EXACTLY;
    const given = isFree ? widest : Math.max(1, Math.floor(width));
    const room = isExact ? given : Math.min(given, leaf.natural ?? widest);
    const { lines } = leaf.draw(room);
    let used = 0;
    for (const line of lines) used = Math.max(used, lineCells(line));
    return { width: isExact ? width : Math.min(used, room), height: lines.length };
  });
}

function setFlow(node: Node, { direction, align, justify, gap, rowGap, wrap }: Block): void {
  if (direction === 'row') node.setFlexDirection(Yoga.FLEX_DIRECTION_ROW);
  if (align !== 'stretch') node.setAlignItems(aligns[align]);
  if (justify !== 'start') node.setJustifyContent(justifies[justify]);
  if (gap > 0) node.setGap(direction === 'row' ? Yoga.GUTTER_COLUMN : Yoga.GUTTER_ROW, gap);
  if (wrap) {
    node.setFlexWrap(Yoga.WRAP_WRAP);
    if (rowGap > 0) node.setGap(Yoga.GUTTER_ROW, rowGap);
  }
}

const aligns = {
  start: Yoga.ALIGN_FLEX_START,
  center: Yoga.ALIGN_CENTER,
  end: Yoga.ALIGN_FLEX_END,
} as const;

const justifies = {
  center: Yoga.JUSTIFY_CENTER,
  end: Yoga.JUSTIFY_FLEX_END,
  between: Yoga.JUSTIFY_SPACE_BETWEEN,
} as const;

function setExtent(node: Node, block: Block, parent: Block): void {
  const { width, minWidth } = block;
  // Where widths are shared a least width would spoil the shares; where rows wrap it makes them wrap.
  if (minWidth > 0 && (width.kind === 'fit' || parent.wrap)) node.setMinWidth(minWidth);
  node.setMaxWidth('100%');
  if (width.kind === 'fixed') {
    node.setWidth(width.cells);
    if (parent.direction === 'row') node.setFlexShrink(1);
    else if (parent.align === 'stretch') node.setAlignSelf(Yoga.ALIGN_FLEX_START);
    return;
  }
  if (parent.direction === 'column') {
    if (width.kind !== 'fit') node.setAlignSelf(Yoga.ALIGN_STRETCH);
    else if (parent.align === 'stretch') node.setAlignSelf(Yoga.ALIGN_FLEX_START);
    return;
  }
  node.setFlexShrink(1);
  // In a row that is as wide as its content there is nothing left to share.
  if (width.kind === 'fit' || parent.width.kind === 'fit') return;
  node.setFlexGrow(width.kind === 'grow' ? width.weight : 1);
  node.setFlexBasis(0);
}

function setEdges(node: Node, { margin, padding, frame }: Block): void {
  if (margin.left > 0) node.setMargin(Yoga.EDGE_LEFT, margin.left);
  if (margin.right > 0) node.setMargin(Yoga.EDGE_RIGHT, margin.right);
  if (margin.top > 0) node.setMargin(Yoga.EDGE_TOP, margin.top);
  if (margin.bottom > 0) node.setMargin(Yoga.EDGE_BOTTOM, margin.bottom);
  if (padding.left > 0) node.setPadding(Yoga.EDGE_LEFT, padding.left);
  if (padding.right > 0) node.setPadding(Yoga.EDGE_RIGHT, padding.right);
  if (padding.top > 0) node.setPadding(Yoga.EDGE_TOP, padding.top);
  if (padding.bottom > 0) node.setPadding(Yoga.EDGE_BOTTOM, padding.bottom);
  if (frame) node.setBorder(Yoga.EDGE_ALL, 1);
}

function placed(block: Block, node: Node): Placed {
  return {
    block,
    x: node.getComputedLeft(),
    y: node.getComputedTop(),
    width: node.getComputedWidth(),
    height: node.getComputedHeight(),
    children: block.children.map((child, index) => placed(child, node.getChild(index))),
  };
}
