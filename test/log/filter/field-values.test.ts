import { describe, expect, it } from 'vitest';
import { numberOf, valuesOf } from '../../../src/log/filter/field-values.js';
import type { FieldRef } from '../../../src/log/filter/filter-node.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  messageReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { lastSubject } from '../../support/filters.js';

function values(field: FieldRef, subject: ReturnType<typeof lastSubject>): readonly string[] {
  const seen: string[] = [];
  valuesOf(field)(subject, (text) => {
    seen.push(text);
    return false;
  });
  return seen;
}

describe('values of a field', () => {
  it('are all ways to call it', () => {
    const message = lastSubject(messageReceived('m', 'x'));
    expect(values({ name: 'user' }, message)).toEqual(['manager01', '张三']);
    expect(values({ name: 'conversation' }, message)).toEqual(['cidA1b2C3d4E5f6==', '审批群']);
    const card = lastSubject(messageReceived('m', 'x'), cardCreated('c'));
    expect(values({ name: 'template' }, card)).toEqual(['approval.schema', 'approval.v3']);
    expect(values({ name: 'conversation' }, card)).toEqual([
      'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
      'cidA1b2C3d4E5f6==',
      '审批群',
    ]);
  });

  it('leave out what is empty', () => {
    const stranger = lastSubject(messageReceived('m', '', { senderStaffId: '', senderNick: '' }));
    expect(values({ name: 'user' }, stranger)).toEqual([]);
    expect(values({ name: 'text' }, stranger)).toEqual([]);
  });

  it('of a tap are what its person sees: what only they were answered covers the rest', () => {
    const response = { cardData: { cardParamMap: { status: 'theirs' } } };
    const story = [
      sessionStarted({ answerReach: 'clicker' }),
      cardCreated('c', { cardParamMap: { status: 'all' } }),
      callbackReceived('e1', { outTrackId: 'c', userId: 'u1' }),
      callbackAnswered('e1', { response }),
    ] as const;
    const tapOf = (userId: string) =>
      lastSubject(...story, callbackReceived('e2', { outTrackId: 'c', userId }));
    expect(values({ name: 'var', path: 'status' }, tapOf('u1'))).toEqual(['theirs']);
    expect(values({ name: 'var', path: 'status' }, tapOf('u2'))).toEqual(['all']);
  });

  it('are those of the event before those of the card', () => {
    const delivered = lastSubject(
      cardCreated('c', { because: { rule: 'a' } }),
      cardDelivered('c', { because: { rule: 'b' } }),
    );
    expect(values({ name: 'rule' }, delivered)).toEqual(['b']);
  });

  it('of private variables are those of anybody', () => {
    const card = lastSubject(
      cardCreated('c', {
        cardParamMap: {},
        privateData: { a: { cardParamMap: { x: '1' } }, b: { cardParamMap: { x: '2' } } },
      }),
    );
    expect(values({ name: 'var', path: 'x' }, card)).toEqual(['1', '2']);
  });
});

describe('numbers', () => {
  it('are whole milliseconds', () => {
    const opened = lastSubject({
      type: 'connection.opened',
      connectionId: 'c',
      endpoint: 'e',
      tookMs: 1.6,
    });
    expect(numberOf('tookMs')(opened)).toBe(2);
    expect(numberOf('status')(opened)).toBeUndefined();
  });
});
