import type { CardCallbackResponse, CardParamMap } from '../protocol/card-callback.js';

/** The `answer` of a rule as it stands in the file, values already text. */
export interface AnswerContent {
  readonly cardData?: CardParamMap;
  readonly userPrivateData?: CardParamMap;
  readonly updateCardDataByKey?: boolean;
  readonly updatePrivateDataByKey?: boolean;
}

/**
 * The response for a rule's answer; undefined when it changes nothing. DingTalk replaces the whole
 * map unless told otherwise (stream-protocol §6.4): answering with a new status alone would wipe
 * every other variable of the card. Rules therefore update by key unless the file says false.
 */
export function answerResponse(content: AnswerContent): CardCallbackResponse | undefined {
  const { cardData, userPrivateData } = content;
  if (!cardData && !userPrivateData) return undefined;
  return {
    cardUpdateOptions: {
      updateCardDataByKey: content.updateCardDataByKey ?? true,
      updatePrivateDataByKey: content.updatePrivateDataByKey ?? true,
    },
    ...(cardData ? { cardData: { cardParamMap: cardData } } : {}),
    ...(userPrivateData ? { userPrivateData: { cardParamMap: userPrivateData } } : {}),
  };
}
