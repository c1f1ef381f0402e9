import { expect, it } from 'vitest';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

it('a checkbox shows what the data says', () => {
  const box = {
    ...frame('c1'),
    kind: 'checkbox',
    state: 'normal',
    size: 20,
    tap: enabledTap,
  } as const;
  expect(paintHtml({ ...box, checked: true })).toMatch(/type="checkbox"[^>]*checked=""/);
  expect(paintHtml({ ...box, checked: false })).not.toMatch(/checked=""/);
  expect(paintHtml({ ...box, checked: false, state: 'disabled' })).toMatch(/disabled=""/);
  expect(paintHtml({ ...box, checked: false, tooltip: '已读' })).toContain('aria-label="已读"');
});
