import { describe, expect, it } from 'vitest';
import { someText } from '../../../src/log/filter/search-texts.js';
import { callbackReceived, cardCreated, sessionStarted } from '../../support/event-builders.js';
import { lastSubject } from '../../support/filters.js';

function texts(subject: Parameters<typeof someText>[0]): readonly string[] {
  const seen: string[] = [];
  someText(subject, (text) => {
    seen.push(text);
    return false;
  });
  return seen;
}

describe('what is searched', () => {
  it('of a callback is who, where, what and the values', () => {
    const seen = texts(
      lastSubject(callbackReceived('e', { params: { form: { reason: ['差旅'] } } })),
    );
    expect(seen).toEqual(
      expect.arrayContaining(['user02', 'cidA1b2C3d4E5f6==', 'btn_agree', '差旅', 'dtcard-8f0c']),
    );
  });

  it('of a card is its template and its variables', () => {
    const seen = texts(lastSubject(cardCreated('c')));
    expect(seen).toEqual(expect.arrayContaining(['approval.schema', 'approval.v3', '待审批']));
  });

  it('of the simulator is what it says', () => {
    const seen = texts(
      lastSubject({ type: 'simulator.reported', event: 'tapped', detail: { who: ['李四', 5] } }),
    );
    expect(seen).toEqual(expect.arrayContaining(['tapped', '李四', '5']));
  });

  it('of a session is its app', () => {
    expect(texts(lastSubject(sessionStarted()))).toContain('dingtestclientid0001');
  });

  it('ends in a tree without end', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [index, index]));
    expect(texts(lastSubject(callbackReceived('e', { params: { wide } }))).length).toBeLessThan(
      2100,
    );
  });
});
