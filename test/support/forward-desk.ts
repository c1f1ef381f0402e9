/** A forward desk before a service that answers when the test says so, on a clock that the test moves. */
import type { Answer } from '../../src/answer/answer.js';
import { type Clock, ManualClock } from '../../src/base/clock.js';
import type { EventBody } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import type {
  CallbackForwarder,
  ForwardOptions,
  ForwardReply,
} from '../../src/platform/callback-forwarder.js';
import { createForwardDesk, type ForwardDeskSettings } from '../../src/session/forward-desk.js';

export const url = 'http://127.0.0.1:3000/cards';
export const agreed = '{"cardData":{"cardParamMap":{"status":"已同意"}}}';
export const update: Answer = {
  kind: 'update',
  response: { cardData: { cardParamMap: { status: '已同意' } } },
};

export const refused: ForwardReply = { kind: 'unreachable', detail: 'ECONNREFUSED', tookMs: 1 };

export function response(status: number, body = ''): ForwardReply {
  return { kind: 'response', status, body, tookMs: 7.012_345 };
}

export const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));

interface Attempt {
  readonly data: string;
  readonly options: ForwardOptions;
  reply(reply: ForwardReply): Promise<void>;
}

/** What is told of the callbacks that `request` describes. */
export function observed(clock: Clock) {
  const log = createEventLog({ clock });
  const outcomes = new Map<string, (Answer | 'gaveUp')[]>();
  const add = (exchangeId: string, outcome: Answer | 'gaveUp') => {
    outcomes.set(exchangeId, [...(outcomes.get(exchangeId) ?? []), outcome]);
  };
  return {
    log,
    outcomesOf: (exchangeId = 'x') => outcomes.get(exchangeId) ?? [],
    request: (exchangeId = 'x', remainingMs = 1_700, data = '{"userId":"u"}') => ({
      exchangeId,
      data,
      remainingMs,
      decided: (answer: Answer) => add(exchangeId, answer),
      gaveUp: () => add(exchangeId, 'gaveUp'),
    }),
    told: () =>
      log.since(0).map((event) => {
        const { seq: _seq, atMs: _atMs, v: _v, ...body } = event;
        return body as EventBody;
      }),
    health: () =>
      log.since(0).flatMap((event) => (event.type === 'forward.health' ? [event.state] : [])),
  };
}

export function openDesk(settings?: ForwardDeskSettings) {
  const clock = new ManualClock();
  const attempts: Attempt[] = [];
  let closed = 0;
  const forwarder: CallbackForwarder = {
    url,
    forward: (data, options) =>
      new Promise((resolve) => {
        const reply = async (given: ForwardReply) => {
          resolve(given);
          await settle();
        };
        attempts.push({ data, options, reply });
      }),
    close: () => void closed++,
  };
  const seen = observed(clock);
  const desk = createForwardDesk({ clock, log: seen.log, forwarder }, settings);
  return {
    ...seen,
    clock,
    desk,
    attempts,
    closed: () => closed,
    /** The attempt that was begun last. */
    last: (): Attempt => {
      const attempt = attempts.at(-1);
      if (!attempt) throw new Error('no attempt was made');
      return attempt;
    },
  };
}
