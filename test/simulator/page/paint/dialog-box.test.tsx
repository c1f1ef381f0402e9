import { describe, expect, it } from 'vitest';
import { boxNode, enabledTap, frame } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const pages = paintedPages();

const input = {
  ...frame('in', 'Input'),
  kind: 'input',
  title: '备注',
  message: '会通知申请人',
  placeholder: '写点什么',
  value: '旧的',
  state: 'normal',
  inline: false,
  multiline: false,
  tap: enabledTap,
} as const;

describe('the prompt of an input', () => {
  it('asks by title and message, starts from the value, and sends what is entered', async () => {
    const { page, gesture } = await pages.open(boxNode([input], { tap: enabledTap, key: 'row' }));
    await page.getByRole('button', { name: '旧的' }).last().click();
    const dialog = page.getByRole('dialog', { name: '备注' });
    await dialog.getByText('会通知申请人').waitFor();
    const field = dialog.getByRole('textbox', { name: '备注' });
    expect(await field.inputValue()).toBe('旧的');
    await field.fill('新的 <b>');
    await dialog.getByRole('button', { name: '提交' }).click();
    expect(await gesture(1)).toEqual({ key: 'in', gesture: { type: 'enter', text: '新的 <b>' } });
    expect(await dialog.count()).toBe(0);
  });

  it('is answered by Enter and left by Escape, and gives the focus back', async () => {
    const { page, gesture, gestures } = await pages.open(input);
    const opener = page.getByRole('button', { name: '旧的' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await opener.and(page.locator(':focus')).waitFor();
    expect(await gestures()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('好');
    await page.keyboard.press('Enter');
    expect((await gesture(1))?.gesture).toEqual({ type: 'enter', text: '好' });
  });
});
