import { describe, expect, it } from 'vitest';
import { createEventLimit } from '../../src/cli/event-limit.js';
import type { EventBody } from '../../src/log/event.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  connectionOpened,
  messageReceived,
} from '../support/event-builders.js';

const matched = (subject: string, action: 'send' | 'leave' = 'send'): EventBody => ({
  type: 'rule.matched',
  rule: 'r',
  on: 'message',
  subject,
  action,
});
const failed: EventBody = {
  type: 'card.failed',
  outTrackId: '',
  cardTemplateId: 't',
  openSpaceId: '',
  error: { code: 'E3001', params: {} },
  because: { rule: 'r', msgId: 'm1' },
};

function reached(most: number, ...bodies: EventBody[]): boolean[] {
  const limit = createEventLimit(most);
  return bodies.map((body, seq) => {
    limit.apply({ seq, atMs: 0, v: 1, ...body });
    return limit.isReached();
  });
}

describe('a limit of events', () => {
  it('counts messages and callbacks, nothing else', () => {
    const unanswered: EventBody = { type: 'message.unanswered', msgId: 'm1' };
    const bodies = [connectionOpened(), messageReceived('m1', 'x'), unanswered];
    expect(reached(1, ...bodies)).toEqual([false, true, true]);
    expect(reached(2, ...bodies)).toEqual([false, false, false]);
  });

  it('waits for the answer of every counted callback', () => {
    const [one, two] = [callbackReceived('x1'), callbackReceived('x2')];
    const answers = [callbackAnswered('x2'), callbackAnswered('x1')];
    expect(reached(2, one, two, ...answers)).toEqual([false, false, false, true]);
  });

  it('waits for the card a counted message leads to, sent or failed', () => {
    const created = cardCreated('o1', { because: { rule: 'r', msgId: 'm1' } });
    const start = [messageReceived('m1', 'x'), matched('m1')];
    expect(reached(1, ...start, created)).toEqual([true, false, true]);
    expect(reached(1, ...start, failed)).toEqual([true, false, true]);
    expect(reached(1, messageReceived('m1', 'x'), matched('m1', 'leave'))).toEqual([true, true]);
  });

  it('counts what the filter lets through, whenever it does', () => {
    const limit = createEventLimit(1, ({ type }) => type === 'callback.answered');
    const bodies = [messageReceived('m', 'x'), callbackReceived('e'), callbackAnswered('e')];
    const after = bodies.map((body, seq) => {
      limit.apply({ seq, atMs: 0, v: 1, ...body });
      return limit.isReached();
    });
    expect(after).toEqual([false, false, true]);
  });

  it('counts one once, however many of its events pass', () => {
    const bodies = [
      messageReceived('m', 'x'),
      { type: 'message.unanswered', msgId: 'm' } as const,
      callbackReceived('e'),
      callbackAnswered('e'),
    ];
    expect(reached(3, ...bodies)).toEqual([false, false, false, false]);
    expect(reached(2, ...bodies)).toEqual([false, false, false, true]);
  });

  it('does not wait for what came after the last counted one', () => {
    const bodies = [callbackReceived('x1'), callbackAnswered('x1'), callbackReceived('x2')];
    expect(reached(1, ...bodies)).toEqual([false, true, true]);
    expect(
      reached(1, messageReceived('m1', 'x'), messageReceived('m2', 'x'), matched('m2')),
    ).toEqual([true, true, true]);
  });
});
