import { expect, it } from 'vitest';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const date = {
  ...frame(),
  kind: 'date',
  picker: 'date',
  format: 'yyyy-MM-dd',
  placeholder: '选日期',
  state: 'normal',
  tap: enabledTap,
} as const;

it('an empty date says what it is for, a date says itself', () => {
  expect(paintHtml({ ...date, value: '' })).toMatch(/dt-date-placeholder[^>]*>选日期</);
  expect(paintHtml({ ...date, value: '2026-01-05' })).not.toContain('dt-date-placeholder');
});

it('a date has four digits of a year at most', () => {
  expect(paintHtml({ ...date, value: '' })).toContain('max="9999-12-31"');
});
