import { describe, expect, it } from 'vitest';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

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

describe('a date in a browser', () => {
  const pages = paintedPages();

  it('that is picked counts at once', async () => {
    const { page, gesture } = await pages.open({ ...date, value: '' });
    await page.getByLabel('选日期').fill('2026-12-01');
    expect((await gesture(1))?.gesture).toEqual({ type: 'date', text: '2026-12-01' });
  });

  it('that is typed counts when it is finished', async () => {
    const { page, gesture, gestures } = await pages.open({ ...date, value: '2026-12-01' });
    const field = page.getByLabel('选日期');
    await field.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    // Which part of the date the arrows turn depends on the language of the browser.
    const typed = await field.inputValue();
    expect(typed).not.toBe('2026-12-01');
    expect(await gestures()).toEqual([]);
    await page.keyboard.press('Enter');
    expect((await gesture(1))?.gesture).toEqual({ type: 'date', text: typed });
  });
});
