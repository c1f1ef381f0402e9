import { describe, expect, it } from 'vitest';
import { answerResponse } from '../../src/answer/callback-answer.js';

describe('the response of a rule', () => {
  it('updates by key unless told otherwise, so that other variables survive', () => {
    expect(answerResponse({ cardData: { status: '已同意' } })).toEqual({
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { status: '已同意' } },
    });
  });

  it('replaces everything when the rule says so', () => {
    const response = answerResponse({
      cardData: { status: '已同意' },
      updateCardDataByKey: false,
      updatePrivateDataByKey: false,
    });
    expect(response?.cardUpdateOptions).toEqual({
      updateCardDataByKey: false,
      updatePrivateDataByKey: false,
    });
  });

  it('carries private variables without public ones', () => {
    expect(answerResponse({ userPrivateData: { voted: 'true' } })).toEqual({
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    });
  });

  it('is none when there is nothing to change', () => {
    expect(answerResponse({})).toBeUndefined();
    expect(answerResponse({ updateCardDataByKey: false })).toBeUndefined();
  });

  it('can wipe all variables with an empty map', () => {
    expect(answerResponse({ cardData: {}, updateCardDataByKey: false })?.cardData).toEqual({
      cardParamMap: {},
    });
  });
});
