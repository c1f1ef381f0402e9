import { describe, expect, it } from 'vitest';
import { createReading } from '../../src/answer/reading.js';
import { rulesOf } from '../support/rule-subjects.js';

describe('reading a file', () => {
  it('begins with nothing asked for and nothing wrong', () => {
    expect(createReading('callback')).toMatchObject({
      problems: [],
      allowsUses: true,
      asksForCards: false,
      countsUses: false,
    });
  });

  it.each([
    [
      'when: { action: a, params: { x: 1 }, user: u }, answer: { cardData: { s: "${now}" } }',
      false,
    ],
    ['when: { filter: "action:a" }, send: { template: t, to: sender }', false],
    ['fail: { message: "${callback.userId}" }', false],
    ['when: { template: t }, answer: {}', true],
    ['when: { card: { a: 1 } }, answer: {}', true],
    ['when: { my: { a: 1 } }, answer: {}', true],
    ['guard: { user: "${card.owner}" }, answer: {}', true],
    ['answer: { cardData: { s: "${card.a}" } }', true],
    ['answer: { cardData: { s: [{ t: "${user}" }] } }', true],
    ['guard: { user: u, otherwise: { fail: { message: "${my.a}" } } }, answer: {}', true],
    ['update: { privateData: { "${card.owner}": { a: "1" } } }', true],
    ['send: { template: t }', true],
  ])('tells whether cards are asked for: %s: %s', (rule, expected) => {
    const set = rulesOf(`version: 1\nrules:\n  - { name: a, on: callback, ${rule} }\n`);
    expect(set.asksForCards).toBe(expected);
  });

  it('knows that message rules never ask for cards, and prepared answers may', () => {
    const message = '  - { name: a, on: message, send: { template: t, data: { u: "${user}" } } }';
    expect(rulesOf(`version: 1\nrules:\n${message}\n`).asksForCards).toBe(false);
    const answer = '  - { name: a, answer: { cardData: { s: "${card.s}" } } }';
    expect(rulesOf(`version: 1\nanswers:\n${answer}\nrules: []\n`).asksForCards).toBe(true);
  });
});
