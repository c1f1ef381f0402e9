import { type AnswerEffect, answerEffect } from '../../log/answer-effect.js';
import type { AnsweredLayer, CardLayers } from '../../log/card-layers.js';
import type { CardParamMap } from '../../protocol/card-callback.js';
import type { CallbackStep, DataChange } from './card-history.js';

/** What the answer of a tap did; undefined when it changed nothing, or is not there yet. */
export function stepEffect(outTrackId: string, step: CallbackStep): AnswerEffect | undefined {
  const { userId, outcome, change } = step;
  if (outcome.is !== 'answered' || !outcome.applied || !outcome.response || !change) {
    return undefined;
  }
  const reachesAll = change.viewers.includes('*') || !outcome.response.cardData;
  return answerEffect({
    as: 'answer',
    outTrackId,
    userId,
    response: outcome.response,
    before: layersBefore(change),
    reach: reachesAll ? 'everyone' : 'clicker',
    viewers: [],
  });
}

function layersBefore({ before, own }: DataChange): CardLayers {
  const privateData = new Map<string, { readonly cardParamMap: CardParamMap }>();
  const seenBy = new Map<string, AnsweredLayer>();
  for (const { userId, layer, before: cardParamMap, wasReplaced = false } of own) {
    if (!cardParamMap) continue;
    if (layer === 'private') privateData.set(userId, { cardParamMap });
    else seenBy.set(userId, { cardParamMap, replaces: wasReplaced });
  }
  return { cardParamMap: before, privateData: Object.fromEntries(privateData), seenBy };
}
