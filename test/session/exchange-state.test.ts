import { expect, it } from 'vitest';
import { emptyAnswer } from '../../src/answer/answer.js';
import { createAnswerFrames } from '../../src/session/exchange-state.js';

const cardData = { cardParamMap: { status: '好' } };

it.each([
  [
    { kind: 'update', response: { cardData } } as const,
    200,
    'OK',
    JSON.stringify({ response: { cardData } }),
  ],
  [emptyAnswer, 200, 'OK', '{"response":{}}'],
  [{ kind: 'fail', code: 503, message: '忙' } as const, 503, '忙', ''],
])('%o on the wire', (answer, code, message, data) => {
  // The same answer twice: the second is made from what the first one left.
  const answerFrame = createAnswerFrames();
  for (const messageId of ['m1', 'm2']) {
    const headers = { contentType: 'application/json', messageId };
    expect(answerFrame(messageId, answer)).toMatchObject({ code, headers, message, data });
  }
});
