import { describe, expect, it } from 'vitest';
import { boxNode, buttonNode, enabledTap, frame, textNode } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const pages = paintedPages();

const menuButton = buttonNode('更多', {
  key: 'more',
  menu: [{ text: '转交' }, { text: '删除', destructive: true, description: '不能恢复' }],
});

const select = {
  ...frame('sel'),
  kind: 'select',
  multiple: true,
  placeholder: '选部门',
  options: [
    { text: '研发', value: 1 },
    { text: '市场', value: 2 },
    { text: '人事', value: 3 },
  ],
  selected: [1],
  state: 'normal',
  tap: enabledTap,
} as const;

describe('a popup', () => {
  it('of a button offers its menu; what is chosen goes up', async () => {
    const { page, gesture } = await pages.open(menuButton);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    expect(await gesture(1)).toEqual({ key: 'more', gesture: { type: 'pick', index: 1 } });
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  it('is walked by keys, and gives the focus back', async () => {
    const { page, gesture, gestures } = await pages.open(menuButton);
    const button = page.getByRole('button', { name: '更多' });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: '转交' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await button.and(page.locator(':focus')).waitFor();
    expect(await gestures()).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect((await gesture(1))?.gesture).toEqual({ type: 'pick', index: 1 });
  });

  it('closes when something else is touched, without touching the box it hangs in', async () => {
    const { page, gestures } = await pages.open(
      boxNode([boxNode([menuButton], { key: 'row', tap: enabledTap }), textNode('别处')]),
    );
    await page.getByRole('button', { name: '更多', exact: true }).last().click();
    await page.getByRole('menu').waitFor();
    await page.mouse.click(700, 600);
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await gestures()).toEqual([]);
  });

  it('of several choices stays open until it is closed, and sends all of them at once', async () => {
    const { page, gesture, gestures } = await pages.open(select);
    const box = page.getByRole('combobox', { name: '选部门' });
    await box.click();
    await page.getByRole('option', { name: '市场', selected: true }).waitFor();
    await page.getByRole('option', { name: '人事' }).click();
    await page.getByRole('option', { name: '人事', selected: true }).waitFor();
    await page.getByRole('option', { name: '研发' }).click();
    expect(await gestures()).toEqual([]);
    await page.keyboard.press('Escape');
    expect((await gesture(1))?.gesture).toEqual({ type: 'pickMany', indexes: [0, 1, 2] });
    await box.click();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await gestures()).toHaveLength(1);
  });

  it('is not needed to take a chip away', async () => {
    const { page, gesture } = await pages.open(select);
    await page.getByRole('button', { name: '移除 市场' }).click();
    expect(await gesture(1)).toEqual({ key: 'sel', gesture: { type: 'removeChip', index: 1 } });
  });
});
