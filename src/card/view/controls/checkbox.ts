import { variableOf } from '../../act/prop.js';
import type { TemplateNode } from '../../template/card-template.js';
import { flag, prop, size } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import { controlFrame } from './control-frame.js';
import { localValue } from './local-value.js';

/** Shows its `checked`, whatever variable a touch writes; that one only where `checked` is not bound. */
export const checkbox: ComponentBuilder = (node, at) => ({
  ...controlFrame(at, node),
  kind: 'checkbox',
  checked: isChecked(at, node),
  size: boxSize(at, node),
});

function isChecked(at: BuildPlace, node: TemplateNode): boolean {
  const checked = prop(node, 'checked');
  if (typeof checked === 'boolean' || variableOf(checked) !== '') return flag(at, node, 'checked');
  const local = localValue(at, node);
  return typeof local === 'object'
    ? true
    : at.evaluation.boolean(local ?? checked, at.place, false);
}

const MIDDLE = 16;

/** `small` and `large` are near what the description gives for `middle`. */
const sizes: ReadonlyMap<unknown, number> = new Map([
  ['small', 14],
  ['middle', MIDDLE],
  ['large', 20],
]);

function boxSize(at: BuildPlace, node: TemplateNode): number {
  if (prop(node, 'sizeType') === 'Custom') return size(at, node, 'customSize', MIDDLE) || MIDDLE;
  return sizes.get(prop(node, 'size')) ?? MIDDLE;
}
