import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../src/answer/rule.js';
import { createSlotting } from '../../../src/tui/state/slotting.js';
import { callbackAnswered, callbackReceived } from '../../support/event-builders.js';
import { answersAsRules } from '../../support/rule-sets.js';
import { dataOf } from '../../support/view-data.js';

const saying = (status: string) => ({ cardData: { cardParamMap: { status } } });
const named = (...labels: readonly string[]) =>
  answersAsRules(labels.map((label) => ({ label, response: saying(label) })));

describe('the slots of a callback', () => {
  it('are none without a callback', () => {
    const slotsOf = createSlotting({ rules: () => named('甲'), templateOf: () => undefined });
    expect(slotsOf(undefined, dataOf([]))).toEqual([]);
  });

  it('are the same list until the rules change, and then keep their digits', () => {
    let rules: RuleSet | undefined = named('甲', '乙');
    const slotsOf = createSlotting({ rules: () => rules, templateOf: () => undefined });
    const data = dataOf([callbackReceived('e1'), callbackReceived('e2')]);
    const first = slotsOf(data.exchanges.get('e1'), data);
    expect(first.map(({ label }) => label)).toEqual(['甲', '乙']);
    expect(slotsOf(data.exchanges.get('e1'), data)).toBe(first);
    rules = named('新', '甲');
    const labels = (id: string) => slotsOf(data.exchanges.get(id), data).map(({ label }) => label);
    expect(labels('e1')).toEqual(['甲', '乙', '新']);
    expect(labels('e2')).toEqual(['新', '甲']);
    rules = undefined;
    expect(labels('e2')).toEqual(['新', '甲']);
    expect(labels('e1')).toEqual([]);
  });

  it('hold what was said by hand to the same action before', () => {
    const slotsOf = createSlotting({ rules: () => undefined, templateOf: () => undefined });
    const data = dataOf([
      callbackReceived('e1'),
      callbackAnswered('e1', { source: 'manual', response: saying('手写') }),
      callbackReceived('e2'),
      callbackReceived('e3', { actionIds: ['other'] }),
    ]);
    expect(slotsOf(data.exchanges.get('e2'), data)).toMatchObject([
      { label: 'status=手写', origin: 'recent' },
    ]);
    expect(slotsOf(data.exchanges.get('e3'), data)).toEqual([]);
  });
});
