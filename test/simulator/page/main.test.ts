import { expect, test } from 'vitest';
import { builtPage } from '../../../src/simulator/assets.js';
import { sharedBrowser } from '../../support/browser.js';
import { buildOnce } from '../../support/run-program.js';
import { useSimulator } from '../../support/use-simulator.js';

const browser = sharedBrowser();

test('the page takes language and theme from the browser, and both can be changed', async () => {
  buildOnce();
  const simulator = await useSimulator({ page: builtPage() });
  const page = await browser.open({ locale: 'en-US', colorScheme: 'dark' });
  await page.goto(simulator.pageUrl());
  await page.getByLabel('Message to the bot').waitFor();
  const theme = () => page.locator('.page').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.getByRole('button', { name: 'Dark' }).click();
  expect(await theme()).toBe('light');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByLabel('给机器人的消息').waitFor();
});

test('the page asks nobody but its simulator', async () => {
  buildOnce();
  const simulator = await useSimulator({ page: builtPage() });
  const page = await browser.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(simulator.pageUrl());
  await page.getByRole('log').waitFor();
  expect(asked.length).toBeGreaterThan(3);
  expect(
    asked.filter((url) => !url.startsWith(simulator.origin) && !url.startsWith('data:')),
  ).toEqual([]);
});
