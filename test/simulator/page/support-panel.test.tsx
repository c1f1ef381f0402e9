import { expect, test } from 'vitest';
import { SupportPanel } from '../../../src/simulator/page/support-panel.js';
import { cardTemplateId, openPage, setExample } from '../../support/page-store.js';
import { createSimCard } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('it names the components that are drawn, and how well', async () => {
  const simulator = await useSimulator();
  setExample(simulator);
  const outTrackId = await createSimCard(simulator);
  const { html, card } = await openPage(simulator);
  await card(outTrackId);
  const panel = html(<SupportPanel outTrackId={outTrackId} />);
  expect(panel).toContain('CardHeaderV2');
  expect(panel).toMatch(/data-level="(full|partial)"/);
});

test('what was found is said in a sentence, with what to do', async () => {
  const simulator = await useSimulator();
  simulator.setTemplate({ cardTemplateId, status: 'published', exported: '[1' });
  const outTrackId = await createSimCard(simulator);
  const { html, card } = await openPage(simulator);
  await card(outTrackId);
  const panel = html(<SupportPanel outTrackId={outTrackId} />);
  expect(panel).toMatch(/data-severity="error"><strong>T1\d\d<\/strong> [^<]{4,}/);
});

test('without a file there is nothing to say', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator);
  const { html, card } = await openPage(simulator);
  await card(outTrackId);
  expect(html(<SupportPanel outTrackId={outTrackId} />)).toContain('没有模板');
});
