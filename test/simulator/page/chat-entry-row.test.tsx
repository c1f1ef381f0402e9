import { expect, test } from 'vitest';
import { ChatEntryRow } from '../../../src/simulator/page/chat-entry-row.js';
import type { ChatEntry } from '../../../src/simulator/page/chat-log.js';
import { openPage } from '../../support/page-store.js';
import { createSimCard, toRobotChat } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

const message: ChatEntry = {
  kind: 'message',
  key: '1',
  atMs: 0,
  userId: 'user002',
  text: '<img src=x onerror=alert(1)>',
  delivered: false,
};

test('what somebody wrote is text, on their side, and said not to have arrived', async () => {
  const { html, world } = await openPage(await useSimulator());
  const row = html(<ChatEntryRow entry={message} world={world} />);
  expect(row).toContain('&lt;img src=x');
  expect(row).not.toContain('<img');
  expect(row).toContain('data-own="false"');
  expect(row).toContain('没有送达');
  const own = { ...message, userId: 'manager01', delivered: true };
  const mine = html(<ChatEntryRow entry={own} world={world} />);
  expect(mine).toContain('data-own="true"');
  expect(mine).not.toContain('没有送达');
});

test('a card has a button to look into it, for those it was delivered to', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator, toRobotChat);
  const { html, world, card, store } = await openPage(simulator);
  const entry: ChatEntry = { kind: 'card', key: '2', atMs: 0, outTrackId, topbox: false };
  await card(outTrackId);
  await card(outTrackId, 'user002');
  expect(html(<ChatEntryRow entry={entry} world={world} />)).toContain('>检查<');
  store.go({ userId: 'user002' });
  expect(html(<ChatEntryRow entry={entry} world={world} />)).not.toContain('>检查<');
});
