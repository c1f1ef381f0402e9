import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { DtcardError } from '../../src/base/errors.js';
import { seededIds } from '../../src/base/ids.js';
import { callRepeatedly, GivenUp, kindOf } from '../../src/platform/repeated-call.js';

const busy = new DtcardError('E4001', { fault: { httpStatus: 503, code: 'x', message: '' } });
const refused = new DtcardError('E4001', { fault: { httpStatus: 400, code: 'x', message: '' } });
const silent = new DtcardError('E3002', { params: { sent: true } });
const unsent = new DtcardError('E3001', { params: { sent: false } });

/** Fails with each of `errors` in turn, then succeeds. Tells what happened and when. */
async function run(...errors: readonly Error[]) {
  const clock = new ManualClock(0);
  const startedAt: number[] = [];
  const uncertain: unknown[] = [];
  let outcome: unknown = 'pending';
  const call = callRepeatedly(
    { clock, ids: seededIds() },
    {
      run: async () => {
        startedAt.push(clock.now());
        const error = errors[startedAt.length - 1];
        if (error) throw error;
        return 'done';
      },
      onUncertain: (error) => uncertain.push(error),
    },
  ).then(
    (value) => {
      outcome = value;
    },
    (error: unknown) => {
      outcome = error;
    },
  );
  await clock.advanceAsync(60_000);
  await call;
  return { outcome, startedAt, uncertain, clock };
}

describe('callRepeatedly', () => {
  it('runs once when that works', async () => {
    expect(await run()).toMatchObject({ outcome: 'done', startedAt: [0] });
  });

  it('pauses longer each time while the platform is busy', async () => {
    const { outcome, startedAt } = await run(busy, busy, busy);
    expect(outcome).toBe('done');
    const pauses = startedAt.slice(1).map((at, i) => at - (startedAt[i] as number));
    expect(pauses).toHaveLength(3);
    for (const [i, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(500 * 2 ** i);
      expect(pause).toBeLessThanOrEqual(1000 * 2 ** i);
    }
  });

  it('gives up after four busy answers and leaves no timer', async () => {
    const { outcome, startedAt, clock } = await run(busy, busy, busy, busy);
    expect(outcome).toBeInstanceOf(GivenUp);
    expect(outcome).toMatchObject({ last: busy, wasUncertain: false });
    expect(startedAt).toHaveLength(4);
    expect(clock.pending).toBe(0);
  });

  it('gives up after three attempts when one was left unanswered', async () => {
    const { outcome, startedAt, uncertain } = await run(silent, silent, silent);
    expect(outcome).toMatchObject({ last: silent, wasUncertain: true });
    expect(startedAt).toHaveLength(3);
    expect(uncertain).toEqual([silent, silent]);
  });

  it('does not repeat a refusal', async () => {
    const { outcome, startedAt } = await run(refused);
    expect(outcome).toMatchObject({ last: refused, wasUncertain: false });
    expect(startedAt).toHaveLength(1);
  });

  it('does not knock again where nobody listens, unless something is already out', async () => {
    expect((await run(unsent)).startedAt).toHaveLength(1);
    expect(await run(silent, unsent)).toMatchObject({ outcome: 'done' });
  });

  it('remembers that an attempt was left unanswered', async () => {
    expect((await run(silent, refused)).outcome).toMatchObject({
      last: refused,
      wasUncertain: true,
    });
  });

  it('passes on what a call it needed gave up on', async () => {
    const { outcome, startedAt } = await run(silent, new GivenUp(busy, true));
    expect(outcome).toMatchObject({ last: busy, wasUncertain: true });
    expect(startedAt).toHaveLength(2);
    expect((await run(new GivenUp(silent, true))).outcome).toMatchObject({ wasUncertain: false });
  });
});

describe('kindOf', () => {
  it('takes anything unknown as final', () => {
    expect([kindOf(new Error('x')), kindOf(undefined), kindOf(new DtcardError('E1002'))]).toEqual([
      'final',
      'final',
      'final',
    ]);
  });
});
