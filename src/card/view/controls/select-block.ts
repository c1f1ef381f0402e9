import type { JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import type { TemplateNode } from '../../template/card-template.js';
import { shown, text } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { SelectNode } from '../view-node.js';
import { controlFrame, fieldWidth } from './control-frame.js';
import { type DataSource, dataSource, entriesOf } from './data-source.js';
import { localValue } from './local-value.js';
import { selectOptions } from './select-options.js';

/** One of a list: `local.index`, then `currentIndex`, then none (template-format §3.6). */
export const selectBlock: ComponentBuilder = (node, at) => {
  const select = drawSelect(at, node, false);
  const local = indexOf(localIndex(at, node));
  const source = dataSource(at, node, 'currentIndex');
  const index = local ?? indexOf(source.value) ?? NONE;
  return { ...select, selected: index === NONE ? [] : within([index], select, source) };
};

/** Several of a list; the chosen ones are chips. */
export const multiSelectBlock: ComponentBuilder = (node, at) => {
  const select = drawSelect(at, node, true);
  const local = localIndex(at, node);
  const source = dataSource(at, node, 'currentIndexes');
  const list = Array.isArray(local) ? (local as readonly JsonValue[]) : indexes(source);
  const chosen = list.map(indexOf).filter((index) => index !== undefined);
  return { ...select, selected: within([...new Set(chosen)], select, source) };
};

/** What clients write for "nothing chosen". */
const NONE = -1;
const MAX_CHOSEN = 1000;

function drawSelect(at: BuildPlace, node: TemplateNode, multiple: boolean): SelectNode {
  const frame = controlFrame(at, node);
  return {
    ...frame,
    ...fieldWidth(at, frame),
    kind: 'select',
    multiple,
    placeholder: text(at, node, 'placeholder'),
    options: selectOptions(at, node),
    selected: [],
  };
}

/** `index` of the `{index, value}` that was chosen; a bare index counts too. */
function localIndex(at: BuildPlace, node: TemplateNode): JsonValue | undefined {
  const local = localValue(at, node);
  return isJsonObject(local) ? ownProp(local, 'index') : local;
}

/** The list bound to `currentIndexes`, bare or as the `{index: […]}` that the control itself writes. */
function indexes(source: DataSource): readonly JsonValue[] {
  const { value } = source;
  return isJsonObject(value) && Array.isArray(ownProp(value, 'index'))
    ? entriesOf(source, ownProp(value, 'index'), MAX_CHOSEN, '.index')
    : entriesOf(source, value, MAX_CHOSEN);
}

/** A whole number, also as text; undefined for everything else. */
function indexOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const index = Number(value);
  return Number.isInteger(index) ? index : undefined;
}

function within(
  chosen: readonly number[],
  { options }: SelectNode,
  source: DataSource,
): readonly number[] {
  const inside = chosen.filter((index) => index >= 0 && index < options.length);
  // Without options there is nothing to be wrong about: they may not have been sent yet.
  if (inside.length < chosen.length && options.length > 0) {
    const outside = chosen.find((index) => !inside.includes(index)) ?? NONE;
    source.find('D154', { index: outside, value: shown(outside), count: options.length });
  }
  return inside;
}
