import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../../src/card/act/effect.js';
import { problemOf } from '../../../../src/simulator/page/paint/tap-problem.js';
import { buttonNode } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const failed = (reason: string): Effect => ({
  type: 'callback',
  request: { actionIds: ['ok'], params: {} },
  reply: { ok: false, reason },
});

describe('what went wrong with a touch', () => {
  it('is a callback without an answer', () => {
    expect(problemOf([failed('expired')], 'zh')).toEqual({
      is: 'failed',
      text: '回调超时：机器人没有在期限内应答',
    });
    expect(problemOf([failed('no-connection')], 'en')?.text).toContain('no bot is connected');
    expect(problemOf([failed('code 500')], 'zh')?.text).toContain('code 500');
  });

  it('names reasons it does not know', () => {
    expect(problemOf([failed('constructor\u001b[31m')], 'zh')?.text).toBe(
      '回调失败：constructor␛[31m',
    );
  });

  it('is a touch that does nothing', () => {
    expect(problemOf([{ type: 'nothing', why: 'status' }], 'zh')).toEqual({
      is: 'nothing',
      text: 'status 不是 normal，点击无效',
    });
  });

  it('is nothing when all went well, or somebody closed a dialog', () => {
    expect(problemOf([{ type: 'nothing', why: 'cancelled' }], 'zh')).toBeUndefined();
    expect(problemOf([{ type: 'copy', text: 'x' }], 'zh')).toBeUndefined();
  });
});

describe('below the card', () => {
  const pages = paintedPages();

  it('it is said, until the next touch', async () => {
    const { page, answer } = await pages.open(buttonNode('同意'));
    await answer([failed('expired')]);
    await page.getByRole('button', { name: '同意' }).click();
    await page.getByRole('alert').filter({ hasText: '回调超时' }).waitFor();
    await answer([]);
    await page.getByRole('button', { name: '同意' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});
