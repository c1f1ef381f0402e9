import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import { tapOfEvent } from '../../act/tap-of.js';
import type { TemplateNode } from '../../template/card-template.js';
import { flag, prop, shown, size } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { ButtonNode, ControlState, ViewNode } from '../view-node.js';
import type { Extent } from '../view-style.js';
import { isButtonColour } from './button.js';
import { buttonBox } from './button-rows.js';
import { type DataSource, dataSource, entriesOf } from './data-source.js';
import { localeText } from './plain-text.js';

/** Buttons that came as data, or the children in their order (template-format §2.5, §2.7). */
export const buttonGroup: ComponentBuilder = (node, at) => {
  const row = isRow(at, node);
  const share: Extent = !row
    ? { kind: 'fill' }
    : flag(at, node, 'matchContent')
      ? { kind: 'fit' }
      : { kind: 'grow', weight: 1 };
  const buttons = isFromData(node)
    ? dataButtons(at, node, share)
    : at.children(node.children).map((child) => shared(child, share));
  return buttonBox(at, node, buttons, row ? 'row' : 'column', size(at, node, 'buttonSpacing', 8));
};

/** The source as declared; without one, what there is. */
function isFromData(node: TemplateNode): boolean {
  const source = prop(node, 'buttonsSource');
  return source === 'variable' || (source !== 'fixed' && node.children.length === 0);
}

function isRow(at: BuildPlace, node: TemplateNode): boolean {
  if (!flag(at, node, 'enableResponsiveLayout')) return true;
  return at.evaluation.switches.width >= size(at, node, 'responsiveLayoutWidth', 350);
}

/** A button that fills shares the row with the others; a width of its own stays. */
function shared(child: ViewNode, share: Extent): ViewNode {
  const own = child.width?.kind ?? 'fill';
  return own === 'fill' ? { ...child, width: share } : child;
}

const MAX_BUTTONS = 50;

function dataButtons(at: BuildPlace, node: TemplateNode, width: Extent): readonly ButtonNode[] {
  const source = dataSource(at, node, 'dynamicButtons');
  return entriesOf(source, source.value, MAX_BUTTONS).flatMap((entry, index) => {
    if (!isJsonObject(entry)) {
      source.find('D152', { value: shown(entry) }, `[${index}]`);
      return [];
    }
    return [dataButton(at, node, source, entry, index, width)];
  });
}

function dataButton(
  at: BuildPlace,
  node: TemplateNode,
  source: DataSource,
  item: JsonObject,
  index: number,
  width: Extent,
): ButtonNode {
  const inside = `[${index}]`;
  const { switches } = at.evaluation;
  const event = ownProp(item, 'event');
  const status = ownProp(item, 'status');
  const enabled = status === 'normal';
  const known = isJsonObject(event) ? event : {};
  const tap = tapOfEvent(event, enabled, switches);
  const unset = status === undefined || status === null || status === '';
  if (unset) source.find('T360', { value: 'status' }, `${inside}.status`);
  if (tap.why === 'no-action' || tap.why === 'no-action-id')
    source.find('D161', { value: shown(event) }, `${inside}.event`);
  const colour = ownProp(item, 'color');
  return {
    key: at.bind(node, { kind: 'data', event: known, enabled }, `data${index}`),
    nodeId: node.id,
    component: node.componentName,
    width,
    kind: 'button',
    text: localeText(ownProp(item, 'text'), switches.language),
    colour: isButtonColour(colour) ? colour : 'blue',
    state: stateOf(status),
    tap: unset ? { ...tap, why: 'status-unset' } : tap,
  };
}

function stateOf(status: JsonValue | undefined): ControlState {
  return status === 'normal' || status === 'loading' ? status : 'disabled';
}
