/** Plays what happens to a callback against a session on a manual clock, and against the model of it. */
import type { Answer } from '../../src/answer/answer.js';
import type { RuleSet } from '../../src/answer/rule.js';
import type { DtcardEvent } from '../../src/log/event.js';
import type { CallbackForwarder, ForwardReply } from '../../src/platform/callback-forwarder.js';
import type { StreamResponse } from '../../src/protocol/stream-frame.js';
import { createDecisionModel, dueMs, type ModelPolicy, type Say } from './decision-model.js';
import { rulesOf } from './rule-subjects.js';
import { acceptRule, openSession, responseOf, tapFrame } from './session-harness.js';

/** `atMs` is the time since the tap. */
export type StoryEvent = { readonly atMs: number } & (
  | { readonly do: 'hand'; readonly say?: 'fail' | 'empty' }
  | { readonly do: 'forward'; readonly nonsense?: true }
  /** Before the tap when `atMs` is negative. */
  | { readonly do: 'arm' }
  | { readonly do: 'disconnect' }
  | { readonly do: 'same-id' }
  | { readonly do: 'new-id'; readonly sameConnection?: true }
  | { readonly do: 'hold-reply'; readonly ok: boolean }
  | { readonly do: 'wait' }
);

export interface Story {
  readonly policy: ModelPolicy;
  readonly byHand: boolean;
  readonly ruleDelayMs: number | undefined;
  readonly forwards: boolean;
  /** In the order of their times. */
  readonly events: readonly StoryEvent[];
  /** When the program ends; when nothing can happen any more unless stated. */
  readonly endMs?: number;
}

export interface Outcome {
  readonly told: readonly string[];
  readonly expected: readonly string[];
  /** What the card shows, from what the platform took. */
  readonly shown: string | undefined;
  readonly mustShow: string | undefined;
  /** What is wrong with what was written to the sockets. */
  readonly wireFaults: readonly string[];
  readonly timersLeft: number;
}

interface Delivery {
  readonly messageId: string;
  readonly connection: number;
  readonly atMs: number;
  writes: number;
}

const idOf = (n: number) => `tap${n}`;

/** After the last event everything that can still happen has happened. */
const afterwardsMs = 9000;

/** @param rules those of `storyRules`, made once for many stories */
export async function play(story: Story, rules: RuleSet | undefined): Promise<Outcome> {
  const { policy, byHand, forwards, events } = story;
  const model = createDecisionModel(story);
  // The platform: it takes the first answer to a messageId, and updates as they come.
  let shown: string | undefined;
  const replies: ((reply: ForwardReply) => void)[] = [];
  const holds: ((problem: string | undefined) => void)[] = [];
  const forward: CallbackForwarder = {
    url: 'http://service.test/',
    forward: () => new Promise((resolve) => void replies.push(resolve)),
    close: () => undefined,
  };
  const one = openSession({
    askRules: () => rules,
    settings: { answerByHand: byHand, policy },
    update(update) {
      shown = update.cardParamMap?.['status'] ?? shown;
      return Promise.resolve();
    },
    deps: {
      ...(forwards && { forward }),
      holdClock: () => new Promise((resolve) => void holds.push(resolve)),
    },
  });
  const startMs = one.clock.monotonic();
  const nowMs = () => one.clock.monotonic() - startMs;

  const wireFaults: string[] = [];
  const answered = new Map<string, number>();
  const held = new Set<string>();
  let goneUpTo = -1;
  let connection = 0;

  function taken(delivery: Delivery, response: StreamResponse): boolean {
    const { messageId, atMs } = delivery;
    if (delivery.connection <= goneUpTo) return false;
    delivery.writes++;
    if (delivery.writes > 1) wireFaults.push(`${messageId} was answered twice on one socket`);
    if (response.headers.messageId !== messageId) wireFaults.push(`${messageId} got another's`);
    if (nowMs() > atMs + dueMs && !held.has(messageId)) wireFaults.push(`${messageId} was late`);
    const before = answered.get(messageId);
    if (before !== undefined) {
      // One that came after the answer asks for it again; one that was there before does not.
      if (atMs < before) wireFaults.push(`${messageId} was answered on two sockets`);
      return true;
    }
    answered.set(messageId, nowMs());
    shown = statusOf(response) ?? shown;
    return true;
  }

  function deliver(messageId: string, on: number): void {
    const delivery: Delivery = { messageId, connection: on, atMs: nowMs(), writes: 0 };
    model.deliver(messageId, on, delivery.atMs);
    one.push(tapFrame('accept', { messageId, connectionId: `c${on}` }), (response) =>
      taken(delivery, response),
    );
  }

  async function pass(toMs: number): Promise<void> {
    for (;;) {
      const atMs = Math.min(model.nextAtMs ?? toMs, toMs);
      model.passTo(atMs);
      one.clock.advance(atMs - nowMs());
      await one.settle();
      if (atMs >= toMs) return;
    }
  }

  let returns = 0;
  let expectedReturns = 0;
  let count = 0;
  let taps = 1;
  function arm(): void {
    const status = `armed ${++count}`;
    model.arm({ kind: 'update', status });
    one.session.commands.arm({
      filter: 'action:accept',
      answer: answerOf({ kind: 'update', status }),
      times: 1,
    });
  }

  function happen(event: StoryEvent): void {
    switch (event.do) {
      case 'hand': {
        const status = `hand ${++count}`;
        const say: Say = event.say ? { kind: event.say } : { kind: 'update', status };
        model.hand(idOf(1), say, event.atMs);
        one.session.commands.answer(idOf(1), answerOf(say));
        return;
      }
      case 'forward': {
        const status = `forward ${++count}`;
        model.forwardReplies(event.nonsense ? undefined : { kind: 'update', status }, event.atMs);
        const body = event.nonsense
          ? 'nonsense'
          : JSON.stringify({ cardData: { cardParamMap: { status } } });
        const reply = replies.shift();
        if (reply) expectedReturns++;
        reply?.({ kind: 'response', status: 200, body, tookMs: 1 });
        return;
      }
      case 'arm':
        return arm();
      case 'disconnect':
        model.disconnect(connection);
        goneUpTo = connection++;
        return;
      case 'same-id':
        return deliver(idOf(1), ++connection);
      case 'new-id':
        return deliver(idOf(++taps), event.sameConnection ? connection : ++connection);
      case 'hold-reply': {
        model.holdReplies(event.ok);
        holds.shift()?.(event.ok ? undefined : 'it cannot be stopped');
        return;
      }
      case 'wait':
    }
  }

  for (const event of events) if (event.atMs < 0) happen(event);
  one.log.project({
    version: 0,
    read: () => undefined,
    apply(event) {
      if (event.type === 'callback.held') held.add(event.exchangeId);
      if (event.type === 'callback.forwardReturned') returns++;
    },
  });
  deliver(idOf(1), connection);
  for (const event of events) {
    if (event.atMs < 0) continue;
    await pass(event.atMs);
    happen(event);
    // The first reply ever makes the session load what reads it.
    do await one.settle();
    while (returns < expectedReturns);
  }
  const { endMs = (events.at(-1)?.atMs ?? 0) + afterwardsMs } = story;
  await pass(endMs);
  model.stop(endMs);
  await one.session.stop('test', 0);
  return {
    told: toldBy(one.events),
    expected: model.told,
    shown,
    mustShow: model.shown,
    wireFaults,
    timersLeft: one.clock.pending,
  };
}

/** The rule that decides after this long. */
export function storyRules(delayMs: number): RuleSet {
  return rulesOf(
    acceptRule.replace('answer: {', `answer: { delayMs: ${delayMs},`).replace('已同意', 'rule'),
  );
}

function answerOf(say: Say): Answer {
  switch (say.kind) {
    case 'update':
      return { kind: 'update', response: { cardData: { cardParamMap: { status: say.status } } } };
    case 'empty':
      return { kind: 'empty' };
    case 'fail':
      return { kind: 'fail', code: 500, message: 'no' };
  }
}

function statusOf(response: StreamResponse): string | undefined {
  if (response.code !== 200) return undefined;
  const said = responseOf(response) as
    | { readonly cardData?: { readonly cardParamMap?: Readonly<Record<string, string>> } }
    | undefined;
  return said?.cardData?.cardParamMap?.['status'];
}

/** The same words as the model's. */
function toldBy(events: readonly DtcardEvent[]): readonly string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'callback.answered':
        return `${event.exchangeId} ${event.source} ${event.sent ? 'answered' : 'unsent'}`;
      case 'callback.late':
        return `${event.exchangeId} ${event.source} late`;
      case 'callback.dropped':
        return `${event.exchangeId} ${event.source} dropped ${event.reason}`;
      case 'callback.expired':
      case 'callback.held':
      case 'callback.holdFailed':
        return `${event.exchangeId} ${event.type.slice('callback.'.length)}`;
      default:
        return [];
    }
  });
}
