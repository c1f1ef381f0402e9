import { describe, expect, it } from 'vitest';
import type { LimitPer } from '../../src/answer/rule.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { countUse, isBeyondLimit, usesOf } from '../../src/answer/rule-uses.js';
import { callback, message } from '../support/rule-subjects.js';

const tap = (stated: Parameters<typeof callback>[0]) => ({ callback: callback(stated), nowMs: 0 });
const rule = (per: LimitPer, times = 1) => ({ name: 'it', limit: { times, per } });

describe('the limit of a rule', () => {
  it.each<[LimitPer, Parameters<typeof callback>[0], boolean]>([
    ['rule', { userId: 'other', outTrackId: 'other', spaceId: 'other' }, true],
    ['user', { outTrackId: 'other' }, true],
    ['user', { userId: 'other' }, false],
    ['card', { userId: 'other' }, true],
    ['card', { outTrackId: 'other' }, false],
    ['conversation', { userId: 'other' }, true],
    ['conversation', { spaceId: 'other' }, false],
  ])('per %s is reached by %j: %s', (per, second, expected) => {
    const memory = createRuleMemory();
    expect(isBeyondLimit(rule(per), memory, tap({}))).toBe(false);
    expect(countUse(rule(per), memory, tap({}))).toBe(1);
    expect(isBeyondLimit(rule(per), memory, tap({}))).toBe(true);
    expect(isBeyondLimit(rule(per), memory, tap(second))).toBe(expected);
  });

  it('may be several times', () => {
    const memory = createRuleMemory();
    for (const uses of [1, 2, 3]) {
      expect(isBeyondLimit(rule('rule', 3), memory, tap({}))).toBe(false);
      expect(countUse(rule('rule', 3), memory, tap({}))).toBe(uses);
    }
    expect(isBeyondLimit(rule('rule', 3), memory, tap({}))).toBe(true);
  });

  it('counts people outside the organisation by their senderId', () => {
    const memory = createRuleMemory();
    const wrote = (senderId: string) => ({
      message: message({ senderStaffId: '', senderId }),
      nowMs: 0,
    });
    countUse(rule('user'), memory, wrote('a'));
    expect(isBeyondLimit(rule('user'), memory, wrote('a'))).toBe(true);
    expect(isBeyondLimit(rule('user'), memory, wrote('b'))).toBe(false);
  });

  it('is none unless the rule has one, and uses are counted all the same', () => {
    const memory = createRuleMemory();
    const free = { name: 'free' };
    countUse(free, memory, tap({}));
    countUse(free, memory, tap({ userId: 'other' }));
    expect(isBeyondLimit(free, memory, tap({}))).toBe(false);
    expect(usesOf(free, memory, tap({}))).toBe(2);
  });
});
