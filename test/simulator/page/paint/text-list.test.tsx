import { expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const list = (texts: JsonValue, readOnly = false) =>
  paintHtml({
    ...frame(),
    kind: 'form',
    fields: [
      {
        name: 'f',
        label: '同行人',
        type: 'TEXT_ARRAY',
        declaredType: 'TEXT_ARRAY',
        hidden: false,
        readOnly,
        required: false,
        requiredMsg: '',
        placeholder: '',
        options: [],
        defaultValue: texts,
        addText: '再加一个',
      },
    ],
    submitText: '',
    state: 'normal',
    customSubmit: false,
    children: [],
    tap: enabledTap,
  });

it('a list of texts has one line at least, and a button for more', () => {
  expect(list([]).match(/type="text"/g)).toHaveLength(1);
  expect(list([])).toContain('再加一个');
  expect(list([])).not.toContain('aria-label="删除');
});

it('each of several lines can be taken away', () => {
  expect(list(['a', 'b'])).toContain('aria-label="删除 同行人 2"');
});

it('a list that may only be read has no buttons', () => {
  expect(list(['a', 'b'], true)).not.toMatch(/再加一个|删除/);
});
