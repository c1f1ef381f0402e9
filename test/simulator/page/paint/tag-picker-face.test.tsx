import { expect, it } from 'vitest';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

it('tags to pick say which are picked', () => {
  const html = paintHtml({
    ...frame(),
    kind: 'tagPicker',
    multiple: true,
    state: 'normal',
    tap: enabledTap,
    tags: [
      { text: '快', value: 1, selected: true },
      { text: '好', value: 2, selected: false },
    ],
  });
  expect(html).toMatch(/aria-pressed="true"[^>]*>快</);
  expect(html).toMatch(/aria-pressed="false"[^>]*>好</);
});
