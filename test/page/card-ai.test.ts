import { describe, expect, it } from 'vitest';
import { chatStories } from '../support/chat-story.js';

const stories = chatStories();

describe('an AI card', () => {
  it('waits, grows while it is written, and is finished', async () => {
    const { ask, simulator, bot } = await stories.begin({
      rules: `
version: 1
rules:
  - name: ask
    on: message
    send:
      template: 0c9d7b52-3e41-4c8a-8f6e-7d2a1b5c4e90.schema
      data: { flowStatus: 1, question: 补多少？ }
`,
    });
    const card = await ask('多少');
    await card.getByRole('status', { name: '生成中' }).waitFor();
    const outTrackId = simulator.cards().at(-1)?.outTrackId ?? '';
    const stream = (content: string, isFinalize = false) =>
      bot.session.commands.streamCard({
        outTrackId,
        key: 'content',
        content,
        isFull: true,
        isFinalize,
      });
    await stream('每天 **120 元**');
    await card.getByText('120 元').waitFor();
    await card.getByRole('status', { name: '正在输入' }).waitFor();
    expect(await card.getByRole('listitem').count()).toBe(0);
    await stream('每天 **120 元**\n\n- 一类\n- 二类');
    await card.getByRole('listitem').nth(1).waitFor();
    await stream('每天 **120 元**\n\n- 一类\n- 二类\n- 三类', true);
    await card.getByRole('listitem').nth(2).waitFor();
    await card.getByRole('button', { name: '赞', exact: true }).waitFor();
    await card.getByText('内容由AI生成').waitFor();
    expect(await card.getByRole('status').count()).toBe(0);
  });

  it('of the demo streams by itself', async () => {
    const { ask } = await stories.begin();
    const card = await ask('补多少');
    await card.getByText('其他 80').waitFor();
    await card.getByRole('button', { name: '赞', exact: true }).waitFor();
  });
});
