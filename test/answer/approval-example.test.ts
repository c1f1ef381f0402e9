import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchCallback, matchMessage } from '../../src/answer/match.js';
import { ruleCard } from '../../src/answer/rule-card.js';
import { callback, message, rulesOf } from '../support/rule-subjects.js';

const file = path.resolve(import.meta.dirname, '../../examples/approval/rules.yaml');
const rules = rulesOf(readFileSync(file, 'utf8'));

function cardFor(subject: Parameters<typeof message>[0]) {
  const { rule } = matchMessage(rules, message(subject));
  if (rule?.action.kind !== 'send') throw new Error('nothing is sent');
  return ruleCard(rule.action, message(subject));
}

function answerTo(action: string) {
  return matchCallback(rules, callback({ params: { action } })).rule?.action;
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
    expect(cardFor({ text: '' })).toEqual({
      ok: true,
      draft: {
        cardTemplateId: 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema',
        cardParamMap,
        openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
      },
    });
  });

  it('sends the card to the sender one to one', () => {
    expect(cardFor({ conversationType: '1' })).toMatchObject({
      draft: { cardParamMap, openSpaceId: 'dtv1.card//IM_ROBOT.lisi01' },
    });
  });

  it.each([
    ['accept', '已同意'],
    ['reject', '被拒绝'],
  ])('answers %s with %s and keeps the other values', (action, status) => {
    expect(answerTo(action)).toEqual({
      kind: 'answer',
      response: {
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
        cardData: { cardParamMap: { status } },
      },
      delayMs: 0,
    });
  });

  it('leaves other actions alone', () => {
    expect(answerTo('other')).toBeUndefined();
  });
});
