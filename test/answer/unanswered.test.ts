import { describe, expect, it } from 'vitest';
import { createUnanswered, type UnansweredCallback } from '../../src/answer/unanswered.js';

const tap = (exchangeId: string, part: Partial<UnansweredCallback> = {}): UnansweredCallback => ({
  exchangeId,
  connectionId: 'c1',
  data: 'same',
  startedMs: 0,
  guesses: 0,
  ...part,
});

const open = (capacity?: number) =>
  createUnanswered({ windowMs: 2000, ...(capacity === undefined ? {} : { capacity }) });

describe('a callback with the content of one without an answer', () => {
  it.each([
    ['on another connection at once', 'c2', 1, true],
    ['on the same one within the window: a second tap', 'c1', 1999, false],
    ['on the same one after the window', 'c1', 2000, true],
    ['on another one within five minutes', 'c2', 300_000, true],
    ['on another one after five minutes', 'c2', 300_001, false],
  ])('%s', (_, connectionId, nowMs, isRepeated) => {
    const unanswered = open();
    unanswered.add(tap('e1'));
    const found = unanswered.repeatedBy('same', connectionId, nowMs);
    expect(found?.exchangeId).toBe(isRepeated ? 'e1' : undefined);
    expect(unanswered.repeatedBy('other', connectionId, nowMs)).toBeUndefined();
  });

  it('repeats the one that was repeated least, of those the first', () => {
    const unanswered = open();
    for (const [id, guesses] of Object.entries({ e1: 1, e2: 0, e3: 0 })) {
      unanswered.add(tap(id, { guesses }));
    }
    expect(unanswered.repeatedBy('same', 'c2', 1)?.exchangeId).toBe('e2');
  });
});

it('forgets what was answered, and the oldest when there are too many', () => {
  const unanswered = open(2);
  const [first, second, third] = [tap('e1'), tap('e2'), tap('e3')];
  for (const callback of [first, second, second, third]) unanswered.add(callback);
  expect([unanswered.get('e1'), unanswered.get('e2'), unanswered.size]).toEqual([
    undefined,
    second,
    2,
  ]);
  unanswered.remove(second);
  unanswered.remove(third);
  expect([unanswered.size, unanswered.repeatedBy('same', 'c2', 1)]).toEqual([0, undefined]);
});

it('takes the newer of two under one id', () => {
  const unanswered = open();
  const [old, fresh] = [tap('e1'), tap('e1', { data: 'fresh' })];
  unanswered.add(old);
  unanswered.add(fresh);
  unanswered.remove(old);
  expect(unanswered.get('e1')).toBe(fresh);
  expect(unanswered.repeatedBy('same', 'c2', 1)).toBeUndefined();
});
