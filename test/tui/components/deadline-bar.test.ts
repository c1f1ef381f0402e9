import { expect, it } from 'vitest';
import { deadlineBar } from '../../../src/tui/components/deadline-bar.js';

it.each([
  [1000, 1000, '████████'],
  [500, 1000, '████░░░░'],
  [1, 1000, '█░░░░░░░'],
  [0, 1000, '░░░░░░░░'],
  [-50, 1000, '░░░░░░░░'],
  [9999, 1000, '████████'],
  [100, 0, '░░░░░░░░'],
])('%d of %d ms left is %s', (left, whole, bar) => {
  expect(
    deadlineBar(left, whole, 8)
      .map((part) => part.text)
      .join(''),
  ).toBe(bar);
});
