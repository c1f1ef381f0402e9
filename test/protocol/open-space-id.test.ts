import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { errorReasons } from '../../src/i18n/error-reasons.js';
import {
  formatOpenSpaceId,
  parseOpenSpaceId,
  type RecipientProblem,
  recipientToSpace,
} from '../../src/protocol/open-space-id.js';

const cid = 'cidH4Rq9+Zt/0aBcDeFgHiJkLw==';

describe('parseOpenSpaceId', () => {
  it('reads one target and splits it at the first dot only', () => {
    expect(parseOpenSpaceId('dtv1.card//IM_ROBOT.li.lei')).toEqual({
      ok: true,
      openSpaceId: 'dtv1.card//IM_ROBOT.li.lei',
      targets: [{ spaceType: 'IM_ROBOT', spaceId: 'li.lei' }],
    });
  });

  it('reads several targets, types in lower case, and a trailing semicolon', () => {
    const parsed = parseOpenSpaceId(`dtv1.card//im_group.${cid};IM_ROBOT.u1;one_box.${cid};`);
    expect(parsed.ok && parsed.targets).toEqual([
      { spaceType: 'IM_GROUP', spaceId: cid },
      { spaceType: 'IM_ROBOT', spaceId: 'u1' },
      { spaceType: 'ONE_BOX', spaceId: cid },
    ]);
  });

  it.each([
    ['', 'empty'],
    [`dtv1.card//IM_ROBOT.${'u'.repeat(1000)}`, 'too-long'],
    ['dtv1.card://IM_ROBOT.u1', 'prefix-misspelt'],
    ['dtv1.card/IM_ROBOT.u1', 'prefix-misspelt'],
    ['DTV1.card//IM_ROBOT.u1', 'prefix-misspelt'],
    ['IM_ROBOT.u1', 'prefix-missing'],
    ['dtv1.card//', 'target-malformed'],
    ['dtv1.card//IM_ROBOT', 'target-malformed'],
    ['dtv1.card//IM_ROBOT.', 'target-malformed'],
    ['dtv1.card//.u1', 'target-malformed'],
    ['dtv1.card//IM_ROBOT.a;;IM_ROBOT.b', 'target-malformed'],
    ['dtv1.card//IM_CHANNEL.u1', 'space-type'],
    ['dtv1.card//__proto__.u1', 'space-type'],
    ['dtv1.card//IM_ROBOT.u 1', 'characters'],
    ['dtv1.card//IM_ROBOT.u1\n', 'characters'],
    ['dtv1.card//IM_ROBOT.\u202eu1', 'characters'],
    ['dtv1.card//IM_ROBOT.\ud800', 'characters'],
  ])('refuses %j: %s', (text, problem) => {
    expect(parseOpenSpaceId(text)).toMatchObject({ ok: false, problem });
  });

  it('reads back what was formatted', () => {
    const targets = [
      { spaceType: 'IM_GROUP', spaceId: cid },
      { spaceType: 'IM_ROBOT', spaceId: 'a.b' },
    ] as const;
    const parsed = parseOpenSpaceId(formatOpenSpaceId(targets));
    expect(parsed.ok && parsed.targets).toEqual(targets);
  });

  it('takes exactly 1000 characters', () => {
    const prefix = 'dtv1.card//IM_ROBOT.';
    expect(parseOpenSpaceId(prefix + 'u'.repeat(1000 - prefix.length)).ok).toBe(true);
    expect(parseOpenSpaceId(prefix + 'u'.repeat(1001 - prefix.length)).ok).toBe(false);
  });
});

describe('recipientToSpace', () => {
  it.each([
    [cid, `dtv1.card//IM_GROUP.${cid}`, 1],
    [`  ${cid}\n`, `dtv1.card//IM_GROUP.${cid}`, 1],
    ['cidShort==', 'dtv1.card//IM_GROUP.cidShort==', 1],
    ['manager1234', 'dtv1.card//IM_ROBOT.manager1234', 1],
    ['036512', 'dtv1.card//IM_ROBOT.036512', 1],
    ['li.lei@corp', 'dtv1.card//IM_ROBOT.li.lei@corp', 1],
    ['张三', 'dtv1.card//IM_ROBOT.张三', 1],
    ['dingding', 'dtv1.card//IM_ROBOT.dingding', 1],
    ['user:cidney', 'dtv1.card//IM_ROBOT.cidney', 1],
    ['user:13800138000', 'dtv1.card//IM_ROBOT.13800138000', 1],
    [`group:${cid}`, `dtv1.card//IM_GROUP.${cid}`, 1],
    ['group: cidA==', 'dtv1.card//IM_GROUP.cidA==', 1],
    [`single:${cid}`, `dtv1.card//IM_SINGLE.${cid}`, 1],
    [`top:${cid}`, `dtv1.card//ONE_BOX.${cid}`, 1],
    ['union:Un10nId', 'dtv1.card//IM_ROBOT.Un10nId', 2],
    ['dtv1.card//IM_ROBOT.u1;IM_GROUP.cid', 'dtv1.card//IM_ROBOT.u1;IM_GROUP.cid', 1],
    [`dtv1.card//IM_ROBOT.${cid}`, `dtv1.card//IM_ROBOT.${cid}`, 1],
  ])('reads %s as %s', (to, openSpaceId, userIdType) => {
    expect(recipientToSpace(to)).toEqual({ openSpaceId, userIdType });
  });

  const wrong: readonly (readonly [string, RecipientProblem])[] = [
    ['', 'empty'],
    [' \n ', 'empty'],
    ['user:', 'empty'],
    ['group:  ', 'empty'],
    ['x'.repeat(1001), 'too-long'],
    ['x'.repeat(990), 'too-long'],
    ['$:LWCP_v1:$abcDEF==', 'encrypted-id'],
    ['user:$:LWCP_v1:$abcDEF==', 'encrypted-id'],
    ['dtv1.card://IM_ROBOT.u1', 'prefix-misspelt'],
    ['dtv1card//IM_ROBOT.u1', 'prefix-misspelt'],
    ['card//IM_ROBOT.u1', 'prefix-misspelt'],
    ['IM_GROUP.cidA==', 'prefix-missing'],
    ['im_robot.u1', 'prefix-missing'],
    ['dtv1.card//IM_NOTHING.u1', 'space-type'],
    ['dtv1.card//IM_ROBOT', 'target-malformed'],
    [cid.toLowerCase(), 'case-changed'],
    [cid.toUpperCase(), 'case-changed'],
    [`group:${cid.toLowerCase()}`, 'case-changed'],
    ['13800138000', 'phone'],
    ['+86 13800138000', 'characters'],
    ['+86-13800138000', 'phone'],
    ['382e4302-551d-4880-bf29-a30acfab2e71.schema', 'template-id'],
    ['382e4302-551d-4880-bf29-a30acfab2e71', 'uuid'],
    ['dingabcdef0123456789', 'client-id'],
    ['https://oapi.dingtalk.com/robot/sendBySession?session=secretsecret', 'session-webhook'],
    ['oapi.dingtalk.com/robot/send?access_token=secretsecret', 'session-webhook'],
    ['https://example.com/', 'url'],
    ['u1,u2', 'multi-target'],
    ['cidA==;cidB==', 'multi-target'],
    ['group:cidA==;u2', 'multi-target'],
    ['li lei', 'characters'],
    ['li\u0007lei', 'characters'],
    ['li\u200blei', 'characters'],
  ];

  it.each(wrong)('says what %j is: %s', (to, reason) => {
    const error = refusal(to);
    expect(error.code).toBe('E1002');
    expect(error.params['reason']).toBe(reason);
  });

  it('has a sentence for every reason', () => {
    const sentences = new Set(Object.keys(errorReasons));
    const reasons = new Set(wrong.map(([, reason]) => reason));
    expect([...reasons].filter((reason) => !sentences.has(`E1002.${reason}`))).toEqual([]);
  });

  it('repeats no secret and no more than a line of what was pasted', () => {
    expect(
      refusal('https://oapi.dingtalk.com/robot/send?access_token=secretsecret').message,
    ).not.toContain('secretsecret');
    expect(refusal('x'.repeat(100_000)).message.length).toBeLessThan(200);
  });
});

function refusal(to: string): DtcardError {
  try {
    recipientToSpace(to);
  } catch (error) {
    if (error instanceof DtcardError) return error;
    throw error;
  }
  throw new Error(`${to} was accepted`);
}
