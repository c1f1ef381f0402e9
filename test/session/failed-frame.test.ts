import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { topics } from '../../src/protocol/topics.js';
import { answerOfFailure, noteAnswer } from '../../src/session/failed-frame.js';
import {
  messageFrame,
  openSession,
  type PushedFrame,
  receivedFrame,
  tapFrame,
} from '../support/session-harness.js';

describe('a frame whose listener failed', () => {
  it.each<[string, PushedFrame, number | undefined, string | undefined]>([
    ['a tap', tapFrame(), 200, '{"response":{}}'],
    ['a bot message', messageFrame(), 500, ''],
    ['an EVENT', { type: 'EVENT', topic: '*' }, 500, ''],
    ['another CALLBACK', { topic: topics.graphApi }, 500, ''],
    ['a SYSTEM frame', { type: 'SYSTEM', topic: topics.ping }, undefined, undefined],
    ['an unknown type', { type: 'NEW', topic: 'x' }, undefined, undefined],
  ])('%s gets the code and data the protocol wants', (_, pushed, code, data) => {
    const answer = answerOfFailure(receivedFrame({ ...pushed, messageId: 'm7' }).frame);
    expect([answer?.code, answer?.data]).toEqual([code, data]);
    if (answer) expect(answer.headers.messageId).toBe('m7');
  });

  it('is answered 500 in the session when it is an EVENT, and stays in the log', () => {
    const one = openSession();
    const monotonic = one.clock.monotonic.bind(one.clock);
    one.clock.monotonic = () => {
      throw new Error('the clock broke');
    };
    one.push({ type: 'EVENT', topic: '*', messageId: 'm1', headers: { eventId: 'e1' } });
    one.clock.monotonic = monotonic;
    expect(one.answers).toMatchObject([{ code: 500, headers: { messageId: 'm1' } }]);
    expect(one.events).toMatchObject([
      { type: 'frame.malformed', problem: 'content', detail: 'the clock broke' },
      { type: 'frame.answered', code: 500, sent: true },
    ]);
    one.push({ type: 'EVENT', topic: '*', messageId: 'm2', headers: { eventId: 'e2' } });
    expect(one.answers[1]).toMatchObject({ code: 200 });
  });

  it('that was answered before the failure is not answered twice', () => {
    const one = openSession();
    one.clock.monotonic = () => {
      throw new Error('the clock broke');
    };
    one.push(messageFrame());
    expect(one.answers).toMatchObject([{ code: 200 }]);
    expect(one.types()).toEqual(['frame.malformed']);
  });
});

describe('noteAnswer', () => {
  it('passes the answer and its outcome on, and knows of it', () => {
    const clock = new ManualClock();
    const noted = noteAnswer(receivedFrame(tapFrame(), () => clock.now() < 0));
    expect(noted.isAnswered).toBe(false);
    const answer = answerOfFailure(noted.frame);
    if (!answer) throw new Error('a tap has an answer');
    expect([noted.respond(answer), noted.isAnswered]).toEqual([false, true]);
  });
});
