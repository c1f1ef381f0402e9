import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import { createPageSessions, TOKEN_LIFE_MS } from '../../src/simulator/page-sessions.js';

function fresh() {
  const clock = new ManualClock();
  return { clock, sessions: createPageSessions(clock, seededIds()) };
}

test('a token becomes a session once', () => {
  const { sessions } = fresh();
  const token = sessions.issue();
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  const session = sessions.redeem(token);
  expect(session).toMatch(/^[0-9a-f]{64}$/);
  expect(session).not.toBe(token);
  expect(sessions.knows(session ?? '')).toBe(true);
  expect(sessions.redeem(token)).toBeUndefined();
});

test('a token is no session, and what was never issued is neither', () => {
  const { sessions } = fresh();
  const token = sessions.issue();
  expect(sessions.knows(token)).toBe(false);
  expect(sessions.knows('')).toBe(false);
  expect(sessions.redeem('')).toBeUndefined();
  expect(sessions.redeem('0'.repeat(64))).toBeUndefined();
});

test('a token that waited too long is refused, a session stays', () => {
  const { clock, sessions } = fresh();
  const early = sessions.issue();
  const late = sessions.issue();
  clock.advance(TOKEN_LIFE_MS - 1);
  const session = sessions.redeem(early) ?? '';
  clock.advance(1);
  expect(sessions.redeem(late)).toBeUndefined();
  clock.advance(TOKEN_LIFE_MS * 100);
  expect(sessions.knows(session)).toBe(true);
});

test('of tokens nobody used only the newest hundred are kept', () => {
  const { sessions } = fresh();
  const tokens = Array.from({ length: 101 }, () => sessions.issue());
  expect(sessions.redeem(tokens[0] ?? '')).toBeUndefined();
  expect(sessions.redeem(tokens[1] ?? '')).toBeDefined();
});
