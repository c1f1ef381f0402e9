import { describe, expect, it } from 'vitest';
import type { SendAction, SendTarget } from '../../src/answer/rule.js';
import { ruleCard } from '../../src/answer/rule-card.js';
import { message } from '../support/rule-subjects.js';

function send(to: SendTarget): SendAction {
  return {
    kind: 'send',
    card: { cardTemplateId: 't1.schema', cardParamMap: { status: '待处理' } },
    to,
  };
}

function spaceFor(to: SendTarget, stated: Parameters<typeof message>[0]) {
  const card = ruleCard(send(to), message(stated));
  return card.ok ? card.draft.openSpaceId : card.error;
}

const conversation = { kind: 'conversation' } as const;
const sender = { kind: 'sender' } as const;

describe('the card of a rule', () => {
  it('goes to the group of a group message', () => {
    expect(ruleCard(send(conversation), message())).toEqual({
      ok: true,
      draft: {
        cardTemplateId: 't1.schema',
        cardParamMap: { status: '待处理' },
        openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
      },
    });
  });

  it('goes to the sender of a one-to-one message', () => {
    expect(spaceFor(conversation, { conversationType: '1' })).toBe('dtv1.card//IM_ROBOT.lisi01');
  });

  it('goes to the sender when the type of the conversation is not known', () => {
    expect(spaceFor(conversation, { conversationType: '' })).toBe('dtv1.card//IM_ROBOT.lisi01');
  });

  it('goes to the sender of a group message when the rule says so', () => {
    expect(spaceFor(sender, {})).toBe('dtv1.card//IM_ROBOT.lisi01');
  });

  it('goes to a fixed place, whoever wrote', () => {
    const openSpaceId = 'dtv1.card//IM_GROUP.cidOther==';
    expect(spaceFor({ kind: 'space', openSpaceId }, { senderStaffId: '' })).toBe(openSpaceId);
  });

  it('is a problem, not an exception, without a senderStaffId', () => {
    const expected = {
      code: 'E1002',
      params: expect.objectContaining({
        reason: 'no-sender',
        detail: expect.stringContaining('senderStaffId') as string,
      }) as object,
    };
    expect(spaceFor(sender, { senderStaffId: '' })).toEqual(expected);
    expect(spaceFor(conversation, { senderStaffId: '', conversationType: '1' })).toEqual(expected);
  });

  it('needs no senderStaffId in a group, but a conversationId', () => {
    expect(spaceFor(conversation, { senderStaffId: '' })).toMatch(/IM_GROUP/);
    expect(spaceFor(conversation, { conversationId: '' })).toMatchObject({
      params: { reason: 'no-conversation' },
    });
  });

  it('carries private data', () => {
    const privateData = { u1: { cardParamMap: { voted: 'true' } } };
    const action = send(conversation);
    const card = ruleCard({ ...action, card: { ...action.card, privateData } }, message());
    expect(card).toMatchObject({ draft: { privateData } });
  });
});
