import { describe, expect, it } from 'vitest';
import { sendTarget } from '../../src/answer/send-target.js';
import type { Problems } from '../../src/answer/text-condition.js';
import { nodeOf } from '../support/rule-subjects.js';

describe('where a card goes', () => {
  it.each([
    ['conversation', { kind: 'conversation' }],
    ['sender', { kind: 'sender' }],
    ['manager01', { kind: 'space', openSpaceId: 'dtv1.card//IM_ROBOT.manager01' }],
    ['0150000227', { kind: 'space', openSpaceId: 'dtv1.card//IM_ROBOT.0150000227' }],
    [
      'cidA1b2C3d4E5f6G7h8I9==',
      { kind: 'space', openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6G7h8I9==' },
    ],
    [
      'dtv1.card//IM_GROUP.cidA;IM_ROBOT.u1',
      { kind: 'space', openSpaceId: 'dtv1.card//IM_GROUP.cidA;IM_ROBOT.u1' },
    ],
  ])('%s', (to, expected) => {
    const problems: Problems = [];
    expect(sendTarget(nodeOf(to), problems)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('is the conversation unless stated', () => {
    expect(sendTarget(undefined, [])).toEqual({ kind: 'conversation' });
  });

  it.each([
    ['dtv1.card://IM_GROUP.cidA', 'prefix-misspelt'],
    ['dtv1.card//IM_GRUOP.cidA', 'space-type IM_GRUOP'],
    ['"$:LWCP_v1:$abc"', 'encrypted-id'],
    ['union:abc', 'unionId'],
  ])('%s is a problem with its place', (to, reason) => {
    const problems: Problems = [];
    sendTarget(nodeOf(to), problems);
    expect(problems).toEqual([
      { line: 1, column: 1, message: expect.stringContaining(reason) as string },
    ]);
  });
});
