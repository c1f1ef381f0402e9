import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import { subjectOfEvent, toldSubject } from '../../src/cli/told-subject.js';
import type { DtcardEvent } from '../../src/log/event.js';
import { callback, message } from '../support/rule-subjects.js';

const content = '{"cardPrivateData":{"actionIds":["btn"],"params":{"action":"accept"}}}';
const wire = { outTrackId: 't', userId: 'u', content };

describe('what a JSON tells of', () => {
  it.each<[string, JsonObject]>([
    ['the data of a callback', wire],
    [
      'a callback as events have it',
      { outTrackId: 't', userId: 'u', actionIds: ['btn'], params: { action: 'accept' } },
    ],
    ['a callback in an object', { type: 'callback.received', callback: wire }],
    [
      'the frame of a callback',
      { headers: { topic: '/v1.0/card/instances/callback' }, data: JSON.stringify(wire) },
    ],
  ])('is a tap: %s', (_what, given) => {
    expect(toldSubject(given)).toMatchObject({
      kind: 'callback',
      callback: { outTrackId: 't', userId: 'u', actionIds: ['btn'], params: { action: 'accept' } },
    });
  });

  it.each<[string, JsonObject]>([
    ['the data of a message', { msgId: 'm', text: { content: ' hi ' } }],
    ['a message as events have it', { ...message({ msgId: 'm', text: 'hi' }) }],
    ['a message in an object', { message: { msgId: 'm', text: { content: 'hi' } } }],
    [
      'the frame of a message',
      {
        headers: { topic: '/v1.0/im/bot/messages/get' },
        data: '{"msgId":"m","text":{"content":"hi"}}',
      },
    ],
  ])('is a message: %s', (_what, given) => {
    expect(toldSubject(given)).toMatchObject({
      kind: 'message',
      message: { msgId: 'm', text: 'hi' },
    });
  });

  it.each<[string, JsonObject]>([
    ['nothing', {}],
    ['the header of a recording', { dtcard: '0.1.0', v: 1 }],
    ['a frame of another topic', { headers: { topic: 'ping' }, data: '{}' }],
    ['a frame without content', { headers: { topic: '/v1.0/im/bot/messages/get' }, data: 'no' }],
  ])('is nothing of the kind: %s', (_what, given) => {
    expect(toldSubject(given)).toBeUndefined();
  });

  it('is an event where it has what events have', () => {
    const event = { seq: 3, atMs: 1, v: 1, type: 'connection.closed' };
    expect(toldSubject(event)).toEqual({ kind: 'event', event });
    expect(toldSubject({ ...event, v: 2 })).toBeUndefined();
  });

  it('has every field, whatever an event lacks', () => {
    const lacking = (type: string, part: object) =>
      subjectOfEvent({ seq: 0, atMs: 0, v: 1, type, ...part } as unknown as DtcardEvent);
    expect(lacking('callback.received', { callback: {} })).toMatchObject({
      callback: { outTrackId: '', actionIds: [], params: {} },
    });
    expect(lacking('callback.received', { callback: callback() })).toEqual({
      kind: 'callback',
      callback: callback(),
    });
    expect(lacking('message.received', { message: {} })).toMatchObject({ message: { text: '' } });
    expect(lacking('message.received', { message: 1 })).toBeUndefined();
    expect(lacking('connection.closed', {})).toBeUndefined();
  });
});
