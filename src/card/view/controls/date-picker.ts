import type { TemplateNode } from '../../template/card-template.js';
import { choice, text } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { DateNode } from '../view-node.js';
import { controlFrame, fieldWidth } from './control-frame.js';
import { localValue } from './local-value.js';
import { plainText } from './plain-text.js';

/** The format of `TIME` is an open question of the description (template-format §9 no. 11). */
export const dateFormats: Readonly<Record<DateNode['picker'], string>> = {
  date: 'yyyy-MM-dd',
  datetime: 'yyyy-MM-dd HH:mm',
  time: 'HH:mm',
};

export const datePicker: ComponentBuilder = (node, at) => {
  const picker = pickerOf(at, node);
  const frame = controlFrame(at, node);
  return {
    ...frame,
    ...fieldWidth(at, frame),
    kind: 'date',
    picker,
    format: text(at, node, 'format') || dateFormats[picker],
    value: plainText(localValue(at, node)) || text(at, node, 'currentDate'),
    placeholder: text(at, node, 'placeholder'),
  };
};

function pickerOf(at: BuildPlace, node: TemplateNode): DateNode['picker'] {
  return choice(at, node, 'pickerType', ['date', 'datetime', 'time'], 'date');
}
