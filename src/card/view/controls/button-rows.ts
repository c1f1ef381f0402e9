import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import { findingTable } from '../../finding-codes.js';
import type { TemplateNode } from '../../template/card-template.js';
import { prop } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { BoxNode, ButtonNode, ViewNode } from '../view-node.js';
import type { Extent } from '../view-style.js';
import { drawButton } from './button.js';
import { isWideCard } from './control-frame.js';

/** The old block: side by side on wide cards of the desktop, one below the other elsewhere. */
export const buttonBlock: ComponentBuilder = (node, at) => {
  const wide = isWideCard(at);
  const width: Extent = { kind: wide ? 'fit' : 'fill' };
  const buttons = drawEntries(at, node, prop(node, 'buttons'), 'buttons', width);
  return buttonBox(at, node, buttons, wide ? 'row' : 'column', BLOCK_GAP);
};

/** Six px above and below each button, twelve beside it in a row. */
const BLOCK_GAP = 12;
const LIST_GAP = 8;

/** Wider cards have buttons as wide as their text, narrower ones share the row evenly. */
const LIST_SHARES_BELOW = 360;

export const buttonList: ComponentBuilder = (node, at) => {
  const list = prop(node, 'buttons');
  const row = prop(node, 'direction') !== 'vertical';
  const wide = at.evaluation.switches.width > LIST_SHARES_BELOW;
  const width: Extent = !row
    ? { kind: 'fill' }
    : wide
      ? { kind: 'fit' }
      : { kind: 'grow', weight: 1 };
  const nested = isJsonObject(list);
  const entries = nested ? ownProp(list, 'list') : list;
  const buttons = drawEntries(at, node, entries, nested ? 'buttons.list' : 'buttons', width);
  const box = buttonBox(at, node, buttons, row ? 'row' : 'column', LIST_GAP);
  return box && { ...box, width: { kind: 'fill' } };
};

/** Real ones have up to four. */
const MAX_BUTTONS = 50;

function drawEntries(
  at: BuildPlace,
  node: TemplateNode,
  list: JsonValue | undefined,
  name: string,
  width: Extent,
): readonly ButtonNode[] {
  if (list === undefined) return [];
  const path = `${node.path}.props.${name}`;
  if (!Array.isArray(list)) {
    malformed(at, path, 'list-expected');
    return [];
  }
  return (list as readonly JsonValue[]).slice(0, MAX_BUTTONS).flatMap((entry, index) => {
    const where = `${path}[${index}]`;
    if (!isJsonObject(entry)) {
      malformed(at, where, 'object-expected');
      return [];
    }
    if (!at.evaluation.visible(ownProp(entry, 'visible'), at.place)) return [];
    return [drawEntry(at, node, entry, index, width, where)];
  });
}

function drawEntry(
  at: BuildPlace,
  node: TemplateNode,
  entry: JsonObject,
  index: number,
  width: Extent,
  path: string,
): ButtonNode {
  const key = at.bind(node, { kind: 'button', index });
  const frame = { key, nodeId: node.id, component: node.componentName, width };
  return drawButton(at, node, entry, frame, path);
}

function malformed(at: BuildPlace, path: string, why: 'list-expected' | 'object-expected'): void {
  at.find({ code: 'T110', severity: findingTable.T110.severity, path, params: { why } });
}

/** Buttons that share a row have no further ones. */
const isFit = ({ width }: ViewNode): boolean => width?.kind === 'fit';

/** Nothing is shown where there is no button. */
export function buttonBox(
  at: BuildPlace,
  node: TemplateNode,
  children: BoxNode['children'],
  direction: BoxNode['direction'],
  gap: number,
): BoxNode | undefined {
  if (children.length === 0) return undefined;
  return {
    ...at.base(node),
    kind: 'box',
    role: 'buttons',
    direction,
    align: direction === 'row' ? 'center' : 'stretch',
    justify: 'start',
    gap,
    ...(direction === 'row' && children.some(isFit) ? { wrap: true } : undefined),
    children,
  };
}
