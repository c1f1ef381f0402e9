import { type LoadedRules, loadRules } from '../../src/answer/load-rules.js';
import { callbackRuleFor, callbackSubjectOf, messageRuleFor } from '../../src/answer/match.js';
import { createReading, type Problems, type Reading } from '../../src/answer/reading.js';
import type { RuleSet } from '../../src/answer/rule.js';
import { createRuleMemory, type RuleMemory } from '../../src/answer/rule-memory.js';
import type { SourceNode } from '../../src/base/source-node.js';
import { parseYamlSource } from '../../src/base/yaml-source.js';
import type { CardInstance } from '../../src/log/cards.js';
import type { TapKnowledge } from '../../src/log/filter/tap-knowledge.js';
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
export function rulesOf(text: string, file = 'rules.yaml'): RuleSet {
  const loaded = loadRules(text, file);
  if (!loaded.ok) throw new Error(places(loaded).join('\n'));
  return loaded.rules;
}

/** `line:column message` of every problem. */
export function places(loaded: LoadedRules): readonly string[] {
  if (loaded.ok) return [];
  return loaded.problems.map(({ line, column, message: text }) => `${line}:${column} ${text}`);
}

/** 2026-11-22, 16:05:09 in Shanghai. */
export const sometime = Date.UTC(2026, 10, 22, 8, 5, 9, 123);

/** Which rule takes a message. */
export function ruleForMessage(rules: RuleSet, subject: BotMessage) {
  return messageRuleFor(
    { rules, memory: createRuleMemory() },
    { message: subject, nowMs: sometime },
  );
}

/** Which rule takes a tap. */
export function ruleForTap(
  rules: RuleSet,
  subject: CardCallback,
  known: { templateOf?: (outTrackId: string) => string | undefined; known?: TapKnowledge } = {},
  memory: RuleMemory = createRuleMemory(),
) {
  const tapped = callbackSubjectOf({ callback: subject, nowMs: sometime, ...known });
  return callbackRuleFor({ rules, memory }, tapped);
}

/** A rules file being read, with what is wrong with it. */
export function readingOf(
  on: 'message' | 'callback' = 'callback',
): Reading & { readonly problems: Problems } {
  return createReading(on, [], '/rules');
}

/** What is known of one card, and of manager01 as 张三. */
export function knownCard(stated: Partial<CardInstance> = {}): TapKnowledge {
  const card: CardInstance = {
    outTrackId: 'track1',
    seq: 0,
    atMs: 0,
    cardTemplateId: 'approval.schema',
    openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
    phase: 'delivered',
    seenBy: new Map(),
    cardParamMap: {
      amount: '1200',
      status: '待审批',
      owner: 'manager01',
      items: '[{"name":"机票"}]',
    },
    privateData: { manager01: { cardParamMap: { mine: 'yes' } } },
    deliveries: [],
    updates: 0,
    changedAtMs: 0,
    because: {},
    ...stated,
  };
  return {
    cardOf: (outTrackId) => (outTrackId === card.outTrackId ? card : undefined),
    names: {
      nickOf: (userId) => (userId === 'manager01' ? '张三' : undefined),
      aliasesOf: () => ['审批'],
    },
  };
}

/** The tree of a piece of YAML that must be all right. */
export function nodeOf(text: string): SourceNode {
  const parsed = parseYamlSource(text, '');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.root;
}
