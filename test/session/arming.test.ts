import { describe, expect, it } from 'vitest';
import { acceptRule, openSession, responseOf, tapFrame } from '../support/session-harness.js';

const response = { cardData: { cardParamMap: { status: 'armed' } } };
const update = { kind: 'update', response } as const;

describe('an armed answer', () => {
  it('goes before every rule, once, and the log says which one it was', () => {
    const one = openSession({ rules: acceptRule });
    const armedId = one.session.commands.arm({ filter: 'action:accept', answer: update, times: 1 });
    one.push(tapFrame('accept', { messageId: 'a' }));
    one.push(tapFrame('accept', { messageId: 'b' }));
    expect(responseOf(one.answers[0])).toEqual(response);
    expect(one.eventsOf('callback.answered')).toMatchObject([
      { source: 'armed', armedId, response },
      { source: 'rule' },
    ]);
    expect(one.order.slice(0, 5)).toEqual([
      'event answer.armed',
      'answer 200',
      'event callback.received',
      'event callback.answered',
      'event answer.disarmed',
    ]);
    expect(one.eventsOf('answer.disarmed')).toMatchObject([{ armedId, reason: 'used-up' }]);
  });

  it('can refuse, and knows the card', async () => {
    const one = openSession({ settings: { answerByHand: true } });
    const { commands } = one.session;
    const answer = { kind: 'fail', code: 503, message: 'no' } as const;
    commands.arm({ filter: 'var.title:审批', answer });
    const card = { cardTemplateId: 't.schema', openSpaceId: 'dtv1.card//IM_GROUP.c' };
    one.push(tapFrame('accept', { messageId: 'a' }));
    await commands.sendCard({ ...card, outTrackId: 'track1', cardParamMap: { title: '审批' } });
    one.push(tapFrame('accept', { messageId: 'b' }));
    expect(one.eventsOf('callback.answered')).toMatchObject([
      { exchangeId: 'b', source: 'armed', code: 503 },
    ]);
    expect(one.eventsOf('answer.armed')).toMatchObject([{ code: 503 }]);
  });

  it('that is taken back answers nothing', () => {
    const one = openSession();
    const { commands } = one.session;
    const armedId = commands.arm({ filter: '', answer: update });
    expect([commands.disarm(armedId), commands.disarm(armedId)]).toEqual([true, false]);
    one.push(tapFrame());
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'autoAck' }]);
    expect(one.eventsOf('answer.disarmed')).toMatchObject([{ armedId, reason: 'by-hand' }]);
  });

  it.each([0, -3, 0.5])('for %s taps is for one', (times) => {
    const one = openSession();
    one.session.commands.arm({ filter: '', answer: update, times });
    expect(one.eventsOf('answer.armed')).toMatchObject([{ times: 1 }]);
  });

  it('for a filter that cannot be read is not armed, nor in the log', () => {
    const one = openSession();
    const arm = () => one.session.commands.arm({ filter: '(', answer: update });
    expect(arm).toThrow(expect.objectContaining({ code: 'E1001' }));
    expect(one.types()).toEqual([]);
  });

  it('is not used by a redelivery', () => {
    const one = openSession();
    one.push(tapFrame());
    one.session.commands.arm({ filter: '', answer: update, times: 1 });
    one.push(tapFrame('accept', { connectionId: 'c2' }));
    expect(one.eventsOf('answer.disarmed')).toEqual([]);
    expect(responseOf(one.answers[1])).toEqual({});
  });
});
