import { describe, expect, it } from 'vitest';
import type { SentCard } from '../../src/platform/card-client.js';
import { openSession, tapFrame } from '../support/session-harness.js';

describe('a session', () => {
  it('does nothing before it is started', () => {
    const one = openSession();
    expect([one.stream.started, one.types()]).toEqual([0, []]);
    one.session.start();
    expect(one.stream.started).toBe(1);
  });

  it('logs what the connection tells', () => {
    const one = openSession();
    one.listener.onState({ state: 'opening', connectionId: 'c1', attempt: 1 });
    one.listener.onState({ state: 'open', connectionId: 'c1', endpoint: 'h', tookMs: 1 });
    expect(one.types()).toEqual(['connection.opening', 'connection.opened']);
  });

  it('logs malformed frames without their secrets', () => {
    const one = openSession();
    const raw = '{"sessionWebhook":"https://x/robot/sendBySession?session=s3cr3t"';
    one.listener.onMalformed({ connectionId: 'c1', problem: 'not-json', detail: raw, raw });
    expect(one.eventsOf('frame.malformed')).toMatchObject([{ problem: 'not-json' }]);
    expect(JSON.stringify(one.events)).not.toContain('s3cr3t');
  });

  it('ends once: the connection is closed, the end is the last event', async () => {
    const one = openSession({ settings: { answerByHand: true } });
    const published: string[] = [];
    one.log.subscribe((events) => published.push(...events.map(({ type }) => type)));
    one.push(tapFrame());
    const ends = [one.session.stop('quit', 0), one.session.stop('again', 1)];
    await Promise.all(ends);
    expect(one.stream.stopped).toBe(1);
    expect(published).toEqual([
      'callback.received',
      'callback.answered',
      'connection.closed',
      'session.ended',
    ]);
    expect(one.eventsOf('session.ended')).toMatchObject([{ reason: 'quit', exitCode: 0 }]);
  });

  const card = {
    cardTemplateId: 't.schema',
    openSpaceId: 'dtv1.card//IM_GROUP.c',
    cardParamMap: {},
  };

  it('waits at its end for a card that is on its way', async () => {
    let answer: (sent: SentCard) => void = () => {};
    const answered = new Promise<SentCard>((resolve) => {
      answer = resolve;
    });
    const one = openSession({ createAndDeliver: () => answered });
    const sending = one.session.commands.sendCard({ ...card, outTrackId: 'track1' });
    const stopping = one.session.stop('quit', 0);
    await one.settle();
    expect(one.types()).not.toContain('session.ended');
    answer({ outTrackId: 'track1', deliverResults: [] });
    await Promise.all([sending, stopping]);
    expect(one.types().slice(-2)).toEqual(['card.created', 'session.ended']);
    expect(one.clock.pending).toBe(0);
  });

  it('waits a second for it and then says that nobody knows what became of it', async () => {
    const one = openSession({ createAndDeliver: () => new Promise(() => {}) });
    void one.session.commands.sendCard({ ...card, outTrackId: 'track1' });
    const stopping = one.session.stop('quit', 0);
    await one.settle();
    one.clock.advance(1000);
    await stopping;
    expect(one.events.slice(-2)).toMatchObject([
      { type: 'card.uncertain', outTrackId: 'track1' },
      { type: 'session.ended' },
    ]);
  });

  it('says when it ended even if the connection does not close as it should', async () => {
    const one = openSession();
    const { listener } = one;
    listener.onState = () => {
      throw new Error('closing failed');
    };
    await expect(one.session.stop('quit', 0)).rejects.toThrow('closing failed');
    expect(one.types().at(-1)).toBe('session.ended');
  });

  const pin = { name: 'accept', action: 'accept' };

  it('says where an answer was pinned', () => {
    const outcome = { ok: true, file: '/p/rules.yaml', rule: 'accept-2', line: 7 } as const;
    const one = openSession({ deps: { pinRule: () => outcome } });
    expect(one.session.commands.pin(pin)).toEqual(outcome);
    const { file, rule, line } = outcome;
    expect(one.eventsOf('rules.pinned')).toMatchObject([{ file, rule, line }]);
  });

  it('says why an answer cannot be pinned, and nothing in the log', () => {
    const refused = { ok: false, code: 'E1004', detail: 'read-only' } as const;
    const one = openSession({ deps: { pinRule: () => refused } });
    expect(one.session.commands.pin(pin)).toEqual(refused);
    expect(openSession().session.commands.pin(pin)).toMatchObject({ ok: false, code: 'E1005' });
    expect(one.types()).toEqual([]);
  });
});
