import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { SimEvent } from '../../src/simulator/sim-event.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { agreed, simWithCard, wrapped } from '../support/sim-card.js';

/** A callback under way, on a clock that only moves when told to. */
async function tapped(settings: object = {}) {
  const clock = new ManualClock();
  const { simulator, client, tap, view, outTrackId } = await simWithCard({ clock, settings });
  const events: SimEvent[] = [];
  simulator.subscribe((event) => events.push(event));
  const result = tap();
  const frame = await client.next();
  const messageId = frame.headers['messageId'] ?? '';
  const seen = () => events.map(({ type }) => type).filter((type) => type.startsWith('callback.'));
  return { clock, simulator, client, view, outTrackId, result, messageId, seen, events };
}

async function post(simulator: Simulator, messageId: string, what: string) {
  const path = `/_dtcard/callbacks/${encodeURIComponent(messageId)}/${what}`;
  const answer = await fetch(simulator.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
}

describe('a held callback', () => {
  it('waits past its deadline, and its answer is applied', async () => {
    const { clock, simulator, client, view, result, messageId, seen } = await tapped();
    expect(simulator.holdCallback(messageId)).toEqual({ ok: true });
    clock.advance(600_000);
    client.answer(messageId, wrapped(agreed));
    expect(await result).toMatchObject({ outcome: 'answered', applied: true, tookMs: 600_000 });
    expect(view('manager01')).toMatchObject({ status: '已同意' });
    expect(seen()).toEqual(['callback.sent', 'callback.held', 'callback.answered']);
  });

  it('expires when it is released and its time is over', async () => {
    const { clock, simulator, result, messageId, events, outTrackId } = await tapped();
    clock.advance(500);
    simulator.holdCallback(messageId);
    clock.advance(60_000);
    expect(simulator.releaseCallback(messageId)).toEqual({ ok: true });
    clock.advance(1500);
    expect(await result).toMatchObject({ outcome: 'expired', afterMs: 62_000 });
    const who = { messageId, outTrackId, userId: 'manager01' };
    expect(events).toContainEqual(expect.objectContaining({ type: 'callback.held', ...who }));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'callback.released', ...who, remainingMs: 1500 }),
    );
  });

  it('expires when its connection closes', async () => {
    const { simulator, client, result, messageId, seen } = await tapped();
    simulator.holdCallback(messageId);
    client.socket.terminate();
    expect(await result).toMatchObject({ outcome: 'expired' });
    expect(seen()).toEqual(['callback.sent', 'callback.held', 'callback.expired']);
  });

  it('is undeliverable when the simulator stops', async () => {
    const { simulator, result, messageId } = await tapped();
    simulator.holdCallback(messageId);
    await simulator.stop();
    expect(await result).toMatchObject({ outcome: 'undeliverable', reason: 'simulator-stopped' });
  });

  it('is not delivered again while it is held', async () => {
    const { clock, simulator, client, messageId, result } = await tapped({
      redeliverAfterMs: 2000,
    });
    simulator.holdCallback(messageId);
    clock.advance(60_000);
    client.answer(messageId, wrapped(agreed));
    await result;
    clock.advance(60_000);
    const deliveries = client.frames.filter(({ type }) => type === 'CALLBACK');
    expect(deliveries).toHaveLength(1);
  });

  it('is delivered again once it was released and expired; that delivery cannot be held', async () => {
    const { clock, simulator, client, messageId, result } = await tapped({
      redeliverAfterMs: 2000,
    });
    simulator.holdCallback(messageId);
    clock.advance(60_000);
    simulator.releaseCallback(messageId);
    clock.advance(2000);
    await result;
    clock.advance(0);
    const again = await client.next('/v1.0/card/instances/callback');
    const secondId = again.headers['messageId'] ?? '';
    expect(secondId).not.toBe(messageId);
    expect(simulator.holdCallback(secondId)).toEqual({ ok: false, reason: 'expired' });
  });
});

describe('the control API', () => {
  it('holds and releases, and says why not', async () => {
    const { clock, simulator, result, messageId } = await tapped();
    expect(await post(simulator, messageId, 'release')).toMatchObject({ status: 409 });
    expect(await post(simulator, messageId, 'hold')).toEqual({ status: 200, body: { messageId } });
    expect(await post(simulator, messageId, 'hold')).toMatchObject({
      status: 409,
      body: { error: { code: 'held' } },
    });
    expect(await post(simulator, messageId, 'release')).toMatchObject({ status: 200 });
    clock.advance(2000);
    await result;
    expect(await post(simulator, messageId, 'hold')).toMatchObject({
      status: 409,
      body: { error: { code: 'expired' } },
    });
    expect(await post(simulator, 'no/such id', 'hold')).toEqual({
      status: 404,
      body: {
        error: { code: 'unknown-callback', message: 'no callback has the messageId no/such id' },
      },
    });
  });

  it('says of an answered callback that it is answered', async () => {
    const { simulator, client, result, messageId } = await tapped();
    client.answer(messageId, wrapped({}));
    await result;
    expect(await post(simulator, messageId, 'hold')).toMatchObject({
      status: 409,
      body: { error: { code: 'answered' } },
    });
  });
});

describe('the setting deliverTwice', () => {
  it('same: the copy has the same messageId, and one answer is taken', async () => {
    const { client, result, messageId, events } = await tapped({ deliverTwice: 'same' });
    const copy = await client.next();
    expect([copy.headers['messageId'], copy.data]).toEqual([messageId, client.frames[0]?.data]);
    client.answer(messageId, wrapped(agreed));
    client.answer(messageId, wrapped(agreed));
    expect(await result).toMatchObject({ outcome: 'answered', applied: true });
    expect(events.filter(({ type }) => type === 'callback.answered')).toHaveLength(1);
  });

  it('new: the copy has another messageId, and its answer changes nothing', async () => {
    const { client, result, messageId, events } = await tapped({ deliverTwice: 'new' });
    const copy = await client.next();
    const copyId = copy.headers['messageId'] ?? '';
    expect([copyId === messageId, copy.data]).toEqual([false, client.frames[0]?.data]);
    client.answer(copyId, wrapped(agreed));
    client.answer(messageId, wrapped({}));
    expect(await result).toMatchObject({ outcome: 'answered', messageId, viewers: [] });
    expect(events.filter(({ type }) => type === 'card.changed')).toEqual([]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'callback.late', messageId: copyId }),
    );
  });

  it('concerns messages too', async () => {
    const { simulator, client } = await simWithCard({ settings: { deliverTwice: 'same' } });
    simulator.message({ userId: '张三', text: '你好' });
    const first = await client.next();
    const copy = await client.next();
    expect([copy.headers['messageId'], copy.data]).toEqual([
      first.headers['messageId'],
      first.data,
    ]);
  });
});
