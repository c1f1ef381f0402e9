import type { TemplateNode } from '../../template/card-template.js';
import { flag, prop, size } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import { controlFrame } from './control-frame.js';

/** Shows its `checked` and nothing else: what a touch writes may be another variable. */
export const checkbox: ComponentBuilder = (node, at) => ({
  ...controlFrame(at, node),
  kind: 'checkbox',
  checked: flag(at, node, 'checked'),
  size: boxSize(at, node),
});

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
