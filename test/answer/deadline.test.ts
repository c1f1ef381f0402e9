import { describe, expect, it } from 'vitest';
import { answerMarginMs, callbackWindowMs, createDeadline } from '../../src/answer/deadline.js';

describe('deadline', () => {
  it('leaves the margin free at the end of the window', () => {
    const deadline = createDeadline({ startMs: 1000, windowMs: 2000, marginMs: 300 });
    expect(deadline.answerWithinMs).toBe(1700);
    expect(deadline.dueMs).toBe(2700);
    expect(deadline.remainingMs(1000)).toBe(1700);
    expect(deadline.remainingMs(2699)).toBe(1);
    expect(deadline.isOver(2699)).toBe(false);
  });

  it('is over when the margin begins, and stays over', () => {
    const deadline = createDeadline({ startMs: 1000, windowMs: 2000, marginMs: 300 });
    expect(deadline.isOver(2700)).toBe(true);
    expect(deadline.remainingMs(1e9)).toBe(0);
  });

  it('takes the window of DingTalk unless stated', () => {
    const deadline = createDeadline({ startMs: 0 });
    expect(deadline.remainingMs(0)).toBe(callbackWindowMs - answerMarginMs);
    expect(callbackWindowMs).toBe(2000);
  });

  it('does not grow when the clock is set back', () => {
    expect(createDeadline({ startMs: 5000 }).remainingMs(0)).toBe(1700);
  });

  it.each([
    [1000, 1500, 0],
    [1000, -5, 1000],
    [-1, 0, 0],
    [0, 300, 0],
  ])('makes sense of a window of %i with a margin of %i', (windowMs, marginMs, within) => {
    expect(createDeadline({ startMs: 0, windowMs, marginMs }).answerWithinMs).toBe(within);
  });

  it('gives the network the time it was measured to take', () => {
    const deadline = createDeadline({ startMs: 0, networkMs: 240 });
    expect([deadline.answerWithinMs, deadline.dueMs]).toEqual([1460, 1460]);
    expect(createDeadline({ startMs: 0, networkMs: 9000 }).answerWithinMs).toBe(0);
    expect(createDeadline({ startMs: 0, networkMs: -5 }).answerWithinMs).toBe(1700);
  });
});
