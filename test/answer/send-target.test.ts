import { describe, expect, it } from 'vitest';
import { sendTarget } from '../../src/answer/send-target.js';
import { callback, nodeOf, readingOf, sometime } from '../support/rule-subjects.js';

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
    const reading = readingOf();
    expect(sendTarget(nodeOf(to), reading)).toEqual({
      isConstant: true,
      constant: { ok: true, target: expected },
    });
    expect(reading.problems).toEqual([]);
  });

  it('is the conversation unless stated', () => {
    expect(sendTarget(undefined, readingOf())).toMatchObject({
      constant: { ok: true, target: { kind: 'conversation' } },
    });
  });

  it.each([
    ['dtv1.card://IM_GROUP.cidA', 'prefix-misspelt'],
    ['dtv1.card//IM_GRUOP.cidA', 'space-type IM_GRUOP'],
    ['"$:LWCP_v1:$abc"', 'encrypted-id'],
    ['union:abc', 'unionId'],
  ])('%s is a problem with its place', (to, reason) => {
    const reading = readingOf();
    sendTarget(nodeOf(to), reading);
    expect(reading.problems).toEqual([
      { line: 1, column: 1, message: expect.stringContaining(reason) as string },
    ]);
  });

  it.each([
    ['manager01', { ok: true, target: { openSpaceId: 'dtv1.card//IM_ROBOT.manager01' } }],
    ['sender', { ok: true, target: { kind: 'sender' } }],
    ['', { ok: false, reason: 'empty' }],
    ['$:LWCP_v1:$x', { ok: false, reason: 'encrypted-id' }],
    ['union:abc', { ok: false, reason: 'union-id' }],
    ['dtv1.card//IM_ROBOT.\u0000', { ok: false }],
  ])('may come with the tap: %j', (next, expected) => {
    const to = sendTarget(nodeOf('${callback.params.next}'), readingOf());
    if (to.isConstant) throw new Error('it does not change');
    expect(to.of({ callback: callback({ params: { next } }), nowMs: sometime })).toMatchObject(
      expected,
    );
  });
});
