import { entryOf, type SourceNode, textOf } from '../base/source-node.js';
import type { DeadlinePolicy } from '../log/event.js';
import { callbackConditions, messageConditions } from './read-conditions.js';
import { leave, readDeed, readScript } from './read-deed.js';
import { sendOf, writtenCard } from './read-follow-ups.js';
import type { Reading } from './reading.js';
import type {
  CallbackDeed,
  CallbackRule,
  Guard,
  LimitPer,
  MessageRule,
  Rule,
  RuleLimit,
} from './rule.js';
import { nodeAt, nodesAt, numberAt } from './source-entries.js';
import { always } from './value.js';

/** Reads one rule whose shape was checked; what shape cannot tell is added to the problems. */
export function readRule(node: SourceNode, reading: Reading): Rule {
  return reading.on === 'message' ? messageRule(node, reading) : callbackRule(node, reading);
}

/** Which kind of rule it is. */
export function ruleIsOn(node: SourceNode): Reading['on'] {
  return textOf(nodeAt(node, 'on')) === 'message' ? 'message' : 'callback';
}

function messageRule(node: SourceNode, reading: Reading): MessageRule {
  const conditions = messageConditions(nodeAt(node, 'when'), uncounted(reading));
  const action = messageAction(node, reading);
  return { on: 'message', ...head(node, reading), conditions, action };
}

function callbackRule(node: SourceNode, reading: Reading): CallbackRule {
  const quiet = uncounted(reading);
  const conditions = callbackConditions(nodeAt(node, 'when'), quiet);
  const guardNode = nodeAt(node, 'guard');
  const guard = guardNode && readGuard(guardNode, quiet);
  reading.asksForCards ||= quiet.asksForCards;
  const deed = readDeed(node, reading);
  const late = readLate(node, guard ? [deed, guard.otherwise] : [deed], reading);
  return {
    on: 'callback',
    ...head(node, reading),
    conditions,
    ...deed,
    ...(guard && { guard }),
    ...(late && { late }),
    again: textOf(nodeAt(node, 'onDuplicate')) === 'again',
  };
}

function head(node: SourceNode, reading: Reading) {
  const limit = readLimit(nodeAt(node, 'limit'));
  const guard = nodeAt(nodeAt(node, 'guard'), 'otherwise');
  return {
    name: textOf(nodeAt(node, 'name')) ?? '',
    line: node.place.line,
    ...(limit && { limit }),
    counts: limit !== undefined || reading.countsUses,
    sends: [...nodesAt(node, 'send'), ...(guard ? nodesAt(guard, 'send') : [])].map(writtenCard),
  };
}

function readLimit(node: SourceNode | undefined): RuleLimit | undefined {
  if (!node) return undefined;
  if (node.kind !== 'map') return { times: 1, per: 'rule' };
  const per = (textOf(nodeAt(node, 'per')) ?? 'rule') as LimitPer;
  return { times: numberAt(node, 'times') ?? 1, per };
}

const notAllowed: CallbackDeed = {
  action: { kind: 'fail', code: 403, message: always('not allowed') },
  then: [],
};

function readGuard(node: SourceNode, reading: Reading): Guard {
  const conditions = callbackConditions(node, reading);
  if (conditions.length === 0) {
    const message = 'a guard needs a condition: user, card, my, params, filter, …';
    reading.problems.push({ ...node.place, message });
  }
  const otherwise = nodeAt(node, 'otherwise');
  return { conditions, otherwise: otherwise ? readDeed(otherwise, reading) : notAllowed };
}

function readLate(
  node: SourceNode,
  deeds: readonly CallbackDeed[],
  reading: Reading,
): DeadlinePolicy | undefined {
  const entry = entryOf(node, 'late');
  if (!entry) return undefined;
  if (!deeds.some(({ action }) => action.kind === 'leave' || action.kind === 'script')) {
    const message = 'late is for rules that do not answer at once: with leave or script';
    reading.problems.push({ ...entry.keyPlace, message });
  }
  return textOf(entry.value) as DeadlinePolicy;
}

function messageAction(node: SourceNode, reading: Reading): MessageRule['action'] {
  const sends = nodesAt(node, 'send').map((item) => sendOf(item, reading));
  if (sends.length > 0) return { kind: 'send', sends };
  return readScript(node, reading) ?? leave;
}

/** Conditions are asked before it is known whether the rule is used. */
function uncounted(reading: Reading): Reading {
  return { ...reading, allowsUses: false };
}
