import { describe, expect, it } from 'vitest';
import type { FollowUp } from '../../src/answer/decision.js';
import { ManualClock } from '../../src/base/clock.js';
import type { Because } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createFollowUps } from '../../src/session/follow-ups.js';

const because: Because = { rule: 'r', exchangeId: 'e1' };
const draft = {
  cardTemplateId: 't.schema',
  openSpaceId: 'dtv1.card//IM_GROUP.c',
  cardParamMap: {},
};
const plan = { key: 'text', text: 'hi', everyMs: 1, step: 1 };
const update = { outTrackId: 'c9', cardParamMap: { a: '1' } };

function run(then: readonly FollowUp[], fails = false) {
  const log = createEventLog({ clock: new ManualClock() });
  const done: unknown[] = [];
  const end = <T>(value: T) => (fails ? Promise.reject(new Error('no')) : Promise.resolve(value));
  const followUps = createFollowUps(
    log,
    {
      send(card, why) {
        done.push(['send', card, why]);
        return end({ outTrackId: 'c1', deliverResults: [] });
      },
      update(sent, why) {
        done.push(['update', sent, why]);
        return end(undefined);
      },
      stream: () => end(undefined),
      settle: () => Promise.resolve(),
    },
    { begin: (...given) => void done.push(['stream', ...given]), stop: () => {} },
  );
  followUps(then, because);
  return { done, log };
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('what a rule does besides answering', () => {
  it('is done in its order, each with its reason', () => {
    const then: readonly FollowUp[] = [
      { kind: 'update', update },
      { kind: 'send', draft },
      { kind: 'stream', outTrackId: 'c9', plan },
    ];
    expect(run(then).done).toEqual([
      ['update', update, because],
      ['send', draft, because],
      ['stream', 'c9', plan, because],
    ]);
  });

  it('streams into a card that was sent once it is there, and not at all when it is not', async () => {
    const then: readonly FollowUp[] = [{ kind: 'send', draft, stream: plan }];
    const [good, bad] = [run(then), run(then, true)];
    expect(good.done).toHaveLength(1);
    await turn();
    expect(good.done[1]).toEqual(['stream', 'c1', plan, because]);
    expect(bad.done).toHaveLength(1);
  });

  it('that cannot be done is in the log as a card that failed', () => {
    const error = { code: 'E1002', params: { to: 'x' } };
    const { log } = run([{ kind: 'impossible', cardTemplateId: 't.schema', error }]);
    expect(log.since(0)).toMatchObject([
      { type: 'card.failed', outTrackId: '', cardTemplateId: 't.schema', error, because },
    ]);
  });
});
