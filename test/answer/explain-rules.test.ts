import { describe, expect, it } from 'vitest';
import { decideCallback } from '../../src/answer/decide.js';
import { explainCallback, explainMessage } from '../../src/answer/explain-rules.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { callback, knownCard, message, rulesOf, sometime } from '../support/rule-subjects.js';

const rules = rulesOf(`version: 1
rules:
  - { name: owner, on: callback, when: { user: owner01, params: { action: accept } }, leave: true }
  - { name: chat, on: message, when: { text: 请假, user: lisi01 }, leave: true }
  - { name: once, on: callback, when: { action: btn_agree }, limit: once, answer: {} }
  - { name: mine, on: callback, when: { card: { owner: "\${callback.params.who}" } }, leave: true }
  - { name: late, on: callback, when: { filter: "action:btn_agree var.amount>5000" }, leave: true }
  - { name: guarded, on: callback, when: { action: btn_agree }, guard: { user: boss01 }, answer: {} }
`);

function at(stated: Parameters<typeof callback>[0] = {}, memory = createRuleMemory()) {
  return { rules, callback: callback(stated), nowMs: sometime, memory, known: knownCard() };
}

describe('the explanation of a tap', () => {
  it('names the rule that takes it, and what kept the earlier ones', () => {
    expect(explainCallback(at({ params: { action: 3 } }))).toEqual({
      rule: 'once',
      line: 5,
      passedOver: [
        {
          rule: 'owner',
          line: 3,
          failed: [
            { path: 'user', expected: 'owner01', actual: 'manager01' },
            { path: 'params.action', expected: 'accept', actual: '3' },
          ],
          held: [],
        },
      ],
    });
  });

  it('shows what comes out empty as an empty text', () => {
    const { passedOver } = explainCallback(at({ actionIds: [] }));
    expect(passedOver.flatMap(({ failed }) => failed.map(({ expected }) => expected))).toContain(
      '${callback.params.who} = ""',
    );
  });

  it('counts nothing as a use', () => {
    const input = at();
    explainCallback(input);
    expect(explainCallback(input).rule).toBe('once');
    expect(decideCallback(input).rule).toBe('once');
    expect(explainCallback(input).rule).toBe('guarded');
  });

  it('tells of limits, of values worked out, of filters and of the guard', () => {
    const input = at({ params: { who: 'zhao' } });
    decideCallback(input);
    expect(explainCallback(input)).toEqual({
      rule: 'guarded',
      line: 8,
      guard: {
        holds: false,
        failed: [{ path: 'user', expected: 'boss01', actual: 'manager01' }],
      },
      passedOver: [
        expect.objectContaining({ rule: 'owner' }) as object,
        {
          rule: 'once',
          line: 5,
          failed: [{ path: 'limit', expected: '1 per rule', actual: '1' }],
          held: ['action'],
        },
        {
          rule: 'mine',
          line: 6,
          failed: [
            {
              path: 'card.owner',
              expected: '${callback.params.who} = zhao',
              actual: 'manager01',
            },
          ],
          held: [],
        },
        {
          rule: 'late',
          line: 7,
          failed: [
            {
              path: 'filter',
              expected: 'action:btn_agree var.amount>5000',
              actual: 'not var.amount>5000',
            },
          ],
          held: [],
        },
      ],
    });
    expect(explainCallback({ ...at({ userId: 'boss01' }), memory: input.memory }).guard).toEqual({
      holds: true,
      failed: [],
    });
  });

  it('names every rule where none takes it, and what is not there', () => {
    const { rule, passedOver } = explainCallback(at({ actionIds: [], outTrackId: 'unknown' }));
    expect(rule).toBeUndefined();
    expect(passedOver.map((over) => over.rule)).toEqual([
      'owner',
      'once',
      'mine',
      'late',
      'guarded',
    ]);
    expect(passedOver[2]?.failed[0]).toMatchObject({ path: 'card.owner', actual: undefined });
  });

  it('says that a rule does not take what was delivered before', () => {
    const { rule, passedOver } = explainCallback({ ...at(), isRedelivery: true });
    expect(rule).toBeUndefined();
    expect(passedOver[1]).toMatchObject({
      rule: 'once',
      failed: [{ path: 'onDuplicate', expected: 'again', actual: undefined }],
    });
  });
});

describe('the explanation of a message', () => {
  it('names what did not hold, and what did', () => {
    const input = { rules, message: message(), nowMs: sometime, memory: createRuleMemory() };
    expect(explainMessage(input)).toEqual({
      rule: undefined,
      passedOver: [
        {
          rule: 'chat',
          line: 4,
          failed: [{ path: 'text', expected: '请假', actual: '报销' }],
          held: ['user'],
        },
      ],
    });
    expect(explainMessage({ ...input, message: message({ text: '请假' }) })).toEqual({
      rule: 'chat',
      line: 4,
      passedOver: [],
    });
  });
});
