import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decideCallback, decideMessage } from '../../src/answer/decide.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { callback, message, rulesOf } from '../support/rule-subjects.js';

const file = path.resolve(import.meta.dirname, '../../examples/approval/rules.yaml');
const now = { nowMs: 0, memory: createRuleMemory() };
const rules = rulesOf(readFileSync(file, 'utf8'));

function cardFor(subject: Parameters<typeof message>[0]) {
  const decision = decideMessage({ rules, message: message(subject), ...now });
  return decision.kind === 'do' ? decision.then : decision;
}

function answerTo(action: string) {
  return decideCallback({ rules, callback: callback({ params: { action } }), ...now });
}

const cardParamMap = {
  title: '张三提交的财务报销',
  type: '差旅费',
  amount: '1000.0',
  reason: '出差费用',
  status: '待处理',
};

describe('the approval example', () => {
  it('sends the card into the group for any message of a group', () => {
    expect(cardFor({ text: '' })).toEqual([
      {
        kind: 'send',
        draft: {
          cardTemplateId: 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema',
          cardParamMap,
          openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
        },
      },
    ]);
  });

  it('sends the card to the sender one to one', () => {
    expect(cardFor({ conversationType: '1' })).toMatchObject([
      { draft: { cardParamMap, openSpaceId: 'dtv1.card//IM_ROBOT.lisi01' } },
    ]);
  });

  it.each([
    ['accept', '已同意'],
    ['reject', '被拒绝'],
  ])('answers %s with %s and keeps the other values', (action, status) => {
    expect(answerTo(action)).toEqual({
      kind: 'answer',
      rule: action,
      answer: {
        kind: 'update',
        response: {
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
          cardData: { cardParamMap: { status } },
        },
      },
      delayMs: 0,
      then: [],
    });
  });

  it('leaves other actions alone', () => {
    expect(answerTo('other')).toEqual({ kind: 'none' });
  });
});
