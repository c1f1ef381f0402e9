import { describe, expect, it } from 'vitest';
import { chatStories } from '../support/chat-story.js';

const stories = chatStories();

describe('private data', () => {
  it('is seen by whom it is of, and by nobody else: two viewers side by side', async () => {
    const { ask, page } = await stories.begin();
    const card = await ask('中午吃什么');
    await card.getByRole('button', { name: '投 黄焖鸡' }).waitFor();
    await page.getByRole('button', { name: '检查' }).last().click();
    await page.getByRole('tab', { name: '多人视角' }).click();
    const seenBy = (name: string) => page.getByRole('region', { name: `${name} 看到的` });
    await seenBy('张三').getByRole('button', { name: '投 黄焖鸡' }).click();
    await seenBy('张三').getByText('已投').waitFor();
    expect(await seenBy('张三').getByRole('button', { name: /^投/ }).count()).toBe(0);
    await seenBy('李四').getByRole('button', { name: '投 牛肉面' }).click();
    await seenBy('李四').getByText('已投').waitFor();
    expect(await seenBy('张三').getByText('已投').count()).toBe(1);
    expect(await seenBy('王五').getByRole('button', { name: /^投/ }).count()).toBe(3);
    expect(await seenBy('王五').getByText('已投').count()).toBe(0);
    // The chat shows the same card through the eyes of 张三.
    await card.getByText('已投').waitFor();
  });

  it('is there in another window and after loading again; what was only opened is not', async () => {
    const { ask, page, card, openAgain } = await stories.begin();
    await ask('中午吃什么');
    await card.getByRole('button', { name: '展开说明' }).click();
    await card.getByText('楼下新开').waitFor();
    await card.getByRole('button', { name: '投 沙拉' }).click();
    await card.getByText('已投').waitFor();
    const again = await openAgain();
    const other = again.getByRole('log').locator('.dt-card').last();
    await other.getByText('已投').waitFor();
    expect(await other.getByText('楼下新开').count()).toBe(0);
    await page.reload();
    await card.getByText('已投').waitFor();
    expect(await card.getByText('楼下新开').count()).toBe(0);
  });
});
