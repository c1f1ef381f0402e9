import { expect, test } from 'vitest';
import { exactTime, timeText } from '../../../src/simulator/page/time-text.js';

test('chats show hours and minutes, steps show milliseconds', () => {
  const atMs = new Date(2026, 10, 22, 9, 5, 7, 42).getTime();
  expect(timeText(atMs, 'zh')).toBe('09:05');
  expect(timeText(atMs, 'en')).toBe('09:05');
  expect(exactTime(atMs)).toBe('09:05:07.042');
});
