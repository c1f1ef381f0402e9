import { expect, test } from 'vitest';
import { CardBoundary } from '../../../src/simulator/page/card-boundary.js';

test('what was thrown becomes its problem', () => {
  expect(CardBoundary.getDerivedStateFromError(new Error('broken'))).toEqual({
    problem: 'Error: broken',
  });
});

test('another subject is another try, the same one is not', () => {
  const props = { failed: () => null, children: null };
  const state = { problem: 'x', subject: 1 };
  expect(CardBoundary.getDerivedStateFromProps({ ...props, subject: 1 }, state)).toBeNull();
  expect(CardBoundary.getDerivedStateFromProps({ ...props, subject: 2 }, state)).toEqual({
    problem: undefined,
    subject: 2,
  });
});
