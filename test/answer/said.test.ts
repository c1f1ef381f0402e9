import { describe, expect, it } from 'vitest';
import { readDeed } from '../../src/answer/read-deed.js';
import { saidBy } from '../../src/answer/said.js';
import { callback, nodeOf, readingOf } from '../support/rule-subjects.js';

describe('what a rule says to a tap', () => {
  it.each([
    ['answer: {}', { kind: 'empty' }],
    [
      'answer: { cardData: { s: "${callback.action}" } }',
      { kind: 'update', response: { cardData: { cardParamMap: { s: 'btn_agree' } } } },
    ],
    ['fail: { message: "${callback.userId}" }', { kind: 'fail', code: 500, message: 'manager01' }],
  ])('%s', (text, expected) => {
    const { action } = readDeed(nodeOf(text), readingOf());
    expect(saidBy(action, { callback: callback(), nowMs: 0 })).toMatchObject(expected);
  });

  it.each(['leave: true', 'script: a.mjs'])('%s says nothing itself', (text) => {
    const { action } = readDeed(nodeOf(text), readingOf());
    expect(saidBy(action, { callback: callback(), nowMs: 0 })).toBeUndefined();
  });
});
