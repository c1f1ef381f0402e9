import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createCardsProjection } from '../../src/log/cards.js';
import { createEventLog } from '../../src/log/event-log.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  sessionStarted,
} from '../support/event-builders.js';

function open(capacity?: number) {
  const log = createEventLog({ clock: new ManualClock(1000) });
  const projection = log.project(createCardsProjection(capacity));
  return { log, projection, view: projection.read() };
}

const undelivered = {
  type: 'card.undelivered',
  outTrackId: 'c1',
  spaceType: 'IM_ROBOT',
  spaceId: 'user09',
  errorMsg: '不在组织内',
  because: {},
} as const;

describe('cards', () => {
  it('is delivered, partly or not at all, as its targets are', () => {
    const { log, view } = open();
    log.append(cardCreated('c1'));
    expect(view.get('c1')?.phase).toBe('created');
    log.append(undelivered);
    expect(view.get('c1')?.phase).toBe('undelivered');
    log.append(cardDelivered('c1'));
    expect(view.get('c1')?.phase).toBe('partly');
    log.append(cardCreated('c2'), cardDelivered('c2'));
    expect(view.get('c2')?.phase).toBe('delivered');
  });

  it('merges an update by key and replaces everything without the flag', () => {
    const { log, view } = open();
    log.append(cardCreated('c1', { cardParamMap: { a: '1', b: '2' } }));
    const update = { type: 'card.updated', outTrackId: 'c1', because: {} } as const;
    log.append({
      ...update,
      cardParamMap: { b: '3' },
      cardUpdateOptions: { updateCardDataByKey: true },
    });
    expect(view.get('c1')?.cardParamMap).toEqual({ a: '1', b: '3' });
    log.append({ ...update, cardParamMap: { c: '4' } });
    expect(view.get('c1')).toMatchObject({ cardParamMap: { c: '4' }, updates: 2 });
  });

  it('folds an answer into public data and into the private data of the one who tapped', () => {
    const { log, view } = open();
    log.append(
      cardCreated('c1', { cardParamMap: { status: 'open', title: 't' } }),
      callbackReceived('e1', { outTrackId: 'c1', userId: 'user02' }),
      callbackAnswered('e1', {
        response: {
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
          cardData: { cardParamMap: { status: 'agreed' } },
          userPrivateData: { cardParamMap: { voted: 'true' } },
        },
      }),
    );
    expect(view.get('c1')?.cardParamMap).toEqual({ status: 'agreed', title: 't' });
    expect(view.get('c1')?.privateData).toEqual({ user02: { cardParamMap: { voted: 'true' } } });
  });

  it('keeps an answer for the clicker from everyone else', () => {
    const { log, view } = open();
    const response = { cardData: { cardParamMap: { status: 'agreed' } } };
    log.append(
      sessionStarted({ answerReach: 'clicker' }),
      cardCreated('c1', { cardParamMap: { status: 'open' } }),
      callbackReceived('e1', { outTrackId: 'c1', userId: 'user02' }),
      callbackAnswered('e1', { response }),
    );
    expect(view.get('c1')).toMatchObject({
      cardParamMap: { status: 'open' },
      seenBy: new Map([['user02', { cardParamMap: { status: 'agreed' }, replaces: true }]]),
    });
    log.append({
      type: 'card.updated',
      outTrackId: 'c1',
      cardParamMap: { status: 'done' },
      because: {},
    });
    expect(view.get('c1')).toMatchObject({ cardParamMap: { status: 'done' }, seenBy: new Map() });
  });

  it('takes a repeated answer when the first never arrived', () => {
    const { log, view } = open();
    const response = { cardData: { cardParamMap: { status: 'agreed' } } };
    log.append(
      cardCreated('c1'),
      callbackReceived('e1', { outTrackId: 'c1' }),
      callbackAnswered('e1', { response, sent: false }),
      callbackAnswered('e1', { response, source: 'duplicate' }),
      callbackAnswered('e1', { response, source: 'duplicate' }),
    );
    expect(view.get('c1')).toMatchObject({ cardParamMap: { status: 'agreed' }, updates: 1 });
  });

  it.each([{ sent: false }, { code: 500 }])('changes nothing for an answer %o', (part) => {
    const { log, view } = open();
    const response = { cardData: { cardParamMap: { status: 'agreed' } } };
    log.append(
      cardCreated('c1'),
      callbackReceived('e1', { outTrackId: 'c1' }),
      callbackAnswered('e1', { response, ...part }),
    );
    expect(view.get('c1')?.cardParamMap['status']).toBe('待审批');
  });

  it('keeps private data of a user called __proto__ to itself', () => {
    const { log, view } = open();
    log.append(cardCreated('c1'), {
      type: 'card.updated',
      outTrackId: 'c1',
      privateData: JSON.parse('{"__proto__":{"cardParamMap":{"x":"1"}}}') as Record<
        string,
        { cardParamMap: Record<string, string> }
      >,
      because: {},
    });
    expect(Object.keys(view.get('c1')?.privateData ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['cardParamMap']).toBeUndefined();
  });

  it('keeps streamed text and the state that comes with it', () => {
    const { log, view } = open();
    const frame = { type: 'card.streamed', outTrackId: 'c1', key: 'content', because: {} } as const;
    const going = { isFull: true, isFinalize: false, isError: false };
    const data = () => view.get('c1')?.cardParamMap;
    log.append(cardCreated('c1'), { ...frame, ...going, content: '一' });
    expect(data()).toMatchObject({ content: '一', flowStatus: '2' });
    log.append({ ...frame, ...going, isFull: false, content: '二' });
    expect(data()).toMatchObject({ content: '一二', flowStatus: '2' });
    log.append({ ...frame, ...going, isFinalize: true, content: '完' });
    expect(data()).toMatchObject({ content: '完', flowStatus: '3' });
    log.append({ ...frame, ...going, isError: true, content: '断' });
    expect(data()).toMatchObject({ content: '断', flowStatus: '5' });
  });

  it('keeps a card that could not be created, with the reason', () => {
    const { log, view } = open();
    const error = { code: 'E4001', params: {} };
    log.append({
      type: 'card.failed',
      outTrackId: 'c1',
      cardTemplateId: 't.schema',
      openSpaceId: 'dtv1.card//IM_ROBOT.u',
      error,
      because: {},
    });
    expect(view.get('c1')).toMatchObject({ phase: 'failed', error });
  });

  it('names the newest card of every template, newest first', () => {
    const { log, view } = open();
    log.append(
      cardCreated('c1', { cardTemplateId: 'a' }),
      cardCreated('c2', { cardTemplateId: 'b' }),
      cardCreated('c3', { cardTemplateId: 'a' }),
    );
    expect(view.recentByTemplate(9).map((card) => card.outTrackId)).toEqual(['c3', 'c2']);
    expect(view.recentByTemplate(1)).toHaveLength(1);
  });

  it('forgets the oldest cards, and ignores what it does not know', () => {
    const { log, projection, view } = open(2);
    log.append(cardCreated('c1'), cardCreated('c2'), cardCreated('c3'));
    expect([view.get('c1'), view.size]).toEqual([undefined, 2]);
    const { version } = projection;
    log.append(cardDelivered('c1'));
    expect(projection.version).toBe(version);
  });
});
