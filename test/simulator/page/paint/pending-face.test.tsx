import { expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

it('what is pending says so, with dots or without', () => {
  const pending = { ...frame(), kind: 'pending', tip: '正在想…' } as const;
  expect(paintHtml({ ...pending, icon: true })).toMatch(/role="status".*dt-dots.*正在想…/);
  expect(paintHtml({ ...pending, icon: false })).not.toContain('dt-dots');
});
