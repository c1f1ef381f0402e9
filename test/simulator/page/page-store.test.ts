import { expect, test, vi } from 'vitest';
import { openPage, setExample } from '../../support/page-store.js';
import {
  agreed,
  createSimCard,
  simGroup,
  simSingle,
  simWithCard,
  wrapped,
} from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('it begins with the first person and their first chat', async () => {
  const { store } = await openPage(await useSimulator());
  expect(store.read()).toMatchObject({
    link: 'open',
    place: { userId: 'manager01', conversationId: simGroup },
  });
});

test('a place that was kept is taken where it exists, else the nearest one', async () => {
  const simulator = await useSimulator();
  const there = { userId: 'manager01', conversationId: simSingle };
  expect((await openPage(simulator, there)).store.read().place).toMatchObject(there);
  const stranger = { userId: 'nobody', conversationId: simSingle };
  expect((await openPage(simulator, stranger)).store.read().place).toMatchObject({
    userId: 'manager01',
    conversationId: simGroup,
  });
  const elsewhere = { userId: 'user002', conversationId: simSingle };
  expect((await openPage(simulator, elsewhere)).store.read().place).toMatchObject({
    userId: 'user002',
    conversationId: simGroup,
  });
});

test('every move is kept for a reload, and a closed panel stays closed', async () => {
  const { store, kept } = await openPage(await useSimulator());
  store.go({ userId: 'user003', panel: 'data', outTrackId: 'o1' });
  expect(kept.at(-1)).toMatchObject({ userId: 'user003', panel: 'data', outTrackId: 'o1' });
  store.closePanel();
  expect(kept.at(-1)).not.toHaveProperty('panel');
  expect(store.read().place).toMatchObject({ outTrackId: 'o1' });
});

test('messages show up as they come', async () => {
  const simulator = await useSimulator();
  const { store } = await openPage(simulator);
  let told = 0;
  store.subscribe(() => told++);
  simulator.message({ userId: '张三', text: '报销' });
  await vi.waitFor(() => expect(store.chats?.entriesOf(simGroup)).toHaveLength(1));
  expect(told).toBeGreaterThan(0);
});

test('a card that changes is read again, for everybody it was shown as', async () => {
  const { simulator, outTrackId, client, tap } = await simWithCard();
  const { store, card } = await openPage(simulator);
  const keys = [await card(outTrackId), await card(outTrackId, 'user002')];
  const done = tap();
  const { headers } = await client.next();
  client.answer(headers['messageId'] ?? '', wrapped(agreed));
  await done;
  for (const key of keys) {
    await vi.waitFor(() =>
      expect(store.cards.get(key)).toMatchObject({ value: { view: { status: '已同意' } } }),
    );
  }
  expect(store.historyOf(outTrackId).at(-1)).toMatchObject({ kind: 'callback' });
});

test('a template that changes is read again, and its cards are drawn by it', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator);
  const { store, card } = await openPage(simulator);
  const key = await card(outTrackId);
  expect(store.live.get(key)).toBeUndefined();
  setExample(simulator);
  await vi.waitFor(() => expect(store.live.get(key)?.view().root?.kind).toBe('box'));
});

test('a setting that changes reaches the page', async () => {
  const simulator = await useSimulator();
  const { store } = await openPage(simulator);
  simulator.set({ callbackDeadlineMs: 50 });
  await vi.waitFor(() => expect(store.read().world?.settings.callbackDeadlineMs).toBe(50));
});

test('cards whose events are gone are found all the same', async () => {
  const simulator = await useSimulator();
  await createSimCard(simulator);
  const { store, link } = await openPage(simulator);
  link.missed(5);
  await vi.waitFor(() => expect(store.chats?.entriesOf(simGroup)).toHaveLength(1));
});

test('a page that may not ask says so', async () => {
  const simulator = await useSimulator();
  const { store, link } = await openPage(simulator);
  link.state('lost');
  expect(store.read().link).toBe('lost');
  await simulator.stop();
  await store.readWorld();
  expect(store.read().link).toBe('lost');
});
