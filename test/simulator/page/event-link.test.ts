import { expect, test } from 'vitest';
import { systemClock } from '../../../src/base/clock.js';
import { systemIds } from '../../../src/base/ids.js';
import { builtPage } from '../../../src/simulator/assets.js';
import { Simulator } from '../../../src/simulator/simulator.js';
import { sharedBrowser } from '../../support/browser.js';
import { buildOnce } from '../../support/run-program.js';
import { useSimulator } from '../../support/use-simulator.js';

const browser = sharedBrowser();

test('what happened before the page was opened is there, what happens later comes', async () => {
  buildOnce();
  const simulator = await useSimulator({ page: builtPage() });
  simulator.message({ userId: 'user002', text: '之前' });
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByRole('log').getByText('之前').waitFor();
  simulator.message({ userId: 'user002', text: '之后' });
  await page.getByRole('log').getByText('之后').waitFor();
  expect(await page.getByRole('log').getByText('之前').count()).toBe(1);
});

test('a simulator that ends is missed; another one in its place lets nobody in', async () => {
  buildOnce();
  const simulator = await useSimulator({ page: builtPage() });
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByRole('log').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await simulator.stop();
  await page.getByRole('alert').getByText('正在重连').waitFor();
  const port = Number(new URL(simulator.origin).port);
  const next = new Simulator({ clock: systemClock, ids: systemIds, port, page: builtPage() });
  try {
    await next.start();
    await page.getByRole('alert').getByText('dtcard sim --open').waitFor({ timeout: 15_000 });
  } finally {
    await next.stop();
  }
});
