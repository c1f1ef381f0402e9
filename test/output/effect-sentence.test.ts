import { describe, expect, it } from 'vitest';
import { type Translate, translator } from '../../src/i18n/translate.js';
import { type AnswerEffectInput, answerEffect } from '../../src/log/answer-effect.js';
import { emptyLayers } from '../../src/log/card-layers.js';
import { createKnownNames } from '../../src/log/known-names.js';
import { effectSentence } from '../../src/output/effect-sentence.js';

const before = { ...emptyLayers, cardParamMap: { title: 't', amount: '12' } };
const known = {
  outTrackId: 'c1',
  before,
  userId: 'user02',
  reach: 'everyone',
  viewers: [],
} as const;
const cardUpdateOptions = { updateCardDataByKey: true };
const cardData = { cardParamMap: { status: 'x' } };

function words(part: object, t: Translate = translator('en')): readonly string[] {
  const effect = answerEffect({ ...known, as: 'answer', ...part } as unknown as AnswerEffectInput);
  return effectSentence(effect, { t, names: createKnownNames() }).map(({ text }) => text);
}

describe('effectSentence', () => {
  it('has nothing to say of an answer that merges and reaches everyone', () => {
    expect(words({ response: { cardUpdateOptions, cardData } })).toEqual([]);
  });

  it('names what became empty, and for lack of what', () => {
    expect(words({ response: { cardData } })).toEqual([
      'emptied, for lack of updateCardDataByKey: title, amount',
    ]);
    expect(words({ response: { cardData } }, translator('zh'))).toEqual([
      '没有 updateCardDataByKey，替换后变空：title, amount',
    ]);
  });

  it('names eight of many', () => {
    const cardParamMap = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`v${at}`, 'x']));
    const [line = ''] = words({ before: { ...before, cardParamMap }, response: { cardData } });
    expect(line).toContain('v7, …');
    expect(line).not.toContain('v8');
  });

  it('says who sees less, or more, than one might think', () => {
    const reach = 'clicker';
    expect(words({ reach, response: { cardUpdateOptions, cardData } })).toEqual([
      'only user02 sees the cardData; what others see is unchanged',
    ]);
    expect(words({ reach, as: 'update', update: { ...cardData, cardUpdateOptions } })).toEqual([
      'the update reaches everyone; an answer in time would have reached user02 only',
    ]);
    const mine = { userPrivateData: { cardParamMap: { voted: '1' } } };
    expect(words({ reach, response: mine })).toEqual([]);
  });

  it('names nothing it does not know', () => {
    expect(words({ before: undefined, response: { cardData } })).toEqual([
      'without updateCardDataByKey every variable that was not given is empty now',
    ]);
  });
});
