import { expect, test, vi } from 'vitest';
import { childrenOf } from '../../../src/card/support.js';
import type { ViewNode } from '../../../src/card/view/view-node.js';
import { defaultSettings } from '../../../src/simulator/settings.js';
import { openPage, setExample } from '../../support/page-store.js';
import { agreed, simWithCard, wrapped } from '../../support/sim-card.js';

const data = {
  cardData: { cardParamMap: { title: '报销', status: '待处理', type: '差旅费' } },
};

/** The key of the button with this text. */
function button(root: ViewNode | undefined, text: RegExp): string {
  const all = (node: ViewNode): readonly ViewNode[] => [node, ...childrenOf(node).flatMap(all)];
  const found = root && all(root).find((node) => node.kind === 'button' && text.test(node.text));
  if (!found) throw new Error('there is no such button');
  return found.key;
}

async function approval() {
  const { simulator, outTrackId, client } = await simWithCard({}, data);
  setExample(simulator);
  const page = await openPage(simulator);
  const key = await page.card(outTrackId);
  const { live } = page.store;
  return { simulator, outTrackId, client, page, key, live };
}

test('a button sends what its template says, and the answer is in the view afterwards', async () => {
  const { client, key, live, simulator, outTrackId } = await approval();
  const acting = live.act(key, button(live.get(key)?.view().root, /同意/), { type: 'tap' });
  const { headers, data: sent } = await client.next();
  expect(sent).toContain('accept');
  client.answer(headers['messageId'] ?? '', wrapped(agreed));
  const effects = await acting;
  expect(effects).toMatchObject([
    { type: 'callback', reply: { ok: true, cardData: { status: '已同意' } } },
  ]);
  expect(live.get(key)?.data().cardData).toMatchObject({ status: '已同意' });
  expect(simulator.card(outTrackId, 'user002').view).toMatchObject({ status: '已同意' });
  expect(live.notesOf(outTrackId)).toMatchObject([{ userId: 'manager01', effects }]);
});

test('a callback nobody answers is a failure with its reason', async () => {
  const { simulator, key, live } = await approval();
  simulator.set({ callbackDeadlineMs: 30 });
  const effects = await live.act(key, button(live.get(key)?.view().root, /同意/), { type: 'tap' });
  expect(effects[0]).toMatchObject({ type: 'callback', reply: { ok: false, reason: 'expired' } });
});

test('switches reach every card', async () => {
  const { key, live, page } = await approval();
  const { switches } = page.store.read().place;
  page.store.go({ switches: { ...switches, width: 300, theme: 'dark' } });
  expect(live.get(key)?.view().evaluation.switches).toMatchObject({ width: 300, theme: 'dark' });
});

test('cards are made anew when a setting of cards changes, and only then', async () => {
  const { key, live, simulator, page } = await approval();
  const before = live.get(key);
  simulator.set({ callbackDeadlineMs: 1000 });
  await vi.waitFor(() => expect(page.store.read().world?.settings.callbackDeadlineMs).toBe(1000));
  expect(live.get(key)).toBe(before);
  live.setSettings({ ...defaultSettings(), unsetParam: 'null' });
  expect(live.get(key)).not.toBe(before);
  expect(live.get(key)?.view().evaluation.settings.unsetParam).toBe('null');
});

test('what is typed is kept by card and person', async () => {
  const { live } = await approval();
  live.draftsOf('a').write('form', { x: 1 });
  expect(live.draftsOf('a').read('form')).toEqual({ x: 1 });
  expect(live.draftsOf('b').read('form')).toEqual({});
});

test('a card that is not there does nothing', async () => {
  const { live } = await approval();
  expect(live.get('none')).toBeUndefined();
  expect(await live.act('none', 'x', { type: 'tap' })).toEqual([]);
});
