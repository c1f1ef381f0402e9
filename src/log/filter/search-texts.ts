import type { JsonValue } from '../../base/json-text.js';
import { someErrorText, someParam } from './error-texts.js';
import { type SomeValue, some, type TextTest, valuesOf } from './field-values.js';
import type { FieldName } from './filter-names.js';
import type { FilterSubject } from './filter-subject.js';

/** Fields whose values are searched, most likely first. */
const searched = [
  'text',
  'user',
  'conversation',
  'action',
  'template',
  'type',
  'rule',
  'outTrackId',
  'path',
  'code',
  'msgId',
] as const satisfies readonly FieldName[];

const fields: readonly SomeValue[] = searched.map((name) => valuesOf({ name }));

/** Values looked at in one tree. */
const mostValues = 2000;
const deepest = 32;

/** Whether any text a person could know this by passes the test. */
export function someText(subject: FilterSubject, test: TextTest): boolean {
  for (const field of fields) if (field(subject, test)) return true;
  const { callback, card, event, exchange } = subject;
  if (callback && someLeaf(callback.params, test, { left: mostValues }, 0)) return true;
  if (card && !event && someParam(card.cardParamMap, test)) return true;
  const { cardData } = exchange?.answer?.response ?? {};
  if (cardData && someParam(cardData.cardParamMap, test)) return true;
  if (someErrorText(subject, test)) return true;
  if (!event) return false;
  switch (event.type) {
    case 'card.created':
    case 'card.updated':
      return event.cardParamMap !== undefined && someParam(event.cardParamMap, test);
    case 'simulator.reported':
      return test(event.event) || someLeaf(event.detail, test, { left: mostValues }, 0);
    case 'rules.loaded':
    case 'rules.rejected':
      return test(event.file);
    case 'frame.received':
      return test(event.topic) || test(event.raw);
    case 'notice':
      return test(event.key) || someParam(event.params, test);
    case 'connection.opened':
      return test(event.endpoint);
    case 'session.started':
      return some(event.clientId, test) || some(event.api, test) || some(event.profile, test);
    default:
      return false;
  }
}

function someLeaf(
  value: JsonValue,
  test: TextTest,
  budget: { left: number },
  depth: number,
): boolean {
  if (--budget.left < 0 || depth > deepest) return false;
  if (value === null) return false;
  if (typeof value !== 'object') return test(String(value));
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      if (someLeaf(item, test, budget, depth + 1)) return true;
    }
    return false;
  }
  const object = value as Readonly<Record<string, JsonValue>>;
  for (const key of Object.keys(object)) {
    if (someLeaf(object[key] ?? null, test, budget, depth + 1)) return true;
  }
  return false;
}
