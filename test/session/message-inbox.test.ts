import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { messageFrame, openSession, sendRule } from '../support/session-harness.js';

describe('a bot message', () => {
  it('is acknowledged before it is logged and before any rule', () => {
    let askedAfter: readonly string[] = [];
    const one = openSession({
      askRules: () => {
        askedAfter = [...one.order];
        return undefined;
      },
    });
    one.push(messageFrame());
    expect(one.answers).toMatchObject([
      { code: 200, headers: { messageId: 'push1' }, data: '{"response":null}' },
    ]);
    expect(askedAfter).toEqual(['answer 200', 'event message.received', 'event frame.answered']);
    expect(one.types().at(-1)).toBe('message.unanswered');
  });

  it('gets the card of the rule in its conversation', async () => {
    const one = openSession({ rules: sendRule });
    one.push(messageFrame());
    await one.settle();
    expect(one.drafts).toMatchObject([
      { openSpaceId: 'dtv1.card//IM_GROUP.cidA==', cardParamMap: { title: '审批' } },
    ]);
    expect(one.types()).toEqual([
      'message.received',
      'frame.answered',
      'rule.matched',
      'card.created',
      'card.delivered',
    ]);
    expect(one.eventsOf('card.delivered')).toMatchObject([
      { because: { rule: 'send', msgId: 'msg1' } },
    ]);
  });

  it.each([
    ['the same messageId', messageFrame()],
    ['a new messageId', messageFrame('报销', { messageId: 'push2' })],
  ])('that comes again under %s is acknowledged again; the rule sends once', async (_, again) => {
    const one = openSession({ rules: sendRule });
    one.push(messageFrame());
    one.push(again);
    await one.settle();
    expect(one.answers.map(({ headers }) => headers.messageId)).toEqual(['push1', again.messageId]);
    expect(one.drafts).toHaveLength(1);
    expect(one.eventsOf('message.duplicate')).toMatchObject([{ msgId: 'msg1' }]);
    expect(one.eventsOf('frame.answered')).toHaveLength(2);
  });

  it('is without a card when a rule leaves it', () => {
    const one = openSession({ rules: sendRule.replace(/send: \{.*/, 'leave: true') });
    one.push(messageFrame());
    expect(one.eventsOf('rule.matched')).toMatchObject([{ action: 'leave', subject: 'msg1' }]);
    expect(one.drafts).toEqual([]);
  });

  it('from outside the organisation leads to a card that failed, with the reason', () => {
    const one = openSession({ rules: sendRule });
    const data = { msgId: 'msg1', conversationType: '1', text: { content: 'hi' } };
    one.push(messageFrame('', { data }));
    expect(one.eventsOf('card.failed')).toMatchObject([
      { error: { code: 'E1002', params: { reason: 'no-sender' } }, because: { rule: 'send' } },
    ]);
    expect(one.drafts).toEqual([]);
  });

  it('whose card fails stays received, and the failure is in the log', async () => {
    const createAndDeliver = () => Promise.reject(new DtcardError('E3001', {}));
    const one = openSession({ rules: sendRule, createAndDeliver });
    one.push(messageFrame());
    await one.settle();
    expect(one.eventsOf('card.failed')).toMatchObject([
      { error: { code: 'E3001' }, because: { rule: 'send', msgId: 'msg1' } },
    ]);
  });

  it('that no rule can look at, because the rules throw, is received all the same', () => {
    const askRules = () => {
      throw new Error('broken');
    };
    const one = openSession({ askRules });
    one.push(messageFrame());
    expect(one.types()).toEqual(['message.received', 'frame.answered', 'notice']);
    expect(one.eventsOf('notice')).toMatchObject([
      { key: 'notice.rulesFailed', params: { detail: 'broken' } },
    ]);
  });

  it.each(['not json', '[]', ''])(
    'whose data is %j is acknowledged and logged as malformed',
    (data) => {
      const one = openSession({ rules: sendRule });
      one.push(messageFrame('', { data }));
      expect(one.order[0]).toBe('answer 200');
      expect(one.eventsOf('frame.malformed')).toMatchObject([{ problem: 'content' }]);
    },
  );

  it('keeps its session webhook out of the log', () => {
    const one = openSession({ rules: sendRule });
    one.push(messageFrame());
    one.push(messageFrame());
    const [received] = one.eventsOf('message.received');
    expect(received?.raw).toContain('sendBySession?session=***');
    expect(JSON.stringify(one.events)).not.toContain('s3cr3tsession');
  });
});
