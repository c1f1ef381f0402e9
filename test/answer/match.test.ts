import { describe, expect, it } from 'vitest';
import { noRules } from '../../src/answer/load-rules.js';
import type { BotMessage } from '../../src/protocol/bot-message.js';
import type { CardCallback } from '../../src/protocol/card-callback.js';
import {
  callback,
  message,
  ruleForMessage,
  ruleForTap,
  rulesOf,
} from '../support/rule-subjects.js';

function messageRule(when: string, subject: Partial<BotMessage> = {}) {
  const rules = rulesOf(
    `version: 1\nrules:\n  - { name: it, on: message, when: ${when}, leave: true }\n`,
  );
  return ruleForMessage(rules, message(subject)) !== undefined;
}

function callbackRule(when: string, subject: Partial<CardCallback> = {}, template?: string) {
  const rules = rulesOf(
    `version: 1\nrules:\n  - { name: it, on: callback, when: ${when}, leave: true }\n`,
  );
  return ruleForTap(rules, callback(subject), { templateOf: () => template }) !== undefined;
}

describe('matching a message', () => {
  it.each<[string, Partial<BotMessage>, boolean]>([
    ['{}', {}, true],
    ['{ text: 报销 }', {}, true],
    ['{ text: 报销 }', { text: '报销单' }, false],
    ['{ text: /报销/ }', { text: '我要报销 100 元' }, true],
    ['{ text: /^help$/i }', { text: 'HELP' }, true],
    ['{ text: /^help$/ }', { text: 'HELP' }, false],
    ['{ text: [请假, /^报/] }', {}, true],
    ['{ text: [请假, 加班] }', {}, false],
    ['{ text: /./ }', { text: '' }, false],
    ['{ text: "" }', { text: '' }, true],
    ['{ text: 123 }', { text: '123' }, true],
    ['{ text: /./ }', { text: '\u{1f600}' }, true],
    ['{ text: /^.$/ }', { text: '\u{1f600}' }, true],
    ['{ text: /^.$/ }', { text: '\ud83d' }, true],
    ['{ user: lisi01 }', {}, true],
    ['{ user: 李四 }', {}, true],
    ['{ user: 张三 }', {}, false],
    ['{ user: 0150000227 }', { senderStaffId: '0150000227' }, true],
    ['{ user: 0150000227 }', { senderStaffId: '150000227' }, false],
    ['{ conversation: cidA1b2C3d4E5f6== }', {}, true],
    ['{ conversation: 财务群 }', {}, true],
    ['{ conversation: cida1b2c3d4e5f6== }', {}, false],
    ['{ conversationType: group }', {}, true],
    ['{ conversationType: single }', {}, false],
    ['{ conversationType: single }', { conversationType: '1' }, true],
    ['{ user: lisi01, text: 请假 }', {}, false],
    ['{ user: lisi01, text: 报销, conversationType: group }', {}, true],
  ])('%s on %j: %j', (when, subject, expected) => {
    expect(messageRule(when, subject)).toBe(expected);
  });
});

describe('matching a callback', () => {
  it.each<[string, Partial<CardCallback>, boolean]>([
    ['{}', {}, true],
    ['{ action: btn_agree }', {}, true],
    ['{ action: [btn_refuse, btn_agree] }', {}, true],
    ['{ action: /^btn_/ }', {}, true],
    ['{ action: btn_agree }', { actionIds: ['other', 'btn_agree'] }, true],
    ['{ action: btn_agree }', { actionIds: [] }, false],
    ['{ user: manager01 }', {}, true],
    ['{ user: manager01 }', { userId: '' }, false],
    ['{ outTrackId: /^track/ }', {}, true],
    ['{ conversation: cidA1b2C3d4E5f6== }', {}, true],
    ['{ params: { action: accept } }', {}, true],
    ['{ params: { action: accept }, user: someone }', {}, false],
  ])('%s on %j: %j', (when, subject, expected) => {
    expect(callbackRule(when, subject)).toBe(expected);
  });

  it('asks for the template of the card by its outTrackId', () => {
    const rules = rulesOf(
      'version: 1\nrules:\n  - { name: it, on: callback, when: { template: t1 }, leave: true }\n',
    );
    const templates = new Map([['track1', 't1']]);
    const templateOf = (outTrackId: string) => templates.get(outTrackId);
    expect(ruleForTap(rules, callback(), { templateOf })?.name).toBe('it');
    expect(ruleForTap(rules, callback({ outTrackId: 'x' }), { templateOf })).toBeUndefined();
  });

  it('does not match on a template that is not known, not even by a pattern', () => {
    expect(callbackRule('{ template: /.*/ }')).toBe(false);
    expect(callbackRule('{ template: /.*/ }', {}, 't1')).toBe(true);
  });
});

describe('the first match', () => {
  const rules = rulesOf(`version: 1
rules:
  - { name: owner, on: callback, when: { user: owner01, params: { action: accept } }, leave: true }
  - { name: chat, on: message, leave: true }
  - { name: accept, on: callback, when: { params: { action: accept } }, leave: true }
  - { name: rest, on: callback, leave: true }
`);

  it('wins', () => {
    expect(ruleForTap(rules, callback())?.name).toBe('accept');
    expect(ruleForTap(rules, callback({ userId: 'owner01' }))?.name).toBe('owner');
    expect(ruleForTap(rules, callback({ params: {} }))?.name).toBe('rest');
  });

  it('is none without rules', () => {
    expect(ruleForMessage(noRules, message())).toBeUndefined();
    expect(ruleForTap(noRules, callback())).toBeUndefined();
  });
});
