import { expect, it } from 'vitest';
import { clockTime, duration, seconds, shortId } from '../../../src/tui/components/format.js';

it.each([
  [0, '0ms'],
  [4.4, '4ms'],
  [999, '999ms'],
  [999.7, '1.0s'],
  [1340, '1.3s'],
  [9949, '9.9s'],
  [12_345, '12s'],
  [59_700, '1m00s'],
  [185_000, '3m05s'],
  [3_725_000, '1h02m'],
  [-5, '0ms'],
  [Number.NaN, '0ms'],
])('%d ms are %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

it('countdowns have one digit and never go below zero', () => {
  expect([seconds(1234), seconds(0), seconds(-300)]).toEqual(['1.2s', '0.0s', '0.0s']);
});

it('times of day are local and always eight cells', () => {
  const at = new Date(2026, 10, 22, 9, 5, 7).getTime();
  expect(clockTime(at)).toBe('09:05:07');
});

it('ids are told apart by their end', () => {
  expect(shortId('dtcard-8f0c')).toBe('dtcard-8f0c');
  expect(shortId('dtcard-3ed441a5-a292-442a-bf5e-1a099c0bfa98')).toBe('…0bfa98');
  expect(shortId('\u001b[2J')).toBe('\ufffd[2J');
});
