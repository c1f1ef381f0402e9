import { describe, expect, it } from 'vitest';
import { topics } from '../../src/protocol/topics.js';
import { openSession, type PushedFrame } from '../support/session-harness.js';

const event = (messageId: string, eventId: string): PushedFrame => ({
  type: 'EVENT',
  topic: '*',
  messageId,
  headers: { eventId, eventType: 'user_add_org' },
  data: { eventId },
});

describe('an EVENT', () => {
  it.each(['SUCCESS', 'LATER'] as const)(
    'is acknowledged with %s before it is logged',
    (status) => {
      const one = openSession({ settings: { eventStatus: status } });
      one.push(event('m1', 'e1'));
      expect(one.answers).toMatchObject([{ code: 200, headers: { messageId: 'm1' } }]);
      expect(JSON.parse(one.answers[0]?.data ?? '')).toEqual({ status });
      expect(one.order).toEqual(['answer 200', 'event frame.received', 'event frame.answered']);
    },
  );

  it('that comes again under a new messageId is acknowledged with the same words under that', () => {
    const one = openSession();
    one.push(event('m1', 'e1'));
    one.push(event('m2', 'e1'));
    expect(one.answers.map(({ headers }) => headers.messageId)).toEqual(['m1', 'm2']);
    expect(one.answers[1]?.data).toBe(one.answers[0]?.data);
    expect(one.eventsOf('frame.received')).toHaveLength(2);
  });

  it('is logged as not answered when the socket is gone', () => {
    const one = openSession();
    one.push({ ...event('m1', 'e1'), gone: true });
    expect(one.eventsOf('frame.answered')).toMatchObject([{ sent: false }]);
  });
});

describe('a frame nobody takes', () => {
  it.each([topics.graphApi, topics.cardDynamicData, '/v9/unheard/of', ''])(
    'of the CALLBACK topic %j is answered 404 and logged',
    (topic) => {
      const one = openSession();
      one.push({ topic, messageId: 'm1' });
      expect(one.answers).toMatchObject([{ code: 404, message: 'topic not exist', data: '' }]);
      expect(one.types()).toEqual(['frame.received', 'frame.answered']);
      expect(one.eventsOf('frame.answered')).toMatchObject([{ code: 404, topic, sent: true }]);
    },
  );

  it.each([
    ['SYSTEM', topics.ping],
    ['SYSTEM', 'CONNECTED'],
    ['SOMETHING_NEW', 'x'],
    ['callback', topics.cardCallback],
  ])('of type %s, topic %s, is logged and not answered', (type, topic) => {
    const one = openSession();
    one.push({ type, topic, data: '{"opaque":"1"}' });
    expect(one.answers).toEqual([]);
    expect(one.eventsOf('frame.received')).toMatchObject([{ frameType: type, topic }]);
  });

  it('is logged without its secrets', () => {
    const one = openSession();
    one.push({ type: 'SYSTEM', topic: 'x', data: { accessToken: 'verysecrettoken1' } });
    const [received] = one.eventsOf('frame.received');
    expect(received?.raw).toContain('accessToken');
    expect(received?.raw).not.toContain('verysecrettoken1');
  });
});
