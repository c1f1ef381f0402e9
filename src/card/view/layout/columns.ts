import { isJsonObject, type JsonValue } from '../../../base/json-text.js';
import type { TemplateNode } from '../../template/card-template.js';
import { findProp, flag, prop, px, size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { ViewNode } from '../view-node.js';
import type { Extent } from '../view-style.js';
import { box, gravity } from './box.js';
import { gridLike } from './grid.js';

/** Narrower cards put responsive columns under each other (template-format §5.2). */
const BREAKPOINT = 440;

/** A row of columns, each as wide as `columnWidth` says (template-format §2.4). */
export function buildColumnLayout(node: TemplateNode, at: BuildPlace): ViewNode {
  const gap = size(at, node, 'columnSpacing', 0);
  const stacked =
    flag(at, node, 'enableResponsiveLayout') && at.evaluation.switches.width < BREAKPOINT;
  const perRow = Math.round(px(at, node, 'responsiveLayout', 1));
  const columns = node.children.flatMap((child, index) =>
    at.children([child]).map((view) => ({ ...view, width: columnWidth(node, index, at) })),
  );
  if (stacked && perRow <= 1) {
    const full = columns.map((view) => ({ ...view, width: { kind: 'fill' as const } }));
    return box(at.base(node), 'columns', full, { gap });
  }
  return box(at.base(node), 'columns', columns, {
    direction: 'row',
    ...gravity(node, at, 'row'),
    gap,
    ...(stacked ? { columns: Math.min(perRow, node.children.length), rowGap: gap } : undefined),
  });
}

export function buildColumn(node: TemplateNode, at: BuildPlace): ViewNode {
  return gridLike(node, at, 'column');
}

function columnWidth(node: TemplateNode, index: number, at: BuildPlace): Extent {
  const list = prop(node, 'columnWidth');
  const entry: JsonValue | undefined = Array.isArray(list) ? list[index] : undefined;
  if (!isJsonObject(entry)) return { kind: 'grow', weight: 1 };
  const { evaluation, place } = at;
  switch (entry['widthMode']) {
    case 'fixed':
      return { kind: 'fixed', px: Math.max(0, evaluation.number(entry['width'], place, 50)) };
    case 'auto':
      return { kind: 'fit' };
    case 'weighted':
    case undefined:
      break;
    default:
      findProp(at, node, 'columnWidth', 'T342', entry['widthMode']);
  }
  const weight = evaluation.number(entry['weight'], place, 1);
  return { kind: 'grow', weight: weight > 0 ? weight : 1 };
}
