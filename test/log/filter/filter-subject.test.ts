import { describe, expect, it } from 'vitest';
import { callbackSubject, messageSubject } from '../../../src/log/filter/filter-subject.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  messageReceived,
} from '../../support/event-builders.js';
import { lastSubject, rowSubjects } from '../../support/filters.js';
import { callback, message } from '../../support/rule-subjects.js';

describe('a subject', () => {
  it('of a row has the kind and the type of what began it', () => {
    const rows = rowSubjects(
      messageReceived('m', 'x'),
      cardCreated('dtcard-8f0c'),
      callbackReceived('e'),
      callbackAnswered('e'),
      { type: 'rules.loaded', file: 'f', count: 1 },
    );
    expect(rows.map(({ kind, type }) => [kind, type])).toEqual([
      ['message', 'message.received'],
      ['card', 'card.created'],
      ['callback', 'callback.received'],
      ['rules', 'rules.loaded'],
    ]);
    expect(rows[2]).toMatchObject({ cardTemplateId: 'approval.schema' });
    expect(rows[2]?.exchange?.phase).toBe('answered');
  });

  it('of an event has its own type and what it is about', () => {
    const answered = lastSubject(callbackReceived('e'), callbackAnswered('e'));
    expect(answered).toMatchObject({ kind: 'callback', type: 'callback.answered' });
    expect(answered.callback?.userId).toBe('user02');
    const unanswered = lastSubject(messageReceived('m', 'hi'), {
      type: 'message.unanswered',
      msgId: 'm',
    });
    expect(unanswered.message?.text).toBe('hi');
  });

  it('of an event about something forgotten is still one', () => {
    expect(lastSubject(callbackAnswered('gone'))).toMatchObject({ kind: 'callback' });
  });

  it('of a rule is the message or the tap', () => {
    expect(messageSubject(message()).message?.senderNick).toBe('李四');
    expect(callbackSubject(callback(), 't', undefined, {})).toMatchObject({
      kind: 'callback',
      cardTemplateId: 't',
    });
  });
});
