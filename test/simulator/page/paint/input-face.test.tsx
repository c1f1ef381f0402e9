import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { InputNode } from '../../../../src/card/view/view-node.js';
import { createFormDrafts } from '../../../../src/simulator/page/paint/form-drafts.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const input: InputNode = {
  ...frame('i1', 'Input'),
  kind: 'input',
  title: '备注',
  message: '',
  placeholder: '写点什么',
  value: '',
  state: 'normal',
  inline: true,
  multiline: false,
  tap: enabledTap,
};

describe('an input', () => {
  it('in place is typed into, on one line or several', () => {
    expect(paintHtml({ ...input, value: '"x"' })).toMatch(
      /<input type="text" class="dt-input"[^>]*placeholder="写点什么"[^>]*aria-label="备注"[^>]*value="&quot;x&quot;"/,
    );
    expect(paintHtml({ ...input, multiline: true, minRows: 5 })).toMatch(/<textarea[^>]*rows="5"/);
  });

  it('that pops up is a button for a dialog, showing its value', () => {
    const html = paintHtml({ ...input, inline: false, value: '写好了' });
    expect(html).toMatch(/<button[^>]*aria-haspopup="dialog"[^>]*>.*写好了/);
  });

  it('that is off takes nothing', () => {
    expect(paintHtml({ ...input, state: 'disabled' })).toMatch(/disabled/);
    expect(paintHtml({ ...input, inline: false, state: 'disabled' })).toMatch(/disabled/);
  });

  it('goes on where it was left', () => {
    const drafts = createFormDrafts();
    drafts.write('i1', { text: '没写完' });
    expect(paintHtml(input, { drafts })).toContain('value="没写完"');
  });
});

describe('an input in a browser', () => {
  const pages = paintedPages();
  const field = (page: Page) => page.getByRole('textbox', { name: '备注' });

  it('hands its text over by Enter, once', async () => {
    const { page, gesture, gestures } = await pages.open(input);
    await field(page).fill('好');
    await field(page).press('Enter');
    expect(await gesture(1)).toEqual({ key: 'i1', gesture: { type: 'enter', text: '好' } });
    await field(page).blur();
    expect(await gestures()).toHaveLength(1);
    expect(await field(page).inputValue()).toBe('好');
  });

  it('hands its text over when it is left', async () => {
    const { page, gesture } = await pages.open({ ...input, multiline: true });
    await field(page).fill('两\n行');
    await field(page).blur();
    expect((await gesture(1))?.gesture).toEqual({ type: 'enter', text: '两\n行' });
  });

  it('loses nothing that is typed while the last text is under way', async () => {
    const { page, gesture, hold, release } = await pages.open(input);
    await hold();
    await field(page).fill('一');
    await field(page).press('Enter');
    await gesture(1);
    await field(page).fill('一二');
    await field(page).press('Enter');
    await release();
    await field(page).and(page.locator('[aria-busy=false]')).waitFor();
    expect(await field(page).inputValue()).toBe('一二');
    await field(page).press('Enter');
    expect((await gesture(2))?.gesture).toEqual({ type: 'enter', text: '一二' });
  });

  it('takes what the data says after its text was handed over, not while it is typed', async () => {
    const { page, gesture, paint } = await pages.open(input);
    await field(page).fill('一');
    await paint({ ...input, value: '别的' });
    expect(await field(page).inputValue()).toBe('一');
    await field(page).press('Enter');
    await gesture(1);
    await paint({ ...input, value: '一（已存）' });
    await page.waitForFunction(() => document.querySelector('input')?.value === '一（已存）');
  });
});
