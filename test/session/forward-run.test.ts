import { describe, expect, it, vi } from 'vitest';
import type { ForwardReply } from '../../src/platform/callback-forwarder.js';
import {
  agreed,
  openDesk,
  refused,
  response,
  settle,
  update,
  url,
} from '../support/forward-desk.js';

describe('a callback handed to the service', () => {
  it('goes with its data as it came, and is decided by what comes back', async () => {
    const { desk, request, last, outcomesOf, told, clock } = openDesk();
    desk.begin(request('x', 1_700, '{"userId": "u" }'));
    expect(last().data).toBe('{"userId": "u" }');
    expect(outcomesOf()).toEqual([]);
    await last().reply(response(200, agreed));
    expect(outcomesOf()).toEqual([update]);
    expect(told()).toEqual([
      { type: 'callback.forwarded', exchangeId: 'x', url, attempt: 1 },
      {
        type: 'callback.forwardReturned',
        exchangeId: 'x',
        attempt: 1,
        outcome: 'answer',
        tookMs: 7,
        status: 200,
      },
      { type: 'forward.health', url, state: 'ok' },
    ]);
    expect(clock.pending).toBe(0);
  });

  it('may be answered empty, and with findings', async () => {
    const { desk, request, last, outcomesOf, told } = openDesk();
    desk.begin(request('empty'));
    await last().reply(response(204));
    expect(outcomesOf('empty')).toEqual([{ kind: 'empty' }]);
    desk.begin(request('odd'));
    await last().reply(response(200, '{"cardData":{"cardParamMap":{"n":1}}}'));
    await vi.waitFor(() => expect(outcomesOf('odd')).toHaveLength(1));
    expect(outcomesOf('odd')).toMatchObject([
      { kind: 'update', response: { cardData: { cardParamMap: { n: '1' } } } },
    ]);
    expect(told().at(-1)).toMatchObject({ outcome: 'answer', detail: expect.stringMatching(/n /) });
  });

  it.each([
    [response(404), 'status', 'HTTP 404'],
    [response(500, agreed), 'status', 'HTTP 500'],
    [response(302), 'status', 'HTTP 302: redirects are not followed'],
    [response(200, '<html>'), 'nonsense', 'not JSON: <html>'],
    [{ ...response(200, agreed), isCut: true } as ForwardReply, 'nonsense', 'longer than 1 MiB'],
    [{ kind: 'timeout', tookMs: 30_000 } as ForwardReply, 'timeout', 'no answer within 30000 ms'],
  ])('is given up at once after %j', async (reply, outcome, detail) => {
    const { desk, request, attempts, last, outcomesOf, told, health, clock } = openDesk();
    desk.begin(request());
    await last().reply(reply);
    // What is wrong with an answer is looked up when one is wrong.
    await vi.waitFor(() => expect(outcomesOf()).toEqual(['gaveUp']));
    clock.advance(60_000);
    await settle();
    expect(attempts).toHaveLength(1);
    expect(outcomesOf()).toEqual(['gaveUp']);
    expect(told()[1]).toMatchObject({ outcome, detail });
    expect(health()).toEqual(['down']);
    expect(clock.pending).toBe(0);
  });

  it.each([refused, response(502), response(503), response(504)])(
    'is tried again while there is time after %j',
    async (reply) => {
      const { desk, request, attempts, last, outcomesOf, told, clock } = openDesk();
      const startMs = clock.now();
      const begunAt: number[] = [];
      desk.begin(request());
      for (let made = 1; made === attempts.length; made++) {
        begunAt.push(clock.now() - startMs);
        await last().reply(reply);
        for (let ms = 0; ms < 2_000 && attempts.length === made; ms += 100) clock.advance(100);
      }
      expect(begunAt).toEqual([0, 100, 300, 700, 1_500]);
      expect(outcomesOf()).toEqual(['gaveUp']);
      const returned = told().flatMap((event) =>
        event.type === 'callback.forwardReturned' ? [`${event.attempt} ${event.outcome}`] : [],
      );
      const last5 = reply.kind === 'unreachable' ? 'unreachable' : 'status';
      expect(returned).toEqual(['1 retry', '2 retry', '3 retry', '4 retry', `5 ${last5}`]);
    },
  );

  it('is decided by a second attempt, which leaves the health as it was', async () => {
    const { desk, request, last, outcomesOf, health, clock } = openDesk();
    desk.begin(request());
    await last().reply(response(503));
    clock.advance(100);
    await last().reply(response(200, agreed));
    expect(outcomesOf()).toEqual([update]);
    expect(health()).toEqual(['ok']);
  });

  it('is not tried again after the deadline, when the attempt ended late', async () => {
    const { desk, request, attempts, last, outcomesOf, clock } = openDesk();
    desk.begin(request());
    clock.advance(1_650);
    await last().reply(refused);
    clock.advance(60_000);
    expect(attempts).toHaveLength(1);
    expect(outcomesOf()).toEqual(['gaveUp']);
  });

  it('is not even begun when no time is left, and given up in the next turn', async () => {
    const { desk, request, attempts, outcomesOf, told } = openDesk();
    desk.begin(request('x', 10));
    expect(outcomesOf()).toEqual([]);
    await settle();
    expect(outcomesOf()).toEqual(['gaveUp']);
    expect(attempts).toEqual([]);
    expect(told()).toMatchObject([{ type: 'callback.forwardReturned', outcome: 'timeout' }]);
  });

  it('is listened to after the deadline: a late answer is a decision', async () => {
    const { desk, request, last, outcomesOf, health, clock } = openDesk({ patienceMs: 5_000 });
    desk.begin(request());
    expect(last().options.timeoutMs).toBe(5_000);
    clock.advance(4_000);
    expect(outcomesOf()).toEqual([]);
    expect(health()).toEqual(['slow']);
    await last().reply(response(200, agreed));
    expect(outcomesOf()).toEqual([update]);
    expect(health()).toEqual(['slow']);
  });
});

describe('what is ended', () => {
  it('tells neither of the two, whatever still comes', async () => {
    const { desk, request, attempts, last, outcomesOf, told, clock } = openDesk();
    const cancel = desk.begin(request());
    cancel();
    cancel();
    expect(last().options.signal?.aborted).toBe(true);
    await last().reply(response(200, agreed));
    desk.begin(request())();
    await last().reply(refused);
    clock.advance(60_000);
    await settle();
    expect(attempts).toHaveLength(2);
    expect(outcomesOf()).toEqual([]);
    expect(told().map(({ type }) => type)).toEqual(['callback.forwarded', 'callback.forwarded']);
    expect(clock.pending).toBe(0);
  });

  it('between two attempts makes no further one', async () => {
    const { desk, request, attempts, last, outcomesOf, clock } = openDesk();
    const cancel = desk.begin(request());
    await last().reply(refused);
    cancel();
    clock.advance(60_000);
    expect(attempts).toHaveLength(1);
    expect(outcomesOf()).toEqual([]);
  });

  it('before it could be given up stays silent', async () => {
    const { desk, request, outcomesOf, told } = openDesk();
    desk.begin(request('x', 0))();
    await settle();
    expect(outcomesOf()).toEqual([]);
    expect(told()).toEqual([]);
  });
});
