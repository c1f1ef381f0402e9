import { expect, test } from 'vitest';
import { App } from '../../../src/simulator/page/app.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('people and chats are on one side, the flow and the input in the middle', async () => {
  const { html } = await openPage(await useSimulator());
  const page = html(<App />);
  for (const part of ['role="listbox"', 'role="log"', '<textarea', '<nav', '<main']) {
    expect(page).toContain(part);
  }
  expect(page).toContain('lang="zh"');
  expect(page).not.toContain('<aside');
});

test('the theme of cards is the theme of the page', async () => {
  const { html, store } = await openPage(await useSimulator());
  const { switches } = store.read().place;
  expect(html(<App />)).toContain('class="page" data-theme="light"');
  store.go({ switches: { ...switches, theme: 'dark' } });
  expect(html(<App />)).toContain('class="page" data-theme="dark"');
});
