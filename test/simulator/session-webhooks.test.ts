import { expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import { createSessionWebhooks } from '../../src/simulator/session-webhooks.js';

test('an address is good for 90 minutes and belongs to its conversation', () => {
  const clock = new ManualClock();
  let origin = 'http://127.0.0.1:1';
  const webhooks = createSessionWebhooks(clock, seededIds(), () => origin);
  origin = 'http://127.0.0.1:7700';
  const { sessionWebhook, sessionWebhookExpiredTime } = webhooks.issue('cidA==');
  const other = webhooks.issue('cidB==').sessionWebhook;
  expect(sessionWebhook).toMatch(
    /^http:\/\/127\.0\.0\.1:7700\/robot\/sendBySession\?session=[0-9a-f]{32}$/,
  );
  expect(sessionWebhookExpiredTime).toBe(clock.now() + 5_400_000);
  const session = (url: string) => new URL(url).searchParams.get('session') ?? '';
  expect(webhooks.conversationOf(session(sessionWebhook))).toBe('cidA==');
  expect(webhooks.conversationOf(session(other))).toBe('cidB==');
  clock.advance(5_399_999);
  expect(webhooks.conversationOf(session(sessionWebhook))).toBe('cidA==');
  clock.advance(1);
  expect(webhooks.conversationOf(session(sessionWebhook))).toBeUndefined();
  const next = webhooks.issue('cidC==').sessionWebhook;
  expect(webhooks.conversationOf(session(next))).toBe('cidC==');
});
