import { expect, test } from 'vitest';
import { ViewPanel } from '../../../src/simulator/page/view-panel.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('every circumstance can be switched, and shows how it stands', async () => {
  const { html, store } = await openPage(await useSimulator());
  const { switches } = store.read().place;
  store.go({ switches: { ...switches, platform: 'ios', width: 300, flowStatus: '5' } });
  const panel = html(<ViewPanel />);
  expect([...panel.matchAll(/<label/g)]).toHaveLength(7);
  for (const chosen of ['ios', '5']) {
    expect(panel).toContain(`<option value="${chosen}" selected="">`);
  }
  expect(panel).toContain('300 px');
});
