import { describe, expect, it } from 'vitest';
import { boxNode, paintHtml, textNode } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const lines = (count: number, folded: boolean) =>
  boxNode(
    Array.from({ length: count }, (_, at) => textNode(`第 ${at} 行`)),
    { key: 'fold', fold: { height: 60, folded }, tap: { does: 'toggle', enabled: true } },
  );

describe('content that folds', () => {
  const pages = paintedPages();

  it('shows everything in a picture, where nothing can be unfolded', () => {
    const html = paintHtml(lines(20, true), { inert: true });
    expect(html).not.toContain('max-height');
  });

  it('is cut at its height, opened and closed by its button', async () => {
    const { page, paint, gesture } = await pages.open(lines(20, true));
    await page.getByRole('button', { name: '展开', expanded: false }).click();
    expect(await gesture(1)).toEqual({ key: 'fold', gesture: { type: 'tap' } });
    await paint(lines(20, false));
    await page.getByRole('button', { name: '收起', expanded: true }).waitFor();
  });

  it('has no button while it fits, and gets one when it grows', async () => {
    const { page, paint } = await pages.open(lines(1, true));
    await page.getByText('第 0 行').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await paint(lines(9, true));
    await page.getByRole('button', { name: '展开' }).waitFor();
  });
});
