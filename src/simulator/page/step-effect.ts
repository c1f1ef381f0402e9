import { type AnswerEffect, answerEffect } from '../../log/answer-effect.js';
import type { CardLayers } from '../../log/card-layers.js';
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
  const layers = { private: new Map<string, object>(), answered: new Map<string, object>() };
  for (const { userId, layer, before: was, wasReplaced = false } of own) {
    if (was) layers[layer].set(userId, { cardParamMap: was, replaces: wasReplaced });
  }
  return {
    cardParamMap: before,
    privateData: Object.fromEntries(layers.private) as CardLayers['privateData'],
    seenBy: Object.fromEntries(layers.answered) as CardLayers['seenBy'],
  };
}
