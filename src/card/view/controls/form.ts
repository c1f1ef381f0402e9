import type { JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import { flag, prop, shown, sides, text } from '../prop-values.js';
import type { ComponentBuilder } from '../view-builder.js';
import type { FormField } from '../view-node.js';
import type { Sides } from '../view-style.js';
import { controlFrame } from './control-frame.js';
import { type DataSource, dataSource, entriesOf } from './data-source.js';
import { formField } from './form-field.js';

/** Fields come as data (template-format §2.6); with `customSubmitEvent` the children submit them. */
export const form: ComponentBuilder = (node, at) => {
  const { tap, ...frame } = controlFrame(at, node);
  const padding = sides(at, node, 'padding', { x: 12, y: 6 });
  const source = dataSource(at, node, 'formSchema');
  const customSubmit = flag(at, node, 'customSubmitEvent');
  return {
    ...frame,
    margin: added(frame.margin, padding),
    kind: 'form',
    fields: fieldsOf(source).map(({ name, entry, inside }) =>
      formField(at, source, name, entry, inside),
    ),
    submitText: prop(node, 'submitText') === undefined ? SUBMIT : text(at, node, 'submitText'),
    customSubmit,
    ...(customSubmit || tap === undefined ? undefined : { tap }),
    children: customSubmit ? at.children(node.children) : [],
  };
};

/** The client's own word where the template has none. */
const SUBMIT = '提交';

/** A form has no background of its own: its padding is one more margin. */
function added(margin: Sides | undefined, padding: Sides): Sides {
  return {
    left: padding.left + (margin?.left ?? 0),
    right: padding.right + (margin?.right ?? 0),
    top: padding.top + (margin?.top ?? 0),
    bottom: padding.bottom + (margin?.bottom ?? 0),
  };
}

const MAX_FIELDS = 200;

interface FieldEntry {
  readonly name: FormField['name'];
  readonly entry: { readonly [key: string]: JsonValue };
  readonly inside: string;
}

/** Each name once: values are submitted by name, the first field keeps it. */
function fieldsOf(source: DataSource): readonly FieldEntry[] {
  const { value } = source;
  if (value !== undefined && !isJsonObject(value) && !Array.isArray(value)) {
    source.find('D151', { value: shown(value) });
    return [];
  }
  const whole = isJsonObject(value);
  const list = whole ? ownProp(value, 'fields') : value;
  const start = whole ? '.fields' : '';
  if (Array.isArray(value)) source.find('D151', { value: shown(value) });
  const seen = new Set<string>();
  return entriesOf(source, list, MAX_FIELDS, start).flatMap((entry, index) => {
    const inside = `${start}[${index}]`;
    if (!isJsonObject(entry)) {
      source.find('D152', { value: shown(entry) }, inside);
      return [];
    }
    const name = ownProp(entry, 'name');
    if (typeof name !== 'string' || name === '') {
      source.find('D158', { value: shown(name) }, inside);
      return [];
    }
    if (seen.has(name)) {
      source.find('D159', { value: shown(name) }, `${inside}.name`);
      return [];
    }
    seen.add(name);
    return [{ name, entry, inside }];
  });
}
