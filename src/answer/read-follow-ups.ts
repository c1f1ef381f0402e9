import type { SourceNode } from '../base/source-node.js';
import type { CardUpdate } from '../protocol/card-api.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import type { FollowUp } from './decision.js';
import { paramMapOf, privateDataOf, writtenMap } from './param-text.js';
import type { Reading } from './reading.js';
import type { StreamPlan, WrittenCard } from './rule.js';
import { spaceFor } from './rule-space.js';
import { sendTarget } from './send-target.js';
import { flagAt, nodeAt, numberAt } from './source-entries.js';
import { textValue } from './text-template.js';
import { always, combined, type Value, valueFor, workedOut } from './value.js';

/** `send`: a card for somebody. Where there is nobody, or nobody can be worked out, it is impossible (E1002). */
export function sendOf(node: SourceNode, reading: Reading): Value<FollowUp> {
  const privateData = nodeAt(node, 'privateData');
  const stream = nodeAt(node, 'stream');
  const card = combined(
    {
      cardTemplateId: textValue(nodeAt(node, 'template'), reading),
      cardParamMap: dataAt(node, 'data', reading) ?? always<CardParamMap>({}),
      ...(privateData && { privateData: privateDataOf(privateData, reading) }),
    },
    (values) => values,
  );
  const plan = stream && streamPlan(stream, reading);
  const to = sendTarget(nodeAt(node, 'to'), reading);
  // Whether a tapped card is in a group is told by where it was sent.
  const isFixed = to.isConstant && to.constant.ok && to.constant.target.kind !== 'conversation';
  if (!isFixed) reading.asksForCards = true;
  return workedOut((subject): FollowUp => {
    const values = valueFor(card, subject);
    const read = valueFor(to, subject);
    const space = read.ok ? spaceFor(read.target, subject) : read;
    if (!space.ok) {
      const params = { reason: space.reason, to: space.to.slice(0, 80), detail: space.detail };
      const { cardTemplateId } = values;
      return { kind: 'impossible', cardTemplateId, error: { code: 'E1002', params } };
    }
    const { openSpaceId, isUnionId } = space;
    const draft = { ...values, openSpaceId, ...(isUnionId && { userIdType: 2 as const }) };
    return { kind: 'send', draft, ...(plan && { stream: valueFor(plan, subject) }) };
  });
}

/** The card of a `send` as the file has it. */
export function writtenCard(node: SourceNode): WrittenCard {
  const template = nodeAt(node, 'template');
  return {
    cardTemplateId: template?.kind === 'scalar' ? String(template.value ?? '') : '',
    cardParamMap: writtenMap(nodeAt(node, 'data')),
  };
}

/** `update`: of the tapped card unless another one is named. */
export function updateOf(node: SourceNode, reading: Reading): Value<FollowUp> {
  const named = nodeAt(node, 'outTrackId');
  const outTrackId = named && textValue(named, reading);
  const cardParamMap = dataAt(node, 'cardData', reading);
  const mine = dataAt(node, 'userPrivateData', reading);
  const theirs = nodeAt(node, 'privateData');
  const privateData = theirs && privateDataOf(theirs, reading);
  const cardUpdateOptions = {
    updateCardDataByKey: flagAt(node, 'updateCardDataByKey') ?? true,
    updatePrivateDataByKey: flagAt(node, 'updatePrivateDataByKey') ?? true,
  };
  return workedOut((subject): FollowUp => {
    const { callback } = subject;
    const target = outTrackId ? valueFor(outTrackId, subject) : (callback?.outTrackId ?? '');
    if (target === '') return noCard;
    const userId = callback?.userId ?? '';
    const own = mine && userId !== '' ? [[userId, { cardParamMap: valueFor(mine, subject) }]] : [];
    const people = {
      ...(privateData && valueFor(privateData, subject)),
      ...(Object.fromEntries(own) as Record<string, { cardParamMap: CardParamMap }>),
    };
    const update: CardUpdate = {
      outTrackId: target,
      ...(cardParamMap && { cardParamMap: valueFor(cardParamMap, subject) }),
      ...(Object.keys(people).length > 0 && { privateData: people }),
      cardUpdateOptions,
      ...(callback?.userIdType === 2 && { userIdType: 2 as const }),
    };
    return { kind: 'update', update };
  });
}

/** `stream`: into the tapped card unless another one is named. */
export function streamOf(node: SourceNode, reading: Reading): Value<FollowUp> {
  const named = nodeAt(node, 'outTrackId');
  const outTrackId = named && textValue(named, reading);
  const plan = streamPlan(node, reading);
  return workedOut((subject): FollowUp => {
    const { callback } = subject;
    const target = outTrackId ? valueFor(outTrackId, subject) : (callback?.outTrackId ?? '');
    if (target === '') return noCard;
    return { kind: 'stream', outTrackId: target, plan: valueFor(plan, subject) };
  });
}

const noCard: FollowUp = {
  kind: 'impossible',
  cardTemplateId: '',
  error: { code: 'E1002', params: { reason: 'no-card', to: '', detail: 'outTrackId' } },
};

function streamPlan(node: SourceNode, reading: Reading): Value<StreamPlan> {
  const everyMs = numberAt(node, 'everyMs') ?? 500;
  const step = numberAt(node, 'step') ?? 12;
  const key = textValue(nodeAt(node, 'key'), reading);
  const text = textValue(nodeAt(node, 'text'), reading);
  return combined({ key, text }, (values) => ({ ...values, everyMs, step }));
}

function dataAt(node: SourceNode, key: string, reading: Reading): Value<CardParamMap> | undefined {
  const value = nodeAt(node, key);
  return value && paramMapOf(value, reading);
}
