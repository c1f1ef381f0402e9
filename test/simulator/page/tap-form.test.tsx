import { expect, test } from 'vitest';
import { builtPage } from '../../../src/simulator/assets.js';
import { TapForm } from '../../../src/simulator/page/tap-form.js';
import { sharedBrowser } from '../../support/browser.js';
import { openPage } from '../../support/page-store.js';
import { buildOnce } from '../../support/run-program.js';
import { createSimCard } from '../../support/sim-card.js';
import { connect } from '../../support/stream-client.js';
import { useSimulator } from '../../support/use-simulator.js';

const browser = sharedBrowser();

test('nothing can be sent before there is an actionId', async () => {
  const { html } = await openPage(await useSimulator());
  const form = html(<TapForm outTrackId="o1" userId="manager01" />);
  expect(form).toMatch(/<button type="submit"[^>]*disabled=""/);
});

test('a card without a template file can be touched by hand', async () => {
  buildOnce();
  const simulator = await useSimulator({ page: builtPage() });
  await createSimCard(simulator);
  const client = await connect(simulator);
  const page = await browser.open();
  await page.goto(simulator.pageUrl());
  await page.getByText('手动发送回调').click();
  await page.getByLabel('actionId').fill('btn_agree');
  await page.getByLabel('params').fill('{"action":"agree"}');
  await page.getByLabel('params').press('Tab');
  await page.keyboard.press('Enter');
  const { data } = await client.next();
  expect(data).toContain('btn_agree');
  expect(data).toContain('agree');
});
