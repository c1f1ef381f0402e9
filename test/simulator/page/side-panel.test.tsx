import { expect, test } from 'vitest';
import { panelNames } from '../../../src/simulator/page/page-place.js';
import { SidePanel } from '../../../src/simulator/page/side-panel.js';
import { openPage } from '../../support/page-store.js';
import { createSimCard } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('it is closed until it is asked for', async () => {
  const { html, world } = await openPage(await useSimulator());
  expect(html(<SidePanel world={world} />)).toBe('');
});

test('its tabs are there, and one is chosen', async () => {
  const { html, world } = await openPage(await useSimulator(), { panel: 'view' });
  const panel = html(<SidePanel world={world} />);
  expect([...panel.matchAll(/role="tab"/g)]).toHaveLength(panelNames.length);
  expect(panel).toMatch(/id="tab-view" aria-selected="true"/);
  expect(panel).toContain('role="tabpanel" aria-labelledby="tab-view"');
});

test('what is about a card asks for one, and names it', async () => {
  const simulator = await useSimulator();
  const { html, world, store } = await openPage(simulator, { panel: 'events' });
  expect(html(<SidePanel world={world} />)).toContain('先在聊天里选一张卡片');
  const outTrackId = await createSimCard(simulator);
  store.go({ outTrackId });
  for (const panel of panelNames) {
    store.go({ panel });
    const shown = html(<SidePanel world={world} />);
    expect(shown.includes(outTrackId)).toBe(panel !== 'view' && panel !== 'simulator');
  }
});
