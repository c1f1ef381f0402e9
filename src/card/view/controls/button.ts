import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import { readSheetItems } from '../../act/read-action.js';
import { tapOf } from '../../act/tap-of.js';
import { findingTable } from '../../finding-codes.js';
import type { TemplateNode } from '../../template/card-template.js';
import { iconLook } from '../icon-look.js';
import { flag, px, shown } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { ButtonNode, IconLook, MenuItem, NodeFrame } from '../view-node.js';
import type { Extent } from '../view-style.js';
import { controlState } from './control-frame.js';

/** SingleButton and FixedSingleButton (template-format §2.5). */
export const singleButton: ComponentBuilder = (node, at) =>
  drawButton(at, node, node.props, buttonFrame(at, node), `${node.path}.props`);

/** A menu; its own action is never sent (template-format §2.5 ButtonGroup). */
export const dropdownButton: ComponentBuilder = (node, at) => {
  const button = drawButton(at, node, node.props, buttonFrame(at, node), `${node.path}.props`);
  const menu = readSheetItems(node.props['actionSheetItems']).map((item): MenuItem => {
    const description = at.evaluation.text(item.description, at.place);
    const icon = iconOf(at, item.icon);
    return {
      text: at.evaluation.text(item.name, at.place),
      ...(description === '' ? undefined : { description }),
      ...(item.destructive ? { destructive: true } : undefined),
      ...(icon === undefined ? undefined : { icon }),
    };
  });
  return { ...button, menu };
};

function buttonFrame(at: BuildPlace, node: TemplateNode): NodeFrame {
  const frame = at.base(node);
  return { ...frame, key: at.bind(node), width: frame.width ?? bundleWidth(at, node) };
}

/** What older files say in the bundle; full width otherwise. */
function bundleWidth(at: BuildPlace, node: TemplateNode): Extent {
  const fixedWidth = px(at, node, 'fixedWidth', 0);
  if (flag(at, node, 'fixWidth') && fixedWidth > 0) return { kind: 'fixed', px: fixedWidth };
  return flag(at, node, 'autoWidth') ? { kind: 'fit' } : { kind: 'fill' };
}

/**
 * A button of the template: a node of its own or an entry of ButtonBlock or ButtonList.
 *
 * @param path of `props`, for findings
 */
export function drawButton(
  at: BuildPlace,
  node: TemplateNode,
  props: JsonObject,
  frame: NodeFrame,
  path: string,
): ButtonNode {
  const tap = tapOf(at.evaluation, node, at.place, props);
  const icon = buttonIcon(at, props);
  const mark = cornerMark(at, props);
  return {
    ...frame,
    kind: 'button',
    text: at.evaluation.text(ownProp(props, 'text'), at.place),
    colour: buttonColour(at, node, props, path),
    state: controlState(at, node, props, path),
    ...(tap === undefined ? undefined : { tap }),
    ...(icon === undefined
      ? undefined
      : { icon, iconPosition: props['iconPosition'] === 'right' ? 'right' : 'left' }),
    ...(mark === '' ? undefined : { cornerMark: mark }),
  };
}

const colours: readonly JsonValue[] = ['blue', 'gray', 'red'];

export function isButtonColour(value: JsonValue | undefined): value is ButtonNode['colour'] {
  return value !== undefined && colours.includes(value);
}

function buttonColour(
  at: BuildPlace,
  node: TemplateNode,
  props: JsonObject,
  path: string,
): ButtonNode['colour'] {
  const value = at.evaluation.value(ownProp(props, 'color'), at.place);
  if (isButtonColour(value)) return value;
  if (value !== undefined && value !== null && value !== '') {
    at.find({
      code: 'T342',
      severity: findingTable.T342.severity,
      path: `${path}.color`,
      params: { component: node.componentName, prop: 'color', value: shown(value) },
    });
  }
  return 'blue';
}

/** `enableIcon` is missing in older files and in entries of lists: then an icon that is set is shown. */
function buttonIcon(at: BuildPlace, props: JsonObject): IconLook | undefined {
  const { evaluation, place } = at;
  if (!evaluation.boolean(ownProp(props, 'enableIcon'), place, true)) return undefined;
  if (props['iconType'] !== 'image') {
    return iconOf(at, ownProp(props, 'iconFont')) ?? iconOf(at, ownProp(props, 'icon'));
  }
  const dark = evaluation.switches.theme === 'dark' && iconOf(at, ownProp(props, 'darkModeIcon'));
  return dark || iconOf(at, ownProp(props, 'icon'));
}

function iconOf(at: BuildPlace, raw: JsonValue | undefined): IconLook | undefined {
  if (isJsonObject(raw) && (raw['type'] === 'icon' || raw['type'] === 'image')) {
    return iconLook(raw);
  }
  return iconLook(at.evaluation.value(raw, at.place));
}

function cornerMark({ evaluation, place }: BuildPlace, props: JsonObject): string {
  if (!evaluation.boolean(ownProp(props, 'enableCornerMark'), place, false)) return '';
  if (!evaluation.visible(ownProp(props, 'cornerMarkVisible'), place)) return '';
  return evaluation.text(ownProp(props, 'cornerMarkText'), place);
}
