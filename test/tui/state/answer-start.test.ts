import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { answerStart } from '../../../src/tui/state/answer-start.js';
import { templateAt } from '../../support/card-templates.js';
import { callbackAnswered, callbackReceived, cardCreated } from '../../support/event-builders.js';
import { rulesOf } from '../../support/rule-subjects.js';
import { dataOf } from '../../support/view-data.js';

const template = templateAt('examples/approval/template.json');
const said = (status: string) => ({ cardData: { cardParamMap: { status } } });

function start(events: readonly EventBody[], rules?: string) {
  const data = dataOf([...events, callbackReceived('e9')]);
  const exchange = data.exchanges.get('e9');
  if (!exchange) throw new Error('no exchange');
  const known = rules === undefined ? undefined : rulesOf(rules);
  return answerStart(exchange, data, {
    rules: () => known,
    templateOf: (id) => (id === 'known.schema' ? template : undefined),
  });
}

function answered(id: string, status: string, outTrackId = 'dtcard-8f0c'): readonly EventBody[] {
  return [
    callbackReceived(id, { outTrackId }),
    callbackAnswered(id, { source: 'manual', response: said(status) }),
  ];
}

describe('writing an answer begins', () => {
  it('with the nearest rule of those in force', () => {
    const rules = `version: 1
rules:
  - { name: near, on: callback, when: { action: btn_agree, user: boss }, answer: { cardData: { by: near } } }`;
    expect(start(answered('e1', 'x'), rules).guess).toMatchObject({ from: 'rule', rule: 'near' });
  });

  it('with the last answer to the same action, of cards of the same template where that is known', () => {
    expect(start([...answered('e1', 'old'), ...answered('e2', 'new')]).guess).toEqual({
      from: 'recent',
      response: said('new'),
    });
    const cards = [
      cardCreated('dtcard-8f0c', { cardTemplateId: 'a' }),
      cardCreated('other', { cardTemplateId: 'b' }),
    ];
    const both = [...cards, ...answered('e1', 'mine'), ...answered('e2', 'theirs', 'other')];
    expect(start(both).guess).toMatchObject({ response: said('mine') });
    const elsewhere = [
      callbackReceived('e1', { actionIds: ['other'] }),
      callbackAnswered('e1', { source: 'manual', response: said('x') }),
    ];
    expect(start(elsewhere).guess.from).toBe('nothing');
  });

  it('with what the card shows, and knows its template', () => {
    const card = cardCreated('dtcard-8f0c', {
      cardTemplateId: 'known.schema',
      cardParamMap: { status: '待处理' },
      privateData: { user02: { cardParamMap: { voted: 'false' } } },
    });
    const begun = start([card]);
    expect(begun.guess.from).toBe('card');
    expect(begun.template).toBe(template);
    expect(begun.now).toEqual({ public: { status: '待处理' }, private: { voted: 'false' } });
  });
});
