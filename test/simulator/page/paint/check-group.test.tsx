import { expect, it } from 'vitest';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

it('a group of choices has labels that belong to them', () => {
  const html = paintHtml({
    ...frame(),
    kind: 'form',
    fields: [
      {
        name: 'f',
        label: '抄送',
        type: 'MULTI_CHECKBOX_GROUP',
        declaredType: 'MULTI_CHECKBOX_GROUP',
        hidden: false,
        readOnly: false,
        required: false,
        requiredMsg: '',
        placeholder: '',
        options: [{ text: '人事', value: 'hr' }],
      },
    ],
    submitText: '',
    state: 'normal',
    customSubmit: false,
    children: [],
    tap: enabledTap,
  });
  expect(html).toContain('role="group" aria-label="抄送"');
  expect(html).toMatch(
    /<label class="dt-check-item"><input type="checkbox"[^>]*\/><span[^>]*>人事/,
  );
});
