import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import type { CardCallbackResponse } from '../../src/protocol/card-callback.js';
import { createCardStore, type NewSimCard } from '../../src/simulator/card-store.js';
import { createDirectory } from '../../src/simulator/directory.js';
import { createWorld } from '../../src/simulator/world.js';

const everyKey = { updateCardDataByKey: true, updatePrivateDataByKey: true };

function createStore(answerCardData: 'everyone' | 'clicker' = 'everyone') {
  const clock = new ManualClock();
  const directory = createDirectory(createWorld());
  return { clock, cards: createCardStore(clock, directory, () => ({ answerCardData })) };
}

const newCard = (parts: Partial<NewSimCard> = {}): NewSimCard => ({
  outTrackId: 'a',
  cardTemplateId: 't',
  clientId: 'app',
  callbackType: 'STREAM',
  callbackRouteKey: undefined,
  userIdType: 1,
  cardParamMap: { status: 'new', title: 't' },
  privateData: new Map(),
  spaces: [],
  ...parts,
});

describe('answers of callbacks', () => {
  test('§8 items 77 and 79: public data for everyone, userPrivateData for the clicker', () => {
    const { cards } = createStore();
    cards.create(newCard());
    const viewers = cards.applyAnswer('a', 'manager01', {
      cardUpdateOptions: everyKey,
      cardData: { cardParamMap: { status: 'agreed' } },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    });
    expect(viewers).toEqual(['*']);
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'agreed', title: 't', voted: 'true' });
    expect(cards.viewOf('a', 'user002')).toEqual({ status: 'agreed', title: 't' });
  });

  test('stream-protocol S25: without the flags the maps are replaced', () => {
    const { cards } = createStore();
    cards.create(newCard({ privateData: new Map([['manager01', { old: '1' }]]) }));
    cards.applyAnswer('a', 'manager01', {
      cardData: { cardParamMap: { status: 'agreed' } },
      userPrivateData: { cardParamMap: { voted: 'true' } },
    });
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'agreed', voted: 'true' });
  });

  test('private data alone is seen by the clicker alone', () => {
    const { cards } = createStore();
    cards.create(newCard());
    const response = { userPrivateData: { cardParamMap: { voted: 'true' } } };
    expect(cards.applyAnswer('a', 'user002', response)).toEqual(['user002']);
    expect(cards.get('a')?.cardParamMap).toEqual({ status: 'new', title: 't' });
  });

  test.each([
    {},
    { cardData: null, userPrivateData: null, cardUpdateOptions: null },
    { cardData: { cardParamMap: null } },
    { cardData: { cardParamMap: 'text' } },
    { cardData: [] },
  ])('stream-protocol S24: %j changes nothing', (response) => {
    const { cards } = createStore();
    cards.create(newCard());
    expect(cards.applyAnswer('a', 'manager01', response as CardCallbackResponse)).toEqual([]);
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'new', title: 't' });
  });

  test('values that are no strings are kept as text', () => {
    const { cards } = createStore();
    cards.create(newCard());
    const cardParamMap = { n: 1, list: [1], none: null } as unknown as Record<string, string>;
    cards.applyAnswer('a', 'manager01', {
      cardUpdateOptions: everyKey,
      cardData: { cardParamMap },
    });
    expect(cards.viewOf('a', 'manager01')).toEqual({
      status: 'new',
      title: 't',
      n: '1',
      list: '[1]',
    });
  });

  test('an answer for an unknown card is no change', () => {
    const { cards } = createStore();
    const response = { cardData: { cardParamMap: { a: '1' } } };
    expect(cards.applyAnswer('x', 'manager01', response)).toEqual([]);
    expect(cards.viewOf('x', 'manager01')).toBeUndefined();
  });

  test('§8 item 60: private data of a card made with unionIds is kept under the unionId', () => {
    const { cards } = createStore();
    cards.create(newCard({ userIdType: 2 }));
    const response = { userPrivateData: { cardParamMap: { voted: 'true' } } };
    cards.applyAnswer('a', 'manager01', response);
    const [person] = createWorld().people;
    expect(Object.keys(cards.get('a')?.privateData ?? {})).toEqual([person?.unionId]);
    expect(cards.viewOf('a', 'manager01')?.['voted']).toBe('true');
  });
});

describe('answerCardData: clicker', () => {
  const answer = (byKey: boolean): CardCallbackResponse => ({
    cardUpdateOptions: { updateCardDataByKey: byKey },
    cardData: { cardParamMap: { status: 'mine' } },
  });

  test('only the clicker sees the answer, until the same variable is updated for all', () => {
    const { cards } = createStore('clicker');
    const card = cards.create(newCard());
    expect(cards.applyAnswer('a', 'manager01', answer(true))).toEqual(['manager01']);
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'mine', title: 't' });
    expect(cards.viewOf('a', 'user002')).toEqual({ status: 'new', title: 't' });
    cards.update(card, { cardParamMap: { title: 'u' }, ...everyKey });
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'mine', title: 'u' });
    cards.update(card, { cardParamMap: { status: 'done' }, ...everyKey });
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'done', title: 'u' });
  });

  test('a replacing answer hides what it does not hold, until that is updated for all', () => {
    const { cards } = createStore('clicker');
    const card = cards.create(newCard());
    cards.applyAnswer('a', 'manager01', answer(false));
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'mine' });
    cards.update(card, { cardParamMap: { title: 'u' }, ...everyKey });
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'mine', title: 'u' });
    cards.update(card, {
      cardParamMap: { status: 'all' },
      updateCardDataByKey: false,
      updatePrivateDataByKey: false,
    });
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'all' });
  });

  test('private data wins over such an answer', () => {
    const { cards } = createStore('clicker');
    cards.create(newCard({ privateData: new Map([['manager01', { status: 'private' }]]) }));
    cards.applyAnswer('a', 'manager01', answer(true));
    expect(cards.viewOf('a', 'manager01')).toEqual({ status: 'private', title: 't' });
  });
});

describe('cards', () => {
  test('maps handed out earlier are not changed by later updates', () => {
    const { cards } = createStore();
    const card = cards.create(newCard());
    const before = card.cardParamMap;
    cards.update(card, { cardParamMap: { status: 'x' }, ...everyKey });
    expect(before).toEqual({ status: 'new', title: 't' });
  });

  test('keys of every object are ordinary keys', () => {
    const { cards } = createStore();
    const cardParamMap = JSON.parse('{"__proto__":"a","constructor":"b"}') as Record<
      string,
      string
    >;
    cards.create(newCard({ cardParamMap }));
    cards.applyAnswer('a', '__proto__', {
      cardUpdateOptions: everyKey,
      userPrivateData: { cardParamMap: JSON.parse('{"__proto__":"c"}') as Record<string, string> },
    });
    expect(JSON.stringify(cards.viewOf('a', 'manager01'))).toBe(
      '{"__proto__":"a","constructor":"b"}',
    );
    expect(JSON.stringify(cards.viewOf('a', '__proto__'))).toBe(
      '{"__proto__":"c","constructor":"b"}',
    );
    expect(({} as Record<string, unknown>)['c']).toBeUndefined();
  });

  test('latest is the one created last; times are kept', () => {
    const { cards, clock } = createStore();
    expect(cards.latest()).toBeUndefined();
    const first = cards.create(newCard());
    clock.advance(10);
    cards.create(newCard({ outTrackId: 'b' }));
    cards.update(first, { cardParamMap: { a: '1' }, ...everyKey });
    expect(cards.latest()?.outTrackId).toBe('b');
    expect(first.updatedAtMs - first.createdAtMs).toBe(10);
    expect(cards.list().map((card) => card.outTrackId)).toEqual(['a', 'b']);
  });

  test('streaming uncovers the variable for a viewer who was answered alone', () => {
    const { cards } = createStore('clicker');
    const card = cards.create(newCard());
    cards.applyAnswer('a', 'manager01', {
      cardUpdateOptions: everyKey,
      cardData: { cardParamMap: { content: 'mine' } },
    });
    const frame = { guid: 'g', key: 'content', content: 'all', isFull: true };
    cards.stream(card, { ...frame, isFinalize: false, isError: false });
    expect(cards.viewOf('a', 'manager01')?.['content']).toBe('all');
  });
});
