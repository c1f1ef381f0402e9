import type { JsonValue } from '../../../base/json-text.js';
import type { LoopItem } from '../../evaluate/evaluation.js';
import type { TemplateNode } from '../../template/card-template.js';
import { flag, prop } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import { controlFrame } from './control-frame.js';
import { dataSource } from './data-source.js';
import { writeTarget } from './local-value.js';
import { holdsValue, isSameValue } from './same-value.js';

/** Radio list: the item whose value is kept locally is chosen (template-format §4.4). */
export const checkList: ComponentBuilder = (node, at) => drawList(at, node, false);

export const checkListMulti: ComponentBuilder = (node, at) => drawList(at, node, true);

const MAX_ITEMS = 500;

function drawList(
  at: BuildPlace,
  node: TemplateNode,
  multiple: boolean,
): ReturnType<ComponentBuilder> {
  const frame = controlFrame(at, node);
  const kept = writeTarget(at, node);
  const all = at.evaluation.items(prop(node, 'listData'), at.place);
  if (all.length > MAX_ITEMS) {
    dataSource(at, node, 'listData').find('D153', { count: all.length, shown: MAX_ITEMS });
  }
  const isChecked = multiple ? holdsValue : isSameValue;
  return {
    ...frame,
    kind: 'checkList',
    multiple,
    contentTaps: flag(at, node, 'contentCheckable'),
    items: all.slice(0, MAX_ITEMS).map((item) => ({
      key: `${frame.key}/item${item.index}`,
      checked: isChecked(kept, checkItemValue(at, node, item)),
      children: at.children(node.children, item.place),
    })),
  };
}

/** `updateVarValue` of an item; its index where there is none, as legacy clients have it. */
export function checkItemValue(
  { evaluation }: Pick<BuildPlace, 'evaluation'>,
  node: TemplateNode,
  item: LoopItem,
): JsonValue {
  const value = evaluation.value(prop(node, 'updateVarValue'), item.place);
  return value === undefined || value === '' ? item.index : value;
}
