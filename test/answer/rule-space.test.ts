import { describe, expect, it } from 'vitest';
import type { SendTarget } from '../../src/answer/rule.js';
import { spaceFor } from '../../src/answer/rule-space.js';
import { callback, knownCard, message } from '../support/rule-subjects.js';

const conversation = { kind: 'conversation' } as const;
const sender = { kind: 'sender' } as const;

const wrote = (stated: Parameters<typeof message>[0] = {}) => ({
  message: message(stated),
  nowMs: 0,
});

const tapped = (stated: Parameters<typeof callback>[0] = {}, openSpaceId?: string) => ({
  callback: callback(stated),
  card: openSpaceId === undefined ? undefined : knownCard({ openSpaceId }).cardOf('track1'),
  nowMs: 0,
});

const group = 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==';

describe('where the card of a message rule goes', () => {
  it.each<[SendTarget, Parameters<typeof message>[0], string]>([
    [conversation, {}, group],
    [conversation, { conversationType: '1' }, 'dtv1.card//IM_ROBOT.lisi01'],
    [conversation, { conversationType: '' }, 'dtv1.card//IM_ROBOT.lisi01'],
    [sender, {}, 'dtv1.card//IM_ROBOT.lisi01'],
    [conversation, { senderStaffId: '' }, group],
    [{ kind: 'space', openSpaceId: 'x' }, { senderStaffId: '' }, 'x'],
  ])('%j of %j', (to, stated, openSpaceId) => {
    expect(spaceFor(to, wrote(stated))).toEqual({ ok: true, openSpaceId, isUnionId: false });
  });

  it.each<[SendTarget, Parameters<typeof message>[0], string, string]>([
    [sender, { senderStaffId: '' }, 'no-sender', 'senderStaffId'],
    [conversation, { senderStaffId: '', conversationType: '1' }, 'no-sender', 'senderStaffId'],
    [conversation, { conversationId: '' }, 'no-conversation', 'conversationId'],
  ])('is nowhere: %j of %j', (to, stated, reason, detail) => {
    expect(spaceFor(to, wrote(stated))).toEqual({ ok: false, reason, to: '', detail });
  });
});

describe('where the card of a callback rule goes', () => {
  const robot = 'dtv1.card//IM_ROBOT.manager01';

  it.each<[SendTarget, string | undefined, string]>([
    [sender, undefined, robot],
    [conversation, group, group],
    [conversation, undefined, group],
    [conversation, robot, robot],
    [conversation, 'not one', group],
    [conversation, 'dtv1.card//ONE_BOX.cidOther', group],
    [conversation, 'dtv1.card//IM_SINGLE.x', robot],
    [conversation, 'dtv1.card//IM_GROUP.cidOther', group],
    [conversation, 'dtv1.card//IM_GROUP.cidOther;IM_ROBOT.manager01', robot],
    [conversation, `${group};IM_ROBOT.manager01`, group],
  ])('%j, the tapped card being in %s', (to, space, openSpaceId) => {
    expect(spaceFor(to, tapped({}, space))).toEqual({ ok: true, openSpaceId, isUnionId: false });
  });

  it('knows people by unionId where the card does', () => {
    expect(spaceFor(sender, tapped({ userIdType: 2 }))).toMatchObject({ isUnionId: true });
  });

  it.each<[SendTarget, Parameters<typeof callback>[0], string]>([
    [sender, { userId: '' }, 'userId'],
    [conversation, { spaceId: '' }, 'spaceId'],
  ])('is nowhere: %j of %j', (to, stated, detail) => {
    expect(spaceFor(to, tapped(stated))).toMatchObject({ ok: false, detail });
  });
});
