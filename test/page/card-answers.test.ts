import { expect, it } from 'vitest';
import { chatStories } from '../support/chat-story.js';

const stories = chatStories();

const rules = (answer: string) => `
version: 1
rules:
  - name: send
    on: message
    send:
      template: dac1dbec-55af-40c3-be91-6d6882ef3b66.schema
      data: { title: 差旅报销, status: 待处理 }
  - name: any
    on: callback
    ${answer}
`;

async function tapped(answer: string, settings = {}) {
  const { ask, page } = await stories.begin({ rules: rules(answer), settings });
  const card = await ask('来');
  await card.getByRole('button', { name: '同意' }).click();
  await page.getByRole('button', { name: '检查', exact: true }).click();
  return page.getByRole('list', { name: '事件' }).locator('> li').filter({ hasText: '张三 点击' });
}

it('an answer for the clicker that replaces: what they saw before, what became empty, who does not see it', async () => {
  const step = await tapped(
    'answer: { updateCardDataByKey: false, cardData: { status: 已同意 } }',
    { answerCardData: 'clicker' },
  );
  await step.getByRole('row', { name: 'status 待处理 已同意' }).waitFor();
  await step.getByRole('row', { name: 'title 差旅报销 变空' }).waitFor();
  await step.getByText('其他人: 看不到变化').waitFor();
  expect(await step.getByText('没有变化').count()).toBe(0);
});

it('an answer with private data only shows no table of public data', async () => {
  const step = await tapped('answer: { userPrivateData: { mine: "1" } }');
  await step.getByRole('row', { name: 'mine – 1' }).waitFor();
  await step.getByText('其他人: 看不到变化').waitFor();
  expect(await step.getByText('公有数据', { exact: true }).count()).toBe(0);
});

it('a failure is no acknowledgement', async () => {
  const step = await tapped('fail: { code: 500, message: broken }');
  await step.getByText('以失败应答（code 500').waitFor();
  expect(await step.locator('[data-outcome="refused"]').count()).toBe(1);
});
