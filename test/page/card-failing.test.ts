import { expect, it } from 'vitest';
import { chatStories } from '../support/chat-story.js';

const stories = chatStories();

it('a component that throws takes only its own place; the rest can be used', async () => {
  const { ask, page, bot } = await stories.begin({
    setUp: () => {
      const { value } = Object.getOwnPropertyDescriptor(Document.prototype, 'createElement') ?? {};
      Document.prototype.createElement = new Proxy(value as Document['createElement'], {
        apply: (create, document, [name]: [string]) => {
          if (name === 'hr') throw new Error('no rules');
          return Reflect.apply(create, document, [name]);
        },
      });
    },
  });
  const card = await ask('报销');
  await card.getByRole('note').filter({ hasText: 'Divider · 绘制失败' }).waitFor();
  await card.getByText('金额：1000.0 元').waitFor();
  await card.getByRole('button', { name: '同意' }).click();
  await card.getByText('已同意').waitFor();
  expect(bot.eventsOf('callback.received')).toHaveLength(1);
  await page.getByRole('textbox', { name: '给机器人的消息' }).waitFor();
});
