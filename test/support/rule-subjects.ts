import { type LoadedRules, loadRules } from '../../src/answer/load-rules.js';
import type { RuleSet } from '../../src/answer/rule.js';
import type { SourceNode } from '../../src/base/source-node.js';
import { parseYamlSource } from '../../src/base/yaml-source.js';
import type { BotMessage } from '../../src/protocol/bot-message.js';
import type { CardCallback } from '../../src/protocol/card-callback.js';

/** A message of 李四 in a group, or whatever is stated. */
export function message(stated: Partial<BotMessage> = {}): BotMessage {
  return {
    msgId: 'msg1',
    conversationId: 'cidA1b2C3d4E5f6==',
    conversationType: '2',
    conversationTitle: '财务群',
    senderStaffId: 'lisi01',
    senderId: '$:LWCP_v1:$abc',
    senderNick: '李四',
    robotCode: 'dingrobot',
    msgtype: 'text',
    text: '报销',
    createAt: 0,
    ...stated,
  };
}

/** A tap of manager01 on 同意, or whatever is stated. */
export function callback(stated: Partial<CardCallback> = {}): CardCallback {
  return {
    outTrackId: 'track1',
    corpId: 'ding1',
    userId: 'manager01',
    userIdType: 1,
    spaceType: 'IM',
    spaceId: 'cidA1b2C3d4E5f6==',
    type: 'actionCallback',
    actionIds: ['btn_agree'],
    params: { action: 'accept' },
    ...stated,
  };
}

/** Rules that must be all right. */
export function rulesOf(text: string): RuleSet {
  const loaded = loadRules(text, 'rules.yaml');
  if (!loaded.ok) throw new Error(places(loaded).join('\n'));
  return loaded.rules;
}

/** `line:column message` of every problem. */
export function places(loaded: LoadedRules): readonly string[] {
  if (loaded.ok) return [];
  return loaded.problems.map(({ line, column, message: text }) => `${line}:${column} ${text}`);
}

/** The tree of a piece of YAML that must be all right. */
export function nodeOf(text: string): SourceNode {
  const parsed = parseYamlSource(text, '');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.root;
}
