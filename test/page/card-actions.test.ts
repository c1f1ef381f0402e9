import { describe, expect, it } from 'vitest';
import { chatStories } from '../support/chat-story.js';

const stories = chatStories();

/** A card with a button for every action there is; its bot answers everything with `result`. */
const everyAction = {
  templates: { 'every-action.schema': 'test/fixtures/templates/all-actions.json' },
  rules: `
version: 1
rules:
  - name: send
    on: message
    send:
      template: every-action.schema
      data: { name: 小明, count: 3, list: [a, b], event_send: { type: sendCardRequest, params: { actionId: from_data, params: { deep: { "yes": true } } } } }
  - name: any
    on: callback
    answer: { cardData: { result: ok } }
`,
};

describe('actions of a card on the page', () => {
  it('ask before they send, and send nothing when the answer is no', async () => {
    const { ask, page, bot } = await stories.begin(everyAction);
    const card = await ask('来');
    await card.getByRole('button', { name: 'confirm' }).click();
    const dialog = page.getByRole('dialog', { name: '确定吗' });
    await dialog.getByText('给 小明').waitFor();
    await dialog.getByRole('button', { name: '好' }).click();
    await bot.event('callback.received');
    await dialog.waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'confirm' }).click();
    await dialog.getByRole('button', { name: '算了' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await card.getByRole('alert').count()).toBe(0);
  });

  it('offer menus', async () => {
    const { ask, page, bot } = await stories.begin(everyAction);
    const card = await ask('来');
    await card.getByRole('button', { name: 'actionSheet' }).click();
    await page.getByRole('menuitem', { name: '发送' }).click();
    await bot.event('callback.received');
  });

  it('say why nothing happened', async () => {
    const { ask, bot } = await stories.begin(everyAction);
    const card = await ask('来');
    const why = async (name: string, text: RegExp) => {
      await card.getByRole('button', { name, exact: true }).press('Enter');
      await card.getByRole('alert').filter({ hasText: text }).waitFor();
    };
    await why('off', /status 不是 normal/);
    await why('unsetStatus', /status 没有值/);
    await why('urlEmpty', /链接为空/);
    await why('noClick', /enableClickEvent/);
    expect(bot.eventsOf('callback.received')).toEqual([]);
  });

  it('of nested parts only the innermost is done', async () => {
    const { ask, bot } = await stories.begin(everyAction);
    const card = await ask('来');
    await card.getByText('内层').click();
    const { callback } = await bot.event('callback.received');
    expect(callback.actionIds).toEqual(['grid']);
    await card.getByText('外层').click();
    const outer = await bot.event('callback.received', (event) =>
      event.callback.actionIds.includes('outer'),
    );
    expect(outer.callback.params).toEqual({ who: 'outer' });
    expect(bot.eventsOf('callback.received')).toHaveLength(2);
  });
});
