import { flag, size, text } from '../prop-values.js';
import type { ComponentBuilder } from '../view-builder.js';
import { controlFrame, fieldWidth } from './control-frame.js';
import { localValue } from './local-value.js';
import { plainText } from './plain-text.js';

/** What was entered locally is shown before the bound value (template-format §3.6). */
export const input: ComponentBuilder = (node, at) => {
  const frame = controlFrame(at, node);
  const multiline = flag(at, node, 'textArea');
  const inline = flag(at, node, 'inlineMode');
  return {
    ...frame,
    ...fieldWidth(at, frame),
    kind: 'input',
    title: text(at, node, 'title'),
    message: text(at, node, 'message'),
    placeholder: text(at, node, 'placeholder'),
    value: plainText(localValue(at, node)) || text(at, node, 'currentValue'),
    inline,
    multiline,
    ...(multiline ? rows(size(at, node, 'minRows', 2), size(at, node, 'maxRows', 6)) : undefined),
  };
};

const MAX_ROWS = 100;

function rows(min: number, max: number): { readonly minRows: number; readonly maxRows: number } {
  const minRows = whole(min);
  return { minRows, maxRows: Math.max(minRows, whole(max)) };
}

const whole = (count: number): number => Math.min(MAX_ROWS, Math.max(1, Math.round(count)));
