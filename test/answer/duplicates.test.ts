import { describe, expect, it } from 'vitest';
import { createDuplicates, duplicateKeys } from '../../src/answer/duplicates.js';
import { ManualClock } from '../../src/base/clock.js';
import type { StreamFrame } from '../../src/protocol/stream-frame.js';
import { topics } from '../../src/protocol/topics.js';

function frame(type: string, topic: string, headers: Record<string, string>): StreamFrame {
  const named = { topic, messageId: '', contentType: '', time: '', ...headers };
  return { specVersion: '1.0', type, headers: named, data: '{}' };
}

const minute = 60_000;

describe('duplicates', () => {
  it('takes the first delivery as new and the next as the same push', () => {
    const duplicates = createDuplicates<string>({ clock: new ManualClock() });
    const push = duplicates.arrived(['m1']);
    expect(push.deliveries).toBe(1);
    expect(duplicates.arrived(['m1'])).toBe(push);
    expect(push.deliveries).toBe(2);
  });

  it('keeps the answer for later deliveries', () => {
    const duplicates = createDuplicates<string>({ clock: new ManualClock() });
    const push = duplicates.arrived(['m1']);
    expect(duplicates.arrived(['m1']).answer).toBeUndefined();
    duplicates.answered(push, 'OK');
    expect(duplicates.arrived(['m1']).answer).toBe('OK');
  });

  it('recognises a push by any of its keys', () => {
    const duplicates = createDuplicates<string>({ clock: new ManualClock() });
    const push = duplicates.arrived(['msgId 1', 'messageId a']);
    expect(duplicates.arrived(['msgId 1', 'messageId b'])).toBe(push);
    expect(duplicates.arrived(['messageId b'])).toBe(push);
    expect(push.deliveries).toBe(3);
  });

  it('takes every delivery without keys as new', () => {
    const duplicates = createDuplicates<string>({ clock: new ManualClock() });
    duplicates.arrived([]);
    expect(duplicates.arrived([]).deliveries).toBe(1);
    expect(duplicates.size).toBe(0);
  });

  it('remembers for five minutes after the last delivery', () => {
    const clock = new ManualClock();
    const duplicates = createDuplicates<string>({ clock });
    duplicates.arrived(['m1']);
    clock.advance(5 * minute);
    expect(duplicates.arrived(['m1']).deliveries).toBe(2);
    clock.advance(5 * minute);
    expect(duplicates.arrived(['m1']).deliveries).toBe(3);
    clock.advance(5 * minute + 1);
    expect(duplicates.arrived(['m1']).deliveries).toBe(1);
  });

  it('holds no more keys than its capacity and forgets the longest unseen', () => {
    const duplicates = createDuplicates<string>({ clock: new ManualClock(), capacity: 3 });
    for (const key of ['a', 'b', 'c']) duplicates.arrived([key]);
    duplicates.arrived(['a']);
    duplicates.arrived(['d']);
    expect(duplicates.size).toBe(3);
    expect(duplicates.arrived(['a']).deliveries).toBe(3);
    expect(duplicates.arrived(['b']).deliveries).toBe(1);
  });

  it('forgets in the same order over many more pushes than it holds, each seen again once', () => {
    const clock = new ManualClock();
    const duplicates = createDuplicates<string>({ clock, capacity: 100 });
    for (let n = 0; n < 20_000; n++) {
      expect(duplicates.arrived([`m${n}`]).deliveries).toBe(1);
      if (n >= 20) expect(duplicates.arrived([`m${n - 20}`]).deliveries).toBe(2);
      expect(duplicates.size).toBe(Math.min(n + 1, 100));
    }
    clock.advance(5 * minute + 1);
    duplicates.arrived(['new', 'other']);
    expect(duplicates.size).toBe(2);
  });

  it('lets go of a key that did not come again with the rest of its push', () => {
    const clock = new ManualClock();
    const duplicates = createDuplicates<string>({ clock });
    duplicates.arrived(['msgId 1', 'messageId a']);
    clock.advance(4 * minute);
    duplicates.arrived(['msgId 1', 'messageId b']);
    clock.advance(5 * minute + 1);
    duplicates.arrived([]);
    expect(duplicates.size).toBe(0);
  });

  it('lets go of what is too old without being asked for it', () => {
    const clock = new ManualClock();
    const duplicates = createDuplicates<string>({ clock });
    for (let n = 0; n < 1000; n++) duplicates.arrived([`m${n}`]);
    clock.advance(6 * minute);
    duplicates.arrived(['new']);
    expect(duplicates.size).toBe(1);
  });
});

describe('duplicate keys', () => {
  it('are msgId and messageId for a bot message', () => {
    const bot = frame('CALLBACK', topics.botMessage, { messageId: 'f1' });
    expect(duplicateKeys(bot, 'msg1')).toEqual(['msgId msg1', `messageId ${topics.botMessage} f1`]);
    expect(duplicateKeys(bot)).toEqual([`messageId ${topics.botMessage} f1`]);
  });

  it('are eventId and messageId for an event', () => {
    const event = frame('EVENT', '*', { messageId: 'f1', eventId: 'e1' });
    expect(duplicateKeys(event)).toEqual(['eventId e1', 'messageId * f1']);
  });

  it('are the messageId alone for a card', () => {
    const card = frame('CALLBACK', topics.cardCallback, { messageId: 'f1', eventId: 'e1' });
    expect(duplicateKeys(card, 'msg1')).toEqual([`messageId ${topics.cardCallback} f1`]);
  });

  it('do not mix up topics that use the same messageId', () => {
    const card = frame('CALLBACK', topics.cardCallback, { messageId: 'f1' });
    const bot = frame('CALLBACK', topics.botMessage, { messageId: 'f1' });
    expect(duplicateKeys(card)).not.toEqual(duplicateKeys(bot));
  });

  it('are none when nothing identifies the push', () => {
    expect(duplicateKeys(frame('CALLBACK', topics.cardCallback, {}))).toEqual([]);
  });
});
