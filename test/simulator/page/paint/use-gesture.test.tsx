import { describe, expect, it } from 'vitest';
import {
  boxNode,
  buttonNode,
  enabledTap,
  paintHtml,
  textNode,
} from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const pages = paintedPages();

describe('what can be touched', () => {
  it('is nothing when touching it does nothing at all', () => {
    expect(paintHtml(boxNode([]))).not.toContain('role="button"');
    expect(
      paintHtml(boxNode([], { tap: { does: 'url', enabled: false, why: 'no-action' } })),
    ).not.toContain('role="button"');
  });

  it('says why it is dead', () => {
    const html = paintHtml(
      textNode('a', {
        tap: { does: 'request', enabled: false, why: 'forwarded' },
        tooltip: '提示',
      }),
    );
    expect(html).toContain('aria-disabled="true" title="转发的卡片不支持此操作"');
  });

  it('has no place among the keys of a picture', () => {
    const html = paintHtml(boxNode([], { tap: enabledTap }), { inert: true });
    expect(html).toContain('role="button"');
    expect(html).not.toContain('tabindex="0"');
  });

  it('is touched by mouse, Enter and the space bar', async () => {
    const { page, gesture } = await pages.open(
      boxNode([textNode('整行')], { key: 'row', tap: enabledTap }),
    );
    const row = page.getByRole('button', { name: '整行' });
    await row.click();
    expect(await gesture(1)).toEqual({ key: 'row', gesture: { type: 'tap' } });
    await row.focus();
    await page.keyboard.press('Enter');
    await gesture(2);
    await page.keyboard.press('Space');
    await gesture(3);
  });

  it('of nested ones the innermost alone is touched', async () => {
    const { page, gesture } = await pages.open(
      boxNode([boxNode([buttonNode('里', { key: 'in' })], { key: 'mid', tap: enabledTap })], {
        key: 'out',
        tap: enabledTap,
      }),
    );
    const inner = page.getByRole('button', { name: '里', exact: true }).last();
    await inner.click();
    expect((await gesture(1))?.key).toBe('in');
    await inner.focus();
    await page.keyboard.press('Enter');
    expect((await gesture(2))?.key).toBe('in');
  });

  it('is busy until its gesture has ended, and sends no second one meanwhile', async () => {
    const { page, gesture, gestures, hold, release } = await pages.open(
      boxNode([buttonNode('同意', { key: 'yes' }), buttonNode('拒绝', { key: 'no' })]),
    );
    await hold();
    const yes = page.getByRole('button', { name: '同意' });
    await yes.click();
    await gesture(1);
    await yes.and(page.locator('[aria-busy=true]')).waitFor();
    await yes.click();
    await page.getByRole('button', { name: '拒绝' }).click();
    expect((await gesture(2))?.key).toBe('no');
    await release();
    await yes.and(page.locator(':not([aria-busy=true])')).waitFor();
    await yes.click();
    await gesture(3);
    expect((await gestures()).map(({ key }) => key)).toEqual(['yes', 'no', 'yes']);
  });

  it('that is dead hands its touch on, so that somebody can say why', async () => {
    const { page, gesture } = await pages.open(
      buttonNode('同意', {
        key: 'dead',
        state: 'disabled',
        tap: { does: 'request', enabled: false, why: 'status' },
      }),
    );
    const button = page.getByRole('button', { name: '同意', disabled: true });
    await button.focus();
    await page.keyboard.press('Enter');
    expect((await gesture(1))?.key).toBe('dead');
  });
});
