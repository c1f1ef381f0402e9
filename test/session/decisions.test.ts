import { describe, expect, it } from 'vitest';
import { seededIds } from '../../src/base/ids.js';
import { dueMs, type ModelPolicy } from '../support/decision-model.js';
import { play, type Story, type StoryEvent, storyRules } from '../support/decision-story.js';

/** Rules by their delay, made once. */
function createJudge() {
  const rules = new Map<number, ReturnType<typeof storyRules>>();
  const rulesFor = (delayMs: number) => {
    const known = rules.get(delayMs) ?? storyRules(delayMs);
    rules.set(delayMs, known);
    return known;
  };
  return async (story: Story): Promise<void> => {
    const { ruleDelayMs } = story;
    const found = await play(story, ruleDelayMs === undefined ? undefined : rulesFor(ruleDelayMs));
    const good =
      found.wireFaults.length === 0 &&
      found.timersLeft === 0 &&
      found.shown === found.mustShow &&
      found.told.join() === found.expected.join();
    // Told in full only where it is wrong: most of the time would go into making messages.
    if (good) return;
    const told = JSON.stringify(story);
    expect(found.told, told).toEqual(found.expected);
    expect(found.wireFaults, told).toEqual([]);
    expect(found.shown, told).toBe(found.mustShow);
    expect(found.timersLeft, told).toBe(0);
  };
}

const kinds = [
  'rule',
  'forward',
  'hand',
  'armed',
  'expiry',
  'disconnect',
  'same-id',
  'new-id',
] as const;

/** Before the tap, just before the deadline, just after it, and after a further window. */
const beforeMs = -10;
const justBeforeMs = dueMs - 10;
const justAfterMs = dueMs + 4;

/**
 * The kinds in this order, the first `early` of them just before the deadline. An answer that is armed
 * first is armed before the tap; `expiry` lets a window pass.
 */
function storyOf(
  sequence: readonly (typeof kinds)[number][],
  early: number,
  policy: ModelPolicy,
  holdReply: boolean | undefined,
): Story {
  const events: StoryEvent[] = [];
  let ruleDelayMs: number | undefined;
  let passedMs = 0;
  if (holdReply !== undefined) events.push({ atMs: 51, do: 'hold-reply', ok: holdReply });
  for (const [place, kind] of sequence.entries()) {
    const atMs = passedMs + (place < early ? justBeforeMs : justAfterMs) + place;
    switch (kind) {
      case 'rule':
        ruleDelayMs ??= atMs;
        break;
      case 'armed':
        if (place === 0) events.unshift({ atMs: beforeMs, do: 'arm' });
        else events.push({ atMs, do: 'arm' });
        break;
      case 'expiry':
        passedMs += dueMs + 100;
        break;
      case 'forward':
      case 'hand':
      case 'disconnect':
      case 'same-id':
      case 'new-id':
        events.push({ atMs, do: kind });
    }
  }
  return { policy, byHand: true, forwards: true, ruleDelayMs, events };
}

const policies = [
  ['ack-then-update', undefined],
  ['fail', undefined],
  ['let-it-expire', undefined],
  ['hold', true],
  ['hold', false],
  ['hold', undefined],
] as const;

describe('what is decided about a callback', () => {
  it.each(policies)(
    'under %s (held: %s): every two and every three things that can happen, before and after the deadline',
    async (policy, holdReply) => {
      const judge = createJudge();
      let count = 0;
      for (const first of kinds) {
        for (const second of kinds) {
          for (let early = 0; early <= 2; early++) {
            await judge(storyOf([first, second], early, policy, holdReply));
            count++;
          }
          for (const third of kinds) {
            for (let early = 0; early <= 3; early++) {
              await judge(storyOf([first, second, third], early, policy, holdReply));
              count++;
            }
          }
        }
      }
      expect(count).toBe(8 * 8 * 3 + 8 * 8 * 8 * 4);
    },
    60_000,
  );

  it('comes out right in ten thousand stories by chance', async () => {
    const judge = createJudge();
    const ids = seededIds(7);
    for (let n = 0; n < 10_000; n++) await judge(storyByChance(() => ids.fraction()));
  }, 120_000);
});

function storyByChance(fraction: () => number): Story {
  const upTo = (end: number) => Math.floor(fraction() * end);
  const pick = <T>(list: readonly T[]) => list[upTo(list.length)] as T;
  const byHand = fraction() < 0.7;
  const length = 1 + upTo(7);
  const times = Array.from({ length }, (_, place) => {
    // Half of them close to the deadline. No two in the same millisecond, nor with a timer.
    const around = fraction() < 0.5 ? 1600 + 100 * upTo(3) : 100 * upTo(60);
    return around + 11 + place;
  }).sort((a, b) => a - b);
  const events = times.map((atMs): StoryEvent => {
    switch (pick(['hand', 'hand', 'forward', 'forward', 'arm', 'gone', 'same', 'new', 'hold'])) {
      case 'hand': {
        const say = pick([undefined, undefined, 'fail', 'empty'] as const);
        if (!byHand) return { atMs, do: 'wait' };
        return { atMs, do: 'hand', ...(say && { say }) };
      }
      case 'forward':
        return { atMs, do: 'forward', ...(fraction() < 0.3 && { nonsense: true }) };
      case 'arm':
        return { atMs: fraction() < 0.3 ? -1 : atMs, do: 'arm' };
      case 'gone':
        return { atMs, do: 'disconnect' };
      case 'same':
        return { atMs, do: 'same-id' };
      case 'new':
        return { atMs, do: 'new-id', ...(fraction() < 0.3 && { sameConnection: true }) };
      default:
        return { atMs, do: 'hold-reply', ok: fraction() < 0.7 };
    }
  });
  const policy = pick(['ack-then-update', 'fail', 'let-it-expire', 'hold'] as const);
  const ruleDelayMs = pick([undefined, undefined, 0, 900, 1700, 1800, 4000]);
  const endsEarly = fraction() < 0.3;
  return {
    policy,
    byHand,
    ruleDelayMs,
    forwards: fraction() < 0.7,
    events: events.toSorted((a, b) => a.atMs - b.atMs),
    ...(endsEarly && { endMs: (times.at(-1) ?? 0) + 50 + 100 * upTo(20) }),
  };
}
