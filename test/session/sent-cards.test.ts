import { expect, it } from 'vitest';
import { createSentCards } from '../../src/session/sent-cards.js';

it('knows the templates of cards, and forgets the oldest beyond its capacity', () => {
  const cards = createSentCards(2);
  cards.remember('a', 't1');
  cards.remember('b', 't2');
  cards.remember('b', 't3');
  expect([cards.templateOf('a'), cards.templateOf('b')]).toEqual(['t1', 't3']);
  cards.remember('c', 't4');
  expect(['a', 'b', 'c', 'd'].map((id) => cards.templateOf(id))).toEqual([
    undefined,
    't3',
    't4',
    undefined,
  ]);
});
