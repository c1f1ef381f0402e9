import { describe, expect, it } from 'vitest';
import {
  answerLayers,
  type CardLayers,
  emptyLayers,
  mostAnswered,
  privateOf,
  publicOf,
  seenOf,
  updateLayers,
} from '../../src/log/card-layers.js';
import type { CardParamMap } from '../../src/protocol/card-callback.js';

const card: CardLayers = { ...emptyLayers, cardParamMap: { title: 't', status: 'open' } };
const byKey = { updateCardDataByKey: true, updatePrivateDataByKey: true };
const answer = (cardParamMap: CardParamMap, isByKey = true) => ({
  cardData: { cardParamMap },
  ...(isByKey && { cardUpdateOptions: byKey }),
});
const map = (json: string) => JSON.parse(json) as CardParamMap;

describe('layers of a card', () => {
  it('an answer for everyone changes what everyone sees', () => {
    const after = answerLayers(card, 'u1', answer({ status: 'done' }), 'everyone');
    for (const who of ['u1', 'u2', undefined]) {
      expect(publicOf(after, who)).toEqual({ title: 't', status: 'done' });
    }
  });

  it('an answer for the clicker changes what the clicker sees', () => {
    const after = answerLayers(card, 'u1', answer({ status: 'done' }), 'clicker');
    expect(publicOf(after, 'u1')).toEqual({ title: 't', status: 'done' });
    expect(publicOf(after, 'u2')).toEqual(card.cardParamMap);
    expect(publicOf(after, undefined)).toEqual(card.cardParamMap);
  });

  it('answers to one person add up by key, and replace each other without', () => {
    let layers = answerLayers(card, 'u1', answer({ status: 'one' }), 'clicker');
    layers = answerLayers(layers, 'u1', answer({ note: 'two' }), 'clicker');
    expect(publicOf(layers, 'u1')).toEqual({ title: 't', status: 'one', note: 'two' });
    layers = answerLayers(layers, 'u1', answer({ note: 'three' }, false), 'clicker');
    expect(publicOf(layers, 'u1')).toEqual({ note: 'three' });
    layers = answerLayers(layers, 'u1', answer({ title: 'four' }), 'clicker');
    expect(publicOf(layers, 'u1')).toEqual({ note: 'three', title: 'four' });
  });

  it('what is written for everyone shows again over answers to one person', () => {
    const merged = answerLayers(card, 'u1', answer({ status: 'one', note: 'n' }), 'clicker');
    const update = { cardParamMap: { status: 'all' }, cardUpdateOptions: byKey };
    expect(publicOf(updateLayers(merged, update), 'u1')).toEqual({
      title: 't',
      status: 'all',
      note: 'n',
    });
    const replaced = answerLayers(card, 'u1', answer({ note: 'n' }, false), 'clicker');
    expect(publicOf(updateLayers(replaced, update), 'u1')).toEqual({ note: 'n', status: 'all' });
    const whole = updateLayers(replaced, { cardParamMap: { status: 'all' } });
    expect(publicOf(whole, 'u1')).toEqual({ status: 'all' });
  });

  it('private data is merged or replaced for each person, and lies over the public', () => {
    const first = updateLayers(card, { privateData: { u1: { cardParamMap: { status: 'mine' } } } });
    expect(seenOf(first, 'u1')).toEqual({ title: 't', status: 'mine' });
    expect(seenOf(first, 'u2')).toEqual(card.cardParamMap);
    const userPrivateData = { cardParamMap: { note: 'n' } };
    const more = answerLayers(
      first,
      'u1',
      { userPrivateData, cardUpdateOptions: byKey },
      'everyone',
    );
    expect(privateOf(more, 'u1')).toEqual({ status: 'mine', note: 'n' });
    const less = answerLayers(more, 'u1', { userPrivateData }, 'clicker');
    expect(privateOf(less, 'u1')).toEqual({ note: 'n' });
  });

  it('changes nothing in place, and nothing at all where nothing is given', () => {
    const frozen = JSON.stringify(card);
    answerLayers(card, 'u1', answer({ status: 'x' }, false), 'everyone');
    expect(JSON.stringify(card)).toBe(frozen);
    expect(answerLayers(card, 'u1', {}, 'clicker')).toBe(card);
    expect(updateLayers(card, {})).toBe(card);
  });

  it('remembers the answers of so many people, and goes on with the others', () => {
    let layers = card;
    for (let at = 0; at < mostAnswered + 3; at++) {
      layers = answerLayers(layers, `u${at}`, answer({ status: `${at}` }), 'clicker');
    }
    expect(layers.seenBy.size).toBe(mostAnswered);
    expect(publicOf(layers, 'u0')).toEqual(card.cardParamMap);
    expect(publicOf(layers, `u${mostAnswered + 2}`)['status']).toBe(`${mostAnswered + 2}`);
    const again = answerLayers(layers, 'u3', answer({ status: 'again' }), 'clicker');
    expect(again.seenBy.size).toBe(mostAnswered);
    expect(publicOf(again, 'u4')['status']).toBe('4');
  });

  it('people and variables may be called __proto__', () => {
    const given = map('{"__proto__":"v"}');
    const layers = answerLayers(card, '__proto__', answer(given), 'clicker');
    expect(JSON.stringify(publicOf(layers, '__proto__'))).toBe(
      '{"title":"t","status":"open","__proto__":"v"}',
    );
    expect(publicOf(layers, 'constructor')).toEqual(card.cardParamMap);
    expect(privateOf(layers, 'toString')).toEqual({});
  });

  it('keeps texts only, as the platform does', () => {
    const odd = JSON.parse('{"n":1,"list":[1],"gone":null}') as CardParamMap;
    const layers = answerLayers(card, 'u1', answer(odd), 'everyone');
    expect(layers.cardParamMap).toEqual({ title: 't', status: 'open', n: '1', list: '[1]' });
  });
});
