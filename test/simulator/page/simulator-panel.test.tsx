import { expect, test } from 'vitest';
import { SimulatorPanel } from '../../../src/simulator/page/simulator-panel.js';
import { settingDefinitions } from '../../../src/simulator/settings.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('every setting is there, with what it is set to', async () => {
  const simulator = await useSimulator({ settings: { answerCardData: 'clicker' } });
  const { html, world } = await openPage(simulator);
  const panel = html(<SimulatorPanel world={world} />);
  for (const name of Object.keys(settingDefinitions)) {
    expect(panel).toContain(`<code>${name}</code>`);
  }
  expect(panel).toContain('<option selected="">clicker</option>');
  expect(panel).toContain('没有故障');
});
