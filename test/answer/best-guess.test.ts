import { describe, expect, it } from 'vitest';
import { bestGuess, type GuessSources } from '../../src/answer/best-guess.js';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createTapKnowledge } from '../../src/log/filter/tap-knowledge.js';
import { callback, rulesOf } from '../support/rule-subjects.js';

const says = (status: string) => ({ cardData: { cardParamMap: { status } } });

const rules = rulesOf(`version: 1
rules:
  - { name: left, on: callback, when: { action: btn_agree }, leave: true }
  - { name: fails, on: callback, when: { action: btn_agree }, fail: {} }
  - { name: empty, on: callback, when: { action: btn_agree }, answer: {} }
  - { name: far, on: callback, when: { action: btn_agree, user: a, outTrackId: b }, answer: { cardData: { status: far } } }
  - { name: near, on: callback, when: { action: btn_agree, user: a }, answer: { cardData: { status: "by \${callback.userId}" } } }
  - { name: as-near, on: callback, when: { action: btn_agree, user: b }, answer: { cardData: { status: later } } }
  - { name: other, on: callback, when: { action: btn_reject }, answer: { cardData: { status: other } } }
`);

function guess(stated: Partial<GuessSources> = {}) {
  return bestGuess({ rules, callback: callback(), nowMs: 0, ...stated });
}

function cardKnown() {
  const log = createEventLog({ clock: new ManualClock() });
  const known = createTapKnowledge(log);
  log.append({
    type: 'card.created',
    outTrackId: 'track1',
    cardTemplateId: 't.schema',
    openSpaceId: 'dtv1.card//IM_GROUP.cid',
    cardParamMap: { status: '待审批' },
    privateData: { manager01: { cardParamMap: { voted: 'false' } } },
    because: {},
  });
  return known;
}

describe('best guess', () => {
  it('is what the nearest rule with an answer says, worked out for this tap', () => {
    expect(guess()).toMatchObject({ from: 'rule', rule: 'near', response: says('by manager01') });
  });

  it('is the first of two rules that are equally near, and a match before all', () => {
    const tap = callback({ userId: 'b' });
    expect(guess({ callback: tap })).toMatchObject({ rule: 'as-near', response: says('later') });
    const nearer = callback({ userId: 'c', outTrackId: 'b' });
    expect(guess({ callback: nearer }).rule).toBe('far');
  });

  it('is what was said before where no rule is near', () => {
    const recent = says('recently');
    const tap = callback({ actionIds: ['btn_new'] });
    expect(guess({ callback: tap, recent })).toEqual({ response: recent, from: 'recent' });
    expect(guess({ rules: undefined, recent })).toEqual({ response: recent, from: 'recent' });
  });

  it('is what the card shows to the one who tapped, by key, where nothing was said', () => {
    expect(guess({ rules: undefined, known: cardKnown() })).toEqual({
      from: 'card',
      response: {
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
        cardData: { cardParamMap: { status: '待审批' } },
        userPrivateData: { cardParamMap: { voted: 'false' } },
      },
    });
  });

  it('is nothing where nothing is known', () => {
    expect(guess({ rules: undefined })).toEqual({ response: {}, from: 'nothing' });
    const tap = callback({ outTrackId: 'unknown' });
    expect(guess({ rules: undefined, callback: tap, known: cardKnown() }).from).toBe('nothing');
  });

  it('does not mind that a rule was used up', () => {
    const once = rulesOf(`version: 1
rules:
  - { name: once, on: callback, limit: { times: 1 }, answer: { cardData: { n: "\${uses}" } } }
`);
    const first = guess({ rules: once });
    expect(first).toMatchObject({
      rule: 'once',
      response: { cardData: { cardParamMap: { n: '1' } } },
    });
    expect(guess({ rules: once })).toEqual(first);
  });
});
