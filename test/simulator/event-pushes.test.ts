import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { connect } from '../support/stream-client.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const minute = 60_000;

async function simWithClient() {
  const clock = new ManualClock();
  const simulator = await startSimulator({ clock, settings: { pingIntervalMs: 0 } });
  const client = await connect(simulator);
  return { clock, simulator, client };
}

describe('an EVENT', () => {
  it('S12 S14 has the topic * and five event headers, all strings', async () => {
    const { simulator, client } = await simWithClient();
    const pushed = simulator.pushEvent('user_add_org', { userId: ['0150000227'] });
    const frame = await client.next();
    expect(frame.type).toBe('EVENT');
    expect(frame.headers).toEqual({
      appId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      connectionId: simulator.connections()[0]?.connectionId,
      contentType: 'application/json',
      messageId: expect.any(String) as string,
      time: expect.stringMatching(/^\d{13}$/) as string,
      topic: '*',
      eventType: 'user_add_org',
      eventId: pushed.eventId,
      eventCorpId: 'dingsimulatorcorp0001',
      eventBornTime: expect.stringMatching(/^\d{13}$/) as string,
      eventUnifiedAppId: expect.any(String) as string,
    });
    expect(frame.data).toBe('{"userId":["0150000227"]}');
  });

  it('S28 is done with SUCCESS, with Python’s echo and with no data', async () => {
    for (const data of ['{"status": "SUCCESS"}', '{"userId": ["0150000227"]}', undefined]) {
      const { clock, simulator, client } = await simWithClient();
      simulator.pushEvent('user_add_org', {});
      client.answer((await client.next()).headers['messageId'] ?? '', data);
      await expect
        .poll(() => simulator.events().at(-1))
        .toMatchObject({ type: 'event.answered', done: true });
      clock.advance(10 * minute);
      expect(simulator.events().filter((event) => event.type === 'event.sent')).toHaveLength(1);
    }
  });

  it('S28 comes again with the same eventId after LATER, another code, and silence', async () => {
    const { clock, simulator, client } = await simWithClient();
    const { eventId } = simulator.pushEvent('user_add_org', {});
    const first = await client.next();
    client.answer(first.headers['messageId'] ?? '', '{"status":"LATER"}');
    await expect.poll(() => simulator.acks.end).toBe(1);
    clock.advance(minute);
    const second = await client.next();
    client.answer(second.headers['messageId'] ?? '', '{"status":"SUCCESS"}', 500);
    await expect.poll(() => simulator.acks.end).toBe(2);
    clock.advance(minute);
    await client.next();
    clock.advance(minute);
    const fourth = await client.next();
    clock.advance(10 * minute);
    const sent = simulator.events().filter((event) => event.type === 'event.sent');
    expect(sent.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(new Set(client.frames.map(({ headers }) => headers['eventId']))).toEqual(
      new Set([eventId]),
    );
    client.answer(fourth.headers['messageId'] ?? '', '{"status":"SUCCESS"}');
  });

  it('waits for a connection that subscribes it', async () => {
    const clock = new ManualClock();
    const simulator = await startSimulator({ clock, settings: { pingIntervalMs: 0 } });
    const pushed = simulator.pushEvent('user_add_org', {});
    expect(pushed).toMatchObject({ sent: false, reason: 'no-connection' });
    const client = await connect(simulator);
    clock.advance(minute);
    expect((await client.next()).headers['eventId']).toBe(pushed.eventId);
  });
});
