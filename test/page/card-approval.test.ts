import { describe, expect, it } from 'vitest';
import { chatStories } from '../support/chat-story.js';

const stories = chatStories();

describe('the approval card', () => {
  it('is sent, tapped by mouse and changed by the answer', async () => {
    const { ask, bot } = await stories.begin();
    const card = await ask('报销');
    await card.getByText('张三提交的财务报销').waitFor();
    await card.getByText('金额：1000.0 元').waitFor();
    await card.getByRole('button', { name: '同意' }).click();
    await card.getByText('已同意').waitFor();
    const { callback } = await bot.event('callback.received');
    expect(callback.params).toMatchObject({ action: 'accept' });
    expect(await card.getByRole('button', { name: '拒绝' }).count()).toBe(0);
  });

  it('can be used by keyboard alone', async () => {
    const { ask, page } = await stories.begin();
    const card = await ask('报销');
    const reject = card.getByRole('button', { name: '拒绝' });
    await reject.waitFor();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Shift+Tab');
      if (await reject.evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await card.getByText('被拒绝').waitFor();
  });

  it('is as it was after the page is loaded again', async () => {
    const { ask, page, card } = await stories.begin();
    await (await ask('报销')).getByRole('button', { name: '同意' }).click();
    await card.getByText('已同意').waitFor();
    await page.reload();
    await card.getByText('已同意').waitFor();
    await card.getByText('张三提交的财务报销').waitFor();
  });

  it('says so when nobody answers the tap in time', async () => {
    const { ask, card } = await stories.begin({
      rules: `
version: 1
rules:
  - name: send
    on: message
    send:
      template: dac1dbec-55af-40c3-be91-6d6882ef3b66.schema
      data: { title: 报销, type: 差旅费, amount: "1", reason: x, status: 待处理 }
`,
      answerByHand: true,
      settings: { callbackDeadlineMs: 300 },
    });
    await ask('报销');
    await card.getByRole('button', { name: '同意' }).click();
    await card.getByRole('alert').filter({ hasText: '回调超时' }).waitFor();
    await card.getByRole('button', { name: '同意' }).waitFor();
  });

  it('says so when no bot is there any more', async () => {
    const { ask, page, card, bot } = await stories.begin();
    await ask('报销');
    await bot.session.stop('test', 0);
    await page.getByText('机器人离线').waitFor();
    await card.getByRole('button', { name: '同意' }).click();
    await card.getByRole('alert').filter({ hasText: '没有机器人连接到模拟器' }).waitFor();
  });
});
