import { describe, expect, it } from 'vitest';
import { answerOf, emptyAnswer } from '../../src/answer/answer.js';

describe('an answer', () => {
  it('updates where there is something to change, and acknowledges otherwise', () => {
    const response = { cardData: { cardParamMap: { status: '已同意' } } };
    expect(answerOf(response)).toEqual({ kind: 'update', response });
    expect(answerOf(undefined)).toBe(emptyAnswer);
  });
});
