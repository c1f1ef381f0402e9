import { describe, expect, it } from 'vitest';
import { scriptCallbackInput, scriptMessageInput } from '../../src/answer/script-input.js';
import { ManualClock } from '../../src/base/clock.js';
import { createCardsProjection } from '../../src/log/cards.js';
import { createEventLog } from '../../src/log/event-log.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  sessionStarted,
} from '../support/event-builders.js';
import { callback, message } from '../support/rule-subjects.js';

const nowMs = Date.UTC(2026, 10, 23, 8, 30);

describe('what a script is told', () => {
  it('of a card is what the one who tapped sees', () => {
    const log = createEventLog({ clock: new ManualClock() });
    const cards = log.project(createCardsProjection()).read();
    const response = { cardData: { cardParamMap: { status: '已同意' } } };
    log.append(
      sessionStarted({ answerReach: 'clicker' }),
      cardCreated('track1', { cardParamMap: { status: '待处理' } }),
      callbackReceived('e1', { outTrackId: 'track1', userId: 'user02' }),
      callbackAnswered('e1', { response }),
    );
    const told = (userId: string) =>
      scriptCallbackInput({ callback: callback({ userId }), card: cards.get('track1'), nowMs });
    expect(told('user02')).toMatchObject({ card: { cardParamMap: { status: '已同意' } } });
    expect(told('user03')).toMatchObject({ card: { cardParamMap: { status: '待处理' } } });
  });

  it('of a tap: the callback as it came, and the time', () => {
    expect(scriptCallbackInput({ callback: callback(), nowMs })).toEqual({
      on: 'callback',
      callback: callback(),
      now: '2026-11-23T08:30:00.000Z',
    });
  });

  it('of a tap on a card that is known: its data now, and who tapped', () => {
    const log = createEventLog({ clock: new ManualClock() });
    const cards = log.project(createCardsProjection()).read();
    log.append(
      cardCreated('track1', {
        cardTemplateId: 'a.schema',
        openSpaceId: 'dtv1.card//IM_GROUP.cid1',
        cardParamMap: { status: '待处理' },
        privateData: { manager01: { cardParamMap: { mine: '1' } } },
      }),
    );
    const card = cards.get('track1');
    expect(scriptCallbackInput({ callback: callback(), card, nick: '王五', nowMs })).toMatchObject({
      user: '王五',
      card: {
        outTrackId: 'track1',
        cardTemplateId: 'a.schema',
        openSpaceId: 'dtv1.card//IM_GROUP.cid1',
        cardParamMap: { status: '待处理' },
        privateData: { manager01: { mine: '1' } },
      },
    });
  });

  it('of a message', () => {
    expect(scriptMessageInput(message(), nowMs)).toEqual({
      on: 'message',
      message: message(),
      now: '2026-11-23T08:30:00.000Z',
    });
  });
});
