import { expect, it } from 'vitest';
import { answerFrame, emptyAnswer } from '../../src/session/exchange-state.js';

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
  const headers = { contentType: 'application/json', messageId: 'm1' };
  expect(answerFrame('m1', answer)).toEqual({ code, headers, message, data });
});
