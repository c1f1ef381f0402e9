import { expect, test } from 'vitest';
import { QuestionBox } from '../../../src/simulator/page/question-box.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator as startSimulator } from '../../support/use-simulator.js';

async function page() {
  const { html, store } = await openPage(await startSimulator());
  return { shown: () => html(<QuestionBox />), questions: store.questions };
}

test('nothing is asked at first', async () => {
  expect((await page()).shown()).toBe('');
});

test('a confirmation has the words of its card', async () => {
  const { shown, questions } = await page();
  const dialog = { title: '确认同意？', message: '不能撤回', okText: '同意', cancelText: '' };
  void questions.ask<boolean>((settle) => ({ kind: 'confirm', dialog, settle }));
  expect(shown()).toMatch(/<dialog[^>]*aria-label="确认同意？".*不能撤回.*取消.*同意/);
});

test('a menu has its items', async () => {
  const { shown, questions } = await page();
  const items = [
    { text: '转交', description: '给别人' },
    { text: '删除', destructive: true },
  ];
  void questions.ask<number | undefined>((settle) => ({
    kind: 'menu',
    menu: { title: '更多', message: '', items },
    settle,
  }));
  expect([...shown().matchAll(/role="menuitem"/g)]).toHaveLength(2);
  expect(shown()).toContain('data-destructive="true"');
});

test('a page is named and never embedded, and only web addresses are links', async () => {
  const { shown, questions } = await page();
  const modal = (url: string) =>
    questions.ask<void>((settle) => ({ kind: 'modal', title: '详情', url, settle }));
  const first = modal('https://a.example/x');
  expect(shown()).toContain('href="https://a.example/x" target="_blank" rel="noopener noreferrer"');
  expect(shown()).not.toContain('<iframe');
  if (questions.current?.kind === 'modal') questions.current.settle();
  await first;
  void modal('dingtalk://dingtalkclient/x');
  expect(shown()).not.toContain('href');
});

test('a picture is loaded from the web or from its own data only', async () => {
  const { shown, questions } = await page();
  const picture = (url: string) =>
    questions.ask<void>((settle) => ({ kind: 'picture', url, settle }));
  const first = picture('https://a.example/x.png');
  expect(shown()).toContain('<img');
  if (questions.current?.kind === 'picture') questions.current.settle();
  await first;
  void picture('file:///etc/passwd');
  expect(shown()).not.toContain('<img');
});
