import { describe, expect, it } from 'vitest';
import { seededIds } from '../../src/base/ids.js';
import { createExchangesProjection } from '../../src/log/exchange.js';
import { rulesOf } from '../support/rule-subjects.js';
import {
  acceptRule,
  messageFrame,
  openSession,
  responseOf,
  type SessionHarness,
  sendRule,
  tapFrame,
} from '../support/session-harness.js';

const byHand = { answerByHand: true };

const delayed = (delayMs: number) =>
  acceptRule.replace('answer: {', `answer: { delayMs: ${delayMs},`);

/** The one exchange there is, as the projection sees it. */
function exchangeOf({ log }: SessionHarness) {
  const { exchangeId } = log.since(0).find((event) => event.type === 'callback.received') ?? {
    exchangeId: '',
  };
  const exchanges = log.project(createExchangesProjection()).read();
  return { exchangeId, exchange: exchanges.get(exchangeId) };
}

describe('a callback on a slow network', () => {
  it('is acknowledged earlier, by the time the way there and back takes', () => {
    const one = openSession({ settings: byHand });
    one.push(tapFrame('accept', { roundTripMs: 400 }));
    expect(one.eventsOf('callback.received')[0]?.deadlineMs).toBe(1300);
    one.clock.advance(1299);
    expect(one.answers).toEqual([]);
    one.clock.advance(1);
    expect(one.answers).toHaveLength(1);
  });
});

describe('a callback that a rule answers', () => {
  it('is answered before anything of it is in the log', () => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame());
    expect(one.order).toEqual(['answer 200', 'event callback.received', 'event callback.answered']);
  });

  it('gets what the rule says, under its own messageId', () => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame('accept', { messageId: 'tap-7' }));
    expect(one.answers[0]?.headers.messageId).toBe('tap-7');
    expect(responseOf(one.answers[0])).toMatchObject({
      cardData: { cardParamMap: { status: '已同意' } },
      cardUpdateOptions: { updateCardDataByKey: true },
    });
    expect(one.eventsOf('callback.answered')).toMatchObject([
      { source: 'rule', rule: 'accept', code: 200, sent: true, tookMs: 0 },
    ]);
  });

  it('gets the code of a rule that fails it, and no update', () => {
    const fail = acceptRule.replace(/answer: .*/, 'fail: { code: 503, message: 忙 }');
    const one = openSession({ rules: fail, settings: byHand });
    one.push(tapFrame());
    expect(one.answers).toMatchObject([{ code: 503, message: '忙', data: '' }]);
    const [answered] = one.eventsOf('callback.answered');
    expect(answered).toMatchObject({ source: 'rule', rule: 'accept', code: 503 });
    expect(answered).not.toHaveProperty('response');
  });

  it('is acknowledged without an update by a rule that says nothing', () => {
    const one = openSession({ rules: acceptRule.replace(/answer: .*/, 'answer: {}') });
    one.push(tapFrame());
    expect(responseOf(one.answers[0])).toEqual({});
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'rule', code: 200 }]);
  });

  it('waits as long as the rule says', () => {
    const one = openSession({ rules: delayed(800) });
    one.push(tapFrame());
    one.clock.advance(799);
    expect(one.order).toEqual(['event callback.received', 'event callback.planned']);
    one.clock.advance(1);
    expect(responseOf(one.answers[0])).toMatchObject({ cardData: {} });
    expect(one.eventsOf('callback.answered')).toMatchObject([{ rule: 'accept', tookMs: 800 }]);
  });

  it('can be taken over by hand while the rule waits', () => {
    const one = openSession({ rules: delayed(800), settings: byHand });
    one.push(tapFrame());
    const { exchangeId } = exchangeOf(one);
    expect(one.session.commands.answer(exchangeId, { kind: 'empty' })).toBe('answered');
    one.clock.advance(60_000);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'manual' }]);
    expect(one.answers).toHaveLength(1);
  });

  it('is known by the template of a card sent from here', async () => {
    const template = '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema';
    const rules = acceptRule.replace(
      'params: { action: accept }',
      `params: { action: accept }, template: ${template}`,
    );
    const one = openSession({ rules });
    one.push(tapFrame());
    const card = { cardTemplateId: template, openSpaceId: 'dtv1.card//IM_GROUP.cid' };
    await one.session.commands.sendCard({ ...card, outTrackId: 'track1', cardParamMap: {} });
    one.push(tapFrame('accept', { messageId: 'tap2' }));
    expect(one.eventsOf('callback.answered').map(({ source }) => source)).toEqual([
      'autoAck',
      'rule',
    ]);
  });
});

describe('a callback without a rule', () => {
  it('is acknowledged empty at once when nobody can answer', () => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame('reject'));
    expect(one.order).toEqual(['answer 200', 'event callback.received', 'event callback.answered']);
    expect(responseOf(one.answers[0])).toEqual({});
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'autoAck', tookMs: 0 }]);
  });

  it('is left to a person by a rule that leaves it, even when a later rule would answer', () => {
    const rest = acceptRule.split('\n').slice(3).join('\n').replace('name: accept', 'name: later');
    const rules = `${acceptRule.replace(/answer: .*/, 'leave: true')}${rest}`;
    const one = openSession({ rules, settings: byHand });
    one.push(tapFrame());
    expect(one.types()).toEqual(['callback.received', 'rule.matched']);
    expect(one.eventsOf('rule.matched')).toMatchObject([{ on: 'callback', action: 'leave' }]);
    expect(exchangeOf(one).exchange?.phase).toBe('waiting');
  });

  it('waits for a person until 300 ms before the deadline, then is acknowledged empty', () => {
    const one = openSession({ settings: byHand });
    one.push(tapFrame());
    expect(one.eventsOf('callback.received')).toMatchObject([{ deadlineMs: 1700 }]);
    one.clock.advance(1699);
    expect(one.answers).toEqual([]);
    one.clock.advance(1);
    expect(one.answers).toMatchObject([{ code: 200, data: '{"response":{}}' }]);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'autoAck', tookMs: 1700 }]);
    expect(exchangeOf(one).exchange?.phase).toBe('acknowledged');
  });

  it('is due at once with a margin as large as the window', () => {
    const one = openSession({ settings: { ...byHand, windowMs: 200 } });
    one.push(tapFrame());
    one.clock.advance(0);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'autoAck' }]);
  });

  it('is answered by hand in time, once', () => {
    const one = openSession({ settings: byHand });
    one.push(tapFrame());
    one.clock.advance(1200);
    const { exchangeId } = exchangeOf(one);
    const response = { cardData: { cardParamMap: { status: '好' } } };
    expect(one.session.commands.answer(exchangeId, { kind: 'update', response })).toBe('answered');
    expect(responseOf(one.answers[0])).toEqual(response);
    expect(one.order.slice(-2)).toEqual(['answer 200', 'event callback.answered']);
    one.clock.advance(10_000);
    expect(one.answers).toHaveLength(1);
    expect(one.updates).toEqual([]);
    expect(one.clock.pending).toBe(0);
  });

  it('that was answered takes a later decision as an update, and a further one, too', async () => {
    const one = openSession({ rules: acceptRule, settings: byHand });
    one.push(tapFrame());
    const { exchangeId } = exchangeOf(one);
    const decide = (status: string) =>
      one.session.commands.answer(exchangeId, {
        kind: 'update',
        response: { cardData: { cardParamMap: { status } } },
      });
    expect([decide('被拒绝'), decide('又同意')]).toEqual(['late', 'late']);
    await one.settle();
    expect(one.answers).toHaveLength(1);
    expect(one.updates.map(({ cardParamMap }) => cardParamMap?.['status'])).toEqual([
      '被拒绝',
      '又同意',
    ]);
  });

  it('is refused by hand with the code that was chosen', () => {
    const one = openSession({ settings: byHand });
    one.push(tapFrame());
    const { exchangeId } = exchangeOf(one);
    one.session.commands.answer(exchangeId, { kind: 'fail', code: 500, message: 'no' });
    expect(one.answers).toMatchObject([{ code: 500, message: 'no', data: '' }]);
  });

  it('keeps others waiting for themselves', () => {
    const one = openSession({ settings: byHand });
    one.push(tapFrame('a', { messageId: 'm1' }));
    one.clock.advance(1000);
    one.push(tapFrame('b', { messageId: 'm2' }));
    one.clock.advance(700);
    expect(one.answers.map(({ headers }) => headers.messageId)).toEqual(['m1']);
    one.clock.advance(1000);
    expect(one.answers.map(({ headers }) => headers.messageId)).toEqual(['m1', 'm2']);
  });
});

describe('a callback that cannot be read', () => {
  it.each([
    ['data that is no JSON', '{"outTrackId":', 'data is not a JSON object'],
    ['data that is a list', '[1]', 'data is not a JSON object'],
    [
      'content that is no JSON',
      JSON.stringify({ outTrackId: 'track1', userId: 'u1', content: '<xml/>' }),
      'content is not a JSON object',
    ],
    ['no content', JSON.stringify({ outTrackId: 'track1' }), 'content is missing'],
    ['nothing at all', '', 'data is not a JSON object'],
  ])('because of %s is answered empty and in the log with the problem', (_, data, problem) => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame('x', { data }));
    expect(one.order[0]).toBe('answer 200');
    expect(responseOf(one.answers[0])).toEqual({});
    const [received] = one.eventsOf('callback.received');
    expect(received).toMatchObject({ problem });
    expect(JSON.parse(received?.raw ?? '')).toMatchObject({ data });
  });

  it('keeps hostile keys as data', () => {
    const one = openSession({ rules: acceptRule });
    const content =
      '{"cardPrivateData":{"actionIds":["x"],"params":{"__proto__":{"action":"accept"}}}}';
    one.push(tapFrame('x', {}, { content, userId: '\u001b[2J\u202e\ud800' }));
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'autoAck' }]);
    expect(({} as Record<string, unknown>)['action']).toBeUndefined();
  });
});

describe('rules that throw', () => {
  const broken = () => {
    throw new Error('a rule broke with accessToken=verysecrettoken1');
  };

  it('do not keep the tap from its answer; the answer goes first', () => {
    const one = openSession({ askRules: broken });
    one.push(tapFrame());
    expect(one.order).toEqual([
      'answer 200',
      'event callback.received',
      'event callback.answered',
      'event notice',
    ]);
    expect(responseOf(one.answers[0])).toEqual({});
    expect(one.eventsOf('notice')).toMatchObject([{ level: 'error', key: 'notice.rulesFailed' }]);
  });

  it('leave the tap to a person who is there', () => {
    const one = openSession({ askRules: broken, settings: byHand });
    one.push(tapFrame());
    expect(one.types()).toEqual(['callback.received', 'notice']);
    one.clock.advance(1700);
    expect(one.answers).toHaveLength(1);
  });
});

describe('a callback that comes again', () => {
  it('gets the same answer and the rules are not asked again', () => {
    let rules = rulesOf(acceptRule);
    const one = openSession({ askRules: () => rules });
    one.push(tapFrame());
    rules = rulesOf(acceptRule.replace('已同意', '又同意'));
    one.clock.advance(4 * 60_000);
    one.push(tapFrame('accept', { connectionId: 'c2' }));
    expect(one.answers).toHaveLength(2);
    expect(one.answers[1]).toEqual(one.answers[0]);
    const { exchangeId, exchange } = exchangeOf(one);
    expect(one.eventsOf('callback.duplicate')).toMatchObject([{ exchangeId, connectionId: 'c2' }]);
    expect(exchange?.duplicates).toBe(1);
  });

  it('is a new one after five minutes', () => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame());
    one.clock.advance(5 * 60_000 + 1);
    one.push(tapFrame());
    expect(one.eventsOf('callback.received')).toHaveLength(2);
  });

  it('while a person decides gets one answer, at the socket that is still there', () => {
    const one = openSession({ settings: byHand });
    one.push(tapFrame('accept', { gone: true }));
    one.push(tapFrame('accept', { connectionId: 'c2' }));
    expect(one.answers).toEqual([]);
    const { exchangeId } = exchangeOf(one);
    one.session.commands.answer(exchangeId, { kind: 'empty' });
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'manual', sent: true }]);
    expect(one.answers).toHaveLength(2);
  });

  it('without a messageId counts as the first each time', () => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame('accept', { messageId: '' }));
    one.push(tapFrame('accept', { messageId: '' }));
    expect(one.eventsOf('callback.received')).toHaveLength(2);
  });
});

describe('a callback whose socket is gone', () => {
  it('is in the log as not sent', () => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame('accept', { gone: true }));
    expect(one.eventsOf('callback.answered')).toMatchObject([{ sent: false, source: 'rule' }]);
  });

  it('goes out as an update instead', async () => {
    const one = openSession({ rules: acceptRule });
    one.push(tapFrame('accept', { gone: true }));
    expect(one.updates).toMatchObject([{ cardParamMap: { status: '已同意' } }]);
    await one.settle();
    expect(exchangeOf(one).exchange?.phase).toBe('updated');
  });

  it('is left alone when it said nothing', () => {
    const one = openSession();
    one.push(tapFrame('accept', { gone: true }));
    expect(one.updates).toEqual([]);
    expect(exchangeOf(one).exchange?.phase).toBe('unsent');
  });
});

describe('the end of the session', () => {
  it('acknowledges what waits, and what a rule had decided gets its answer', async () => {
    const one = openSession({ rules: delayed(1500), settings: byHand });
    one.push(tapFrame('accept', { messageId: 'planned' }));
    one.push(tapFrame('reject', { messageId: 'waiting' }));
    await one.session.stop('SIGTERM', 143);
    expect(one.eventsOf('callback.answered')).toMatchObject([
      { source: 'rule', rule: 'accept' },
      { source: 'shutdown', code: 200 },
    ]);
    expect(responseOf(one.answers[0])).toMatchObject({ cardData: {} });
    expect(responseOf(one.answers[1])).toEqual({});
    expect(one.clock.pending).toBe(0);
  });
});

describe('ids that run out', () => {
  it('still leave the tap with an empty answer and its frame in the log', () => {
    const ids = {
      ...seededIds(),
      uuid: (): string => {
        throw new Error('no entropy');
      },
    };
    const one = openSession({ ids, rules: acceptRule });
    one.push(tapFrame('accept', { messageId: '' }));
    expect(one.order).toEqual(['answer 200', 'event frame.malformed', 'event frame.answered']);
    expect(responseOf(one.answers[0])).toEqual({});
    expect(one.eventsOf('frame.malformed')).toMatchObject([{ detail: 'no entropy' }]);
  });
});

describe('a rule with a filter', () => {
  it('sees the variables of the card as they are now, and the name of who taps', async () => {
    const filter = 'user:张三 var.title:审批 !var.status:*';
    const when = `when: { filter: "${filter}", params`;
    const one = openSession({
      rules: `${sendRule}${acceptRule.slice(acceptRule.indexOf('  - name')).replace('when: { params', when)}`,
    });
    one.push(messageFrame());
    await one.settle();
    const outTrackId = one.drafts[0]?.outTrackId ?? '';
    one.push(tapFrame('accept', { messageId: 'first' }, { outTrackId }));
    one.push(tapFrame('accept', { messageId: 'second' }, { outTrackId }));
    const sources = one.eventsOf('callback.answered').map(({ source }) => source);
    // The first answer gave the card a status.
    expect(sources).toEqual(['rule', 'autoAck']);
  });
});
