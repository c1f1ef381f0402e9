import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { errorStatus, someErrorCode, someErrorText } from '../../../src/log/filter/error-texts.js';
import { callbackAnswered, callbackReceived, cardCreated } from '../../support/event-builders.js';
import { lastSubject, rowSubjects } from '../../support/filters.js';

const fault = { httpStatus: 403, code: 'param.bad', message: '不允许' };
const error = { code: 'E4001', params: { detail: 'why' }, fault };
const because = {};

describe('what went wrong', () => {
  it.each<[EventBody, string]>([
    [{ type: 'connection.refused', fault }, '不允许'],
    [
      { type: 'connection.lost', connectionId: 'c', reason: 'idle', detail: 'gone', wasOpen: true },
      'gone',
    ],
    [{ type: 'frame.malformed', connectionId: 'c', problem: 'binary', detail: 'd', raw: '' }, 'd'],
    [callbackReceived('e', {}, { problem: 'content is missing' }), 'content is missing'],
    [
      {
        type: 'card.undelivered',
        outTrackId: 'c',
        spaceType: 'IM_GROUP',
        spaceId: 's',
        errorMsg: 'no such group',
        because,
      },
      'no such group',
    ],
    [{ type: 'card.uncertain', outTrackId: 'c', detail: 'timeout' }, 'timeout'],
    [{ type: 'card.updateFailed', outTrackId: 'c', error, because }, 'why'],
    [
      {
        type: 'rules.rejected',
        file: 'r',
        problems: [{ line: 1, column: 1, message: 'bad' }],
        keptPrevious: true,
      },
      'bad',
    ],
    [{ type: 'notice', level: 'warn', key: 'notice.x', params: { a: 'b' } }, 'b'],
  ])('is known of %o', (event, text) => {
    expect(someErrorText(lastSubject(event), (one) => one === text)).toBe(true);
  });

  it('is nothing where nothing did', () => {
    for (const event of [cardCreated('c'), callbackReceived('e')]) {
      expect(someErrorText(lastSubject(event), () => true)).toBe(false);
    }
    const told = lastSubject({ type: 'notice', level: 'info', key: 'k', params: { a: 'b' } });
    expect(someErrorText(told, () => true)).toBe(false);
  });

  it('is known of the row of a card', () => {
    const [row] = rowSubjects(cardCreated('c'), {
      type: 'card.updateFailed',
      outTrackId: 'c',
      error,
      because,
    });
    expect(row && someErrorText(row, (text) => text === '不允许')).toBe(true);
    expect(row && someErrorCode(row, (code) => code === 'param.bad')).toBe(true);
    expect(row && errorStatus(row)).toBe(403);
  });

  it('has the code of an answer', () => {
    const [row] = rowSubjects(callbackReceived('e'), callbackAnswered('e', { code: 500 }));
    expect(row && someErrorCode(row, (code) => code === '500')).toBe(true);
  });
});
