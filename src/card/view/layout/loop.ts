import { isJsonObject } from '../../../base/json-text.js';
import type { TapInfo } from '../../act/tap-info.js';
import { tapOf } from '../../act/tap-of.js';
import type { LoopItem } from '../../evaluate/evaluation.js';
import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { choice, flag, prop, size } from '../prop-values.js';
import { namedSize } from '../text-styles.js';
import type { BuildPlace } from '../view-builder.js';
import type { NodeFrame, TextNode, ViewNode } from '../view-node.js';
import type { Extent } from '../view-style.js';
import { type BoxParts, box } from './box.js';

/** Repeats its children for every item of a list; no list, nothing (template-format §2.4). */
export function buildLoop(node: TemplateNode, at: BuildPlace): ViewNode | undefined {
  const frame = at.base(node);
  const layout = layoutOf(node, at);
  const items = at.evaluation.items(prop(node, 'listData'), at.place);
  const width = layout.direction === 'row' ? itemWidth(node, at, layout.wrap === true) : undefined;
  const children: ViewNode[] = [];
  for (const item of items) {
    const built = at.children(node.children, item.place);
    const [only] = built;
    if (only === undefined) continue;
    if (built.length === 1 && width === undefined) children.push(only);
    else children.push(itemBox(frame, item, built, width));
  }
  const more = loadMore(node, at, frame);
  if (more !== undefined) children.push(more);
  return children.length === 0 ? undefined : box(frame, 'loop', children, layout);
}

function itemBox(
  { key, nodeId, component }: NodeFrame,
  item: LoopItem,
  children: readonly ViewNode[],
  width: Extent | undefined,
): ViewNode {
  const frame = { key: `${key}/${item.index}`, nodeId, component };
  return box(width === undefined ? frame : { ...frame, width }, 'item', children);
}

function layoutOf(node: TemplateNode, at: BuildPlace): BoxParts {
  const flows = flag(at, node, 'flowLayout');
  const across = flows
    ? choice(at, node, 'flowDirection', ['x', 'y'], 'x') === 'x'
    : choice(at, node, 'direction', ['vertical', 'horizontal'], 'vertical') === 'horizontal';
  const gap = gapOf(node, at, across);
  return {
    direction: across ? 'row' : 'column',
    align: across ? 'start' : 'stretch',
    ...(flag(at, node, 'equalSpace') ? { justify: 'between' } : undefined),
    ...(flows ? { wrap: true, rowGap: gap } : undefined),
    ...(gap > 0 ? { gap } : undefined),
    ...(flag(at, node, 'scrollable') ? { scroll: across ? 'x' : 'y' } : undefined),
    ...(flag(at, node, 'isFixedHeight') ? { height: size(at, node, 'height', 100) } : undefined),
    ...(flag(at, node, 'childDivider') ? { divider: dividerOf(node, at) } : undefined),
  };
}

/** Between children, the room around a dividing line included. */
function gapOf(node: TemplateNode, at: BuildPlace, across: boolean): number {
  const gap = flag(at, node, 'childGap') ? size(at, node, 'childGapSize', 4) : 0;
  if (!flag(at, node, 'childDivider')) return gap;
  const [before, after] = across ? ['Left', 'Right'] : ['Top', 'Bottom'];
  return (
    gap +
    size(at, node, `childDividerMargin${before}`, 0) +
    size(at, node, `childDividerMargin${after}`, 0)
  );
}

function dividerOf(node: TemplateNode, at: BuildPlace): string {
  const { theme } = at.evaluation.switches;
  const name = theme === 'light' ? 'childDividerColorLight' : 'childDividerColorDark';
  return at.colour(prop(node, name), themeColours(theme).line);
}

/** In a row: as wide as the item, or an equal share. */
function itemWidth(node: TemplateNode, at: BuildPlace, wraps: boolean): Extent {
  const mode = choice(at, node, 'childWidth', ['match_content', 'match_parent'], 'match_content');
  return mode === 'match_parent' && !wraps ? { kind: 'grow', weight: 1 } : { kind: 'fit' };
}

function loadMore(node: TemplateNode, at: BuildPlace, frame: NodeFrame): TextNode | undefined {
  if (!flag(at, node, 'paging') || !flag(at, node, 'hasMore')) return undefined;
  const { switches } = at.evaluation;
  const size15 = namedSize('small', switches) ?? { size: 12, lineHeight: 16 };
  return {
    key: at.bind(node, { kind: 'loadMore' }),
    nodeId: frame.nodeId,
    component: frame.component,
    kind: 'text',
    text: switches.language === 'zh_Hans' ? '加载更多' : 'Load more',
    style: { ...size15, colour: themeColours(switches.theme).link },
    align: 'center',
    maxLines: 1,
    link: true,
    tap: moreTap(node, at),
  };
}

/** Can be touched where `onLoadMore` does something. */
function moreTap(node: TemplateNode, { evaluation, place }: BuildPlace): TapInfo {
  const bundle = prop(node, 'onLoadMore');
  const tap = isJsonObject(bundle) ? tapOf(evaluation, node, place, bundle) : undefined;
  return { ...(tap ?? { enabled: false, why: 'no-action' }), does: 'loadMore' };
}

const MAX_COLUMNS = 24;

/** A list in columns of equal width (template-format §2.4). */
export function buildGridLayout(node: TemplateNode, at: BuildPlace): ViewNode | undefined {
  const frame = at.base(node);
  const height = size(at, node, 'itemHeight', 0);
  const children: ViewNode[] = [];
  for (const item of at.evaluation.items(prop(node, 'listData'), at.place)) {
    const built = at.children(node.children, item.place);
    if (built.length === 0) continue;
    const itemFrame = { ...itemBase(frame), key: `${frame.key}/${item.index}` };
    children.push(box(itemFrame, 'item', built, height > 0 ? { height } : {}));
  }
  if (children.length === 0) return undefined;
  const columns = Math.round(size(at, node, 'columnCount', 2));
  return box(frame, 'loop', children, {
    direction: 'row',
    columns: Math.max(1, Math.min(MAX_COLUMNS, columns)),
    gap: size(at, node, 'columnSpacing', 8),
    rowGap: size(at, node, 'rowSpacing', 8),
  });
}

const itemBase = ({ key, nodeId, component }: NodeFrame): NodeFrame => ({ key, nodeId, component });
