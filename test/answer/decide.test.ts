import { describe, expect, it } from 'vitest';
import { decideCallback, decideMessage } from '../../src/answer/decide.js';
import { createRuleMemory } from '../../src/answer/rule-memory.js';
import { parseBotMessage } from '../../src/protocol/bot-message.js';
import { parseCardCallback } from '../../src/protocol/card-callback.js';
import { rulesOf } from '../support/rule-subjects.js';
import { messageFrame, tapFrame } from '../support/session-harness.js';

const callback = parseCardCallback(JSON.stringify(tapFrame().data)).callback;
const at = { nowMs: 0, memory: createRuleMemory() };

describe('deciding', () => {
  it('says which rule answers, and with what', () => {
    const rules = rulesOf(`
version: 1
rules:
  - { name: other, on: callback, when: { action: reject }, answer: {} }
  - { name: accept, on: callback, when: { action: accept }, answer: { delayMs: 5, cardData: { status: 已同意 } } }
`);
    expect(decideCallback({ rules, callback, ...at })).toMatchObject({
      kind: 'answer',
      rule: 'accept',
      delayMs: 5,
      answer: { kind: 'update', response: { cardData: { cardParamMap: { status: '已同意' } } } },
    });
  });

  it('says what is sent for a message', () => {
    const rules = rulesOf(`
version: 1
rules:
  - { name: send, on: message, send: { template: a.schema, data: { title: 审批 } } }
`);
    const message = parseBotMessage(JSON.stringify(messageFrame().data))?.message;
    if (!message) throw new Error('no message');
    expect(decideMessage({ rules, message, ...at })).toMatchObject({
      kind: 'do',
      rule: 'send',
      then: [
        { kind: 'send', draft: { cardTemplateId: 'a.schema', cardParamMap: { title: '审批' } } },
      ],
    });
  });
});
