import { describe, expect, it } from 'vitest';
import { chatStories } from '../support/chat-story.js';

const stories = chatStories();

describe('the leave form', () => {
  it('is filled in and submitted; what comes back is for that person alone', async () => {
    const { ask, bot, page } = await stories.begin();
    const card = await ask('我要请假');
    await card.getByRole('combobox', { name: '假期类型' }).click();
    await card.getByRole('option', { name: '病假' }).click();
    await card.getByLabel('开始日期').fill('2026-12-01');
    await card.getByRole('spinbutton', { name: '天数' }).fill('2.5');
    await card.getByRole('textbox', { name: '事由' }).fill('发烧\n<b>39℃</b>');
    await card.getByRole('switch', { name: '加急' }).check();
    await card.getByRole('button', { name: '提交' }).click();
    const { callback } = await bot.event('callback.received');
    expect(callback.actionIds).toEqual(['leave_form']);
    expect(callback.params['leave_form']).toEqual({
      kind: { index: 1, value: 'sick' },
      from: '2026-12-01',
      days: 2.5,
      reason: '发烧\n<b>39℃</b>',
      urgent: true,
    });
    await card.getByRole('button', { name: '已提交', disabled: true }).waitFor();
    expect(await card.getByRole('textbox', { name: '事由' }).inputValue()).toContain('39℃');
    await page.getByRole('button', { name: '检查' }).last().click();
    await page.getByRole('tab', { name: '多人视角' }).click();
    await page
      .getByRole('region', { name: '李四 看到的' })
      .getByRole('button', { name: '提交', exact: true })
      .waitFor();
  });

  it('is not sent while a required field is empty, and says which', async () => {
    const { ask, bot } = await stories.begin();
    const card = await ask('我要请假');
    await card.getByRole('button', { name: '提交' }).click();
    await card.getByRole('alert').filter({ hasText: '假期类型是必填项' }).waitFor();
    await card.getByRole('alert').filter({ hasText: '开始日期是必填项' }).waitFor();
    expect(bot.eventsOf('callback.received')).toEqual([]);
    await card.getByLabel('开始日期').fill('2026-12-01');
    await card.getByRole('alert').filter({ hasText: '开始日期' }).waitFor({ state: 'detached' });
  });
});
