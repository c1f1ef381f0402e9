import { describe, expect, it } from 'vitest';
import { seededIds } from '../../src/base/ids.js';
import { acceptRule, openSession, tapFrame } from '../support/session-harness.js';

/** What happens to one callback, in order. `wait` is milliseconds. */
type Step =
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'hand' }
  | { readonly do: 'refuse' }
  | { readonly do: 'duplicate' }
  | { readonly do: 'lose-socket' };

interface Story {
  /** Undefined: no rule; 0: at once. */
  readonly ruleAfterMs: number | undefined;
  readonly steps: readonly Step[];
}

const dueMs = 1700;

/** Plays a story on a manual clock and says what came of it, and what should have. */
async function play({ ruleAfterMs, steps }: Story) {
  const rules =
    ruleAfterMs === undefined
      ? undefined
      : acceptRule
          .replace('answer: {', `answer: { delayMs: ${ruleAfterMs},`)
          .replace('已同意', 'rule');
  const one = openSession({ ...(rules && { rules }), settings: { answerByHand: true } });
  /** Milliseconds since the tap at which answers reached a socket that was there, each with its words. */
  const arrived: { readonly atMs: number; readonly text: string }[] = [];
  const startMs = one.clock.monotonic();
  const nowMs = () => one.clock.monotonic() - startMs;
  let isGone = false;
  const deliver = () => {
    const socket = { isGone: false };
    const pushed = {
      ...tapFrame(),
      get gone() {
        return socket.isGone || isGone;
      },
    };
    one.push(pushed);
  };
  const noteArrivals = () => {
    for (const answer of one.answers.slice(arrived.length + lost)) {
      const text = JSON.stringify([answer.code, answer.data]);
      if (isGone) lost++;
      else arrived.push({ atMs: nowMs(), text });
    }
  };
  let lost = 0;
  deliver();
  noteArrivals();
  /** The last thing anybody decided that says something about the card. */
  let decided = ruleAfterMs === 0 ? 'rule' : undefined;
  let isRuleOut = ruleAfterMs === undefined || ruleAfterMs === 0;
  let refused = false;
  let count = 0;
  const pass = async (ms: number) => {
    // In steps, so that what happens is noted when it happens.
    for (let left = ms; left > 0; left -= 50) {
      one.clock.advance(Math.min(50, left));
      if (!isRuleOut && ruleAfterMs !== undefined && nowMs() >= ruleAfterMs) {
        isRuleOut = true;
        decided = 'rule';
      }
      noteArrivals();
      await one.settle();
    }
  };
  for (const step of steps) {
    switch (step.do) {
      case 'wait':
        await pass(step.ms);
        break;
      case 'hand': {
        const status = `hand ${++count}`;
        const exchangeId = one.eventsOf('callback.received')[0]?.exchangeId ?? '';
        const response = { cardData: { cardParamMap: { status } } };
        one.session.commands.answer(exchangeId, { kind: 'update', response });
        isRuleOut = true;
        decided = status;
        noteArrivals();
        break;
      }
      case 'refuse': {
        const exchangeId = one.eventsOf('callback.received')[0]?.exchangeId ?? '';
        const fail = { kind: 'fail', code: 500, message: 'no' } as const;
        if (one.session.commands.answer(exchangeId, fail) === 'answered') {
          isRuleOut = true;
          refused = true;
        }
        noteArrivals();
        break;
      }
      case 'duplicate':
        deliver();
        noteArrivals();
        break;
      case 'lose-socket':
        isGone = true;
        break;
    }
  }
  await pass(8000);
  const own = one.eventsOf('callback.answered');
  const answers = own.filter(({ sent }) => sent);
  // What DingTalk shows: the answer that arrived, then the updates in their order.
  const shown = [
    ...answers.map((answer) => answer.response?.cardData?.cardParamMap['status']),
    ...one.updates.map((update) => update.cardParamMap?.['status']),
  ].filter((status) => status !== undefined);
  return { one, arrived, own, shown: shown.at(-1), decided, refused };
}

async function judge(story: Story): Promise<void> {
  const { one, arrived, own, shown, decided } = await play(story);
  const told = JSON.stringify(story);
  // One answer, in the log once; a duplicate may only have repeated it.
  expect(own, told).toHaveLength(1);
  expect(new Set(arrived.map(({ text }) => text)).size, told).toBeLessThanOrEqual(1);
  const [first] = arrived;
  if (first) expect(first.atMs, told).toBeLessThanOrEqual(dueMs);
  expect(shown, told).toBe(decided);
  expect(one.clock.pending, told).toBe(0);
}

const steps: readonly Step[] = [
  { do: 'hand' },
  { do: 'refuse' },
  { do: 'duplicate' },
  { do: 'lose-socket' },
  { do: 'wait', ms: dueMs - 100 },
  { do: 'wait', ms: 200 },
];
const ruleTimes = [undefined, 0, 900, dueMs, dueMs + 800];

describe('what is decided about a callback', () => {
  it.each(ruleTimes)(
    'with a rule after %s: every two and every three things that can happen',
    async (ruleAfterMs) => {
      for (const first of steps) {
        for (const second of steps) {
          await judge({ ruleAfterMs, steps: [first, second] });
          for (const third of steps) await judge({ ruleAfterMs, steps: [first, second, third] });
        }
      }
    },
  );

  it('comes out right in ten thousand stories by chance', async () => {
    const ids = seededIds(7);
    const pick = <T>(list: readonly T[]) => list[Math.floor(ids.fraction() * list.length)] as T;
    for (let n = 0; n < 10_000; n++) {
      const length = 1 + Math.floor(ids.fraction() * 5);
      await judge({
        ruleAfterMs: pick(ruleTimes),
        steps: Array.from({ length }, () => pick(steps)),
      });
    }
  }, 120_000);
});
