import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/answer/answer.js';
import { systemClock } from '../../src/base/clock.js';
import { createHttpForwarder } from '../../src/platform/http-forwarder.js';
import { createProxy } from '../../src/platform/proxy.js';
import { createForwardDesk, type ForwardDeskSettings } from '../../src/session/forward-desk.js';
import {
  agreed,
  observed,
  openDesk,
  refused,
  response,
  settle,
  update,
} from '../support/forward-desk.js';
import { type ForwardListener, startForwardService } from '../support/forward-service.js';

describe('the health of the service', () => {
  it('is told when it changes: one late answer is forgiven, a second is not', async () => {
    const { desk, request, last, health, clock } = openDesk();
    const answer = async (afterMs: number) => {
      desk.begin(request());
      clock.advance(afterMs);
      await last().reply(response(200, agreed));
    };
    for (const afterMs of [5, 5, 2_000, 5, 2_000, 2_000, 2_000, 5]) await answer(afterMs);
    expect(health()).toEqual(['ok', 'slow', 'ok']);
  });

  it('is down as soon as a second attempt cannot reach it', async () => {
    const { desk, request, last, health, clock } = openDesk();
    desk.begin(request());
    await last().reply(refused);
    expect(health()).toEqual([]);
    clock.advance(100);
    await last().reply(refused);
    expect(health()).toEqual(['down']);
  });
});

describe('the end of the desk', () => {
  it('is the end of everything under way, and nothing begins afterwards', async () => {
    const { desk, request, attempts, outcomesOf, clock, closed } = openDesk();
    for (const id of ['a', 'b', 'c']) desk.begin(request(id));
    desk.close();
    desk.begin(request('d'));
    await settle();
    expect(attempts).toHaveLength(3);
    expect(attempts.every(({ options }) => options.signal?.aborted)).toBe(true);
    expect(closed()).toBe(1);
    expect(['a', 'b', 'c', 'd'].flatMap(outcomesOf)).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

describe('more callbacks than the service is given at once', () => {
  it('are given up while the ones before them can still be answered', async () => {
    const { desk, request, attempts, outcomesOf, told } = openDesk({ mostUnderWay: 2 });
    for (const id of ['a', 'b', 'c']) desk.begin(request(id));
    await settle();
    expect(attempts).toHaveLength(2);
    expect(outcomesOf('c')).toEqual(['gaveUp']);
    expect(told().at(-1)).toMatchObject({ exchangeId: 'c', outcome: 'unreachable' });
    await attempts[0]?.reply(response(200, agreed));
    desk.begin(request('d'));
    expect(attempts).toHaveLength(3);
  });

  it('take the place of the oldest one whose deadline has passed', async () => {
    const { desk, request, attempts, outcomesOf, clock } = openDesk({ mostUnderWay: 2 });
    desk.begin(request('fresh', 9_000));
    desk.begin(request('late'));
    clock.advance(2_000);
    desk.begin(request('new'));
    expect(attempts).toHaveLength(3);
    expect(outcomesOf('late')).toEqual(['gaveUp']);
    expect(attempts[1]?.options.signal?.aborted).toBe(true);
    await attempts[2]?.reply(response(200, agreed));
    expect(outcomesOf('new')).toEqual([update]);
    expect(outcomesOf('fresh')).toEqual([]);
  });
});

describe('a real service', () => {
  async function open(listener: ForwardListener, settings?: ForwardDeskSettings) {
    const service = await startForwardService(listener);
    onTestFinished(() => service.stop());
    const forwarder = createHttpForwarder({
      url: new URL(service.origin),
      clock: systemClock,
      proxy: createProxy({}),
    });
    const seen = observed(systemClock);
    const desk = createForwardDesk({ clock: systemClock, log: seen.log, forwarder }, settings);
    onTestFinished(() => desk.close());
    const run = (remainingMs = 1_700) =>
      new Promise<Answer | 'gaveUp'>((resolve) => {
        desk.begin({
          exchangeId: 'x',
          data: '{"userId":"manager01","userIdType":1}',
          remainingMs,
          decided: resolve,
          gaveUp: () => resolve('gaveUp'),
        });
      });
    const returned = () =>
      seen.log
        .since(0)
        .flatMap((event) => (event.type === 'callback.forwardReturned' ? [event.outcome] : []));
    return { ...seen, service, desk, run, returned };
  }

  it('decides by who tapped', async () => {
    const { run, service } = await open(({ body }) => {
      const { userId } = JSON.parse(body) as { userId: string };
      return { cardData: { cardParamMap: { status: `${userId} 已同意` } } };
    });
    expect(await run()).toEqual({
      kind: 'update',
      response: { cardData: { cardParamMap: { status: 'manager01 已同意' } } },
    });
    expect(service.callbacks[0]?.body).toBe('{"userId":"manager01"}');
  });

  it('that is busy once, then dies once, then answers, decides in time', async () => {
    let calls = 0;
    const { run, returned } = await open((_callback, reply) => {
      calls++;
      if (calls === 1) return void reply.writeHead(503).end('busy');
      if (calls === 2) return void reply.destroy();
      return {};
    });
    expect(await run()).toEqual({ kind: 'empty' });
    expect(returned()).toEqual(['retry', 'retry', 'answer']);
  });

  it('that answers after the deadline decides late', async () => {
    const { run, health } = await open((_callback, reply) => {
      systemClock.after(200, () => reply.end(agreed));
    });
    expect(await run(100)).toEqual(update);
    expect(health()).toEqual(['slow']);
  });

  it('that never answers is given up when patience ends', async () => {
    const { run, returned, health } = await open(() => undefined, { patienceMs: 150 });
    expect(await run(100)).toBe('gaveUp');
    expect(returned()).toEqual(['timeout']);
    expect(health()).toEqual(['slow', 'down']);
  });

  it('that is gone is tried to the end of the time', async () => {
    const { run, returned, health, service } = await open(() => ({}));
    await run();
    service.answer((_callback, _reply, request) => void request.socket.destroy());
    expect(await run(400)).toBe('gaveUp');
    expect(returned()).toEqual(['answer', 'retry', 'retry', 'unreachable']);
    expect(health()).toEqual(['ok', 'down']);
  });

  it('decides a hundred at the same time, each for itself', async () => {
    const { desk, service } = await open(({ body }) => {
      const { outTrackId } = JSON.parse(body) as { outTrackId: string };
      return { cardData: { cardParamMap: { outTrackId } } };
    });
    const ids = Array.from({ length: 100 }, (_, index) => `card${index}`);
    const answers = await Promise.all(
      ids.map(
        (outTrackId) =>
          new Promise<Answer>((decided, reject) => {
            const data = JSON.stringify({ outTrackId });
            const gaveUp = () => reject(new Error(outTrackId));
            desk.begin({ exchangeId: outTrackId, data, remainingMs: 10_000, decided, gaveUp });
          }),
      ),
    );
    expect(answers).toEqual(
      ids.map((outTrackId) => ({
        kind: 'update',
        response: { cardData: { cardParamMap: { outTrackId } } },
      })),
    );
    expect(service.callbacks).toHaveLength(100);
  });
});
