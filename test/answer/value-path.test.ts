import { describe, expect, it } from 'vitest';
import { privateMap, publicMap, readValuePath } from '../../src/answer/value-path.js';
import { callback, knownCard, readingOf } from '../support/rule-subjects.js';

describe('what a ${…} may name', () => {
  it('is counted only once it is certain that the rule is used', () => {
    expect(readValuePath(['uses'], { ...readingOf(), allowsUses: false })).toEqual({
      ok: false,
      problem: 'uses is known only once the rule is used, not in conditions',
    });
    expect(readValuePath(['uses'], readingOf()).ok).toBe(true);
  });

  it('is never a property of every object', () => {
    for (const path of [['constructor'], ['callback', '__proto__'], ['now', 'toString']]) {
      expect(readValuePath(path, readingOf()).ok).toBe(false);
    }
  });

  it('lists what there is when nothing is near', () => {
    expect(readValuePath(['message', 'zzz'], readingOf('message'))).toEqual({
      ok: false,
      problem:
        'message has no "zzz"; known: text, senderStaffId, senderNick, conversationId, conversationTitle, conversationType, msgId, msgtype, robotCode',
    });
  });
});

describe('the public variables', () => {
  it('are those that the person who tapped sees', () => {
    const known = knownCard().cardOf('track1');
    if (!known) throw new Error('no card');
    const theirs = { cardParamMap: { amount: 'theirs' }, replaces: true };
    const seenBy = new Map([[callback().userId, theirs]]);
    const card = { ...known, seenBy };
    expect(publicMap({ callback: callback(), card, nowMs: 0 })).toEqual({ amount: 'theirs' });
    const other = callback({ userId: 'other' });
    expect(publicMap({ callback: other, card, nowMs: 0 })).toEqual(known.cardParamMap);
    expect(publicMap({ callback: other, nowMs: 0 })).toBeUndefined();
  });
});

describe('the private variables', () => {
  const card = knownCard().cardOf('track1');

  it('are those of the person who tapped', () => {
    expect(privateMap({ callback: callback(), card, nowMs: 0 })).toEqual({ mine: 'yes' });
    for (const userId of ['other', '__proto__', '']) {
      expect(privateMap({ callback: callback({ userId }), card, nowMs: 0 })).toBeUndefined();
    }
    expect(privateMap({ callback: callback(), nowMs: 0 })).toBeUndefined();
  });
});
