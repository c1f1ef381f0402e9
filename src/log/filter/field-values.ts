import { publicOf } from '../card-layers.js';
import { errorStatus, someErrorCode, someErrorText } from './error-texts.js';
import type { FieldName } from './filter-names.js';
import type { FieldRef } from './filter-node.js';
import type { FilterSubject } from './filter-subject.js';
import { someValueAt, someVariable, variablePaths } from './json-values.js';

export type TextTest = (text: string) => boolean;

/** Whether one of the values a subject has in a field passes the test. */
export type SomeValue = (subject: FilterSubject, test: TextTest) => boolean;

type TextField = Exclude<FieldName, 'var' | 'param' | 'tookMs' | 'status'>;

const textFields: Readonly<Record<TextField, SomeValue>> = {
  kind: ({ kind }, test) => test(kind),
  type: ({ type }, test) => test(type),
  user: ({ message, callback, names }, test) => {
    if (message && (some(message.senderStaffId, test) || some(message.senderNick, test))) {
      return true;
    }
    if (!callback) return false;
    return some(callback.userId, test) || some(names?.nickOf?.(callback.userId), test);
  },
  conversation: someConversation,
  conversationType: ({ message }, test) =>
    message !== undefined && test(message.conversationType === '2' ? 'group' : 'single'),
  text: ({ message, event }, test) => {
    if (message) return some(message.text, test);
    return event?.type === 'card.streamed' && some(event.content, test);
  },
  action: ({ callback }, test) => callback?.actionIds.some(test) ?? false,
  template: ({ cardTemplateId, event, names }, test) => {
    const id = cardTemplateId ?? (event && 'cardTemplateId' in event ? event.cardTemplateId : '');
    return some(id, test) || (id !== '' && (names?.aliasesOf?.(id).some(test) ?? false));
  },
  outTrackId: ({ callback, card, event }, test) => {
    if (callback) return some(callback.outTrackId, test);
    return some(event && 'outTrackId' in event ? event.outTrackId : card?.outTrackId, test);
  },
  rule: ({ messageRow, exchange, event, card }, test) => {
    if (event && 'rule' in event) return some(event.rule, test);
    if (event && 'because' in event) return some(event.because.rule, test);
    if (exchange) return some(exchange.answer?.rule, test);
    return some((messageRow ?? (event ? undefined : card?.because))?.rule, test);
  },
  source: ({ exchange, event }, test) => {
    if (event && 'source' in event) return test(event.source);
    // What was decided late tells more than that it was acknowledged before.
    return some((exchange?.late ?? exchange?.answer)?.source, test);
  },
  code: someErrorCode,
  error: someErrorText,
  method: ({ event }, test) => event !== undefined && 'method' in event && test(event.method),
  path: ({ event }, test) =>
    (event?.type === 'api.called' || event?.type === 'api.failed') && test(event.path),
  level: ({ event }, test) => event?.type === 'notice' && test(event.level),
  msgId: ({ message, event, card }, test) => {
    if (message) return some(message.msgId, test);
    if (event && 'msgId' in event) return some(event.msgId, test);
    const because = event && 'because' in event ? event.because : event ? undefined : card?.because;
    return some(because?.msgId, test);
  },
};

/** Prepared once for each field of a filter. */
export function valuesOf({ name, path = '' }: FieldRef): SomeValue {
  switch (name) {
    case 'param': {
      const keys = path.split('.');
      return ({ callback }, test) =>
        callback !== undefined && someValueAt(callback.params, keys, test);
    }
    case 'var': {
      const paths = variablePaths(path);
      return ({ callback, card }, test) => {
        if (!card) return false;
        const mine = callback && own(card.privateData, callback.userId)?.cardParamMap;
        const shown = publicOf(card, callback?.userId);
        const first = someVariable(mine, paths, test) ?? someVariable(shown, paths, test);
        if (first !== undefined || callback) return first ?? false;
        for (const userId of Object.keys(card.privateData)) {
          if (someVariable(card.privateData[userId]?.cardParamMap, paths, test)) return true;
        }
        return false;
      };
    }
    case 'tookMs':
    case 'status': {
      const read = numberOf(name);
      return (subject, test) => {
        const value = read(subject);
        return value !== undefined && test(String(value));
      };
    }
    default:
      return textFields[name];
  }
}

/** @param name of a field whose values are numbers */
export function numberOf(
  name: 'tookMs' | 'status',
): (subject: FilterSubject) => number | undefined {
  return name === 'tookMs' ? tookMs : status;
}

function tookMs({ event, exchange, messageRow }: FilterSubject): number | undefined {
  const measured =
    event && 'tookMs' in event
      ? event.tookMs
      : ((exchange?.late ?? exchange?.answer)?.tookMs ?? messageRow?.tookMs);
  return measured === undefined ? undefined : Math.round(measured);
}

function status(subject: FilterSubject): number | undefined {
  return subject.event?.type === 'api.called' ? subject.event.status : errorStatus(subject);
}

function someConversation(subject: FilterSubject, test: TextTest): boolean {
  const { message, callback, card, event, names } = subject;
  if (message) return some(message.conversationId, test) || some(message.conversationTitle, test);
  if (callback) return somePlace(callback.spaceId, subject, test);
  if (event && 'spaceId' in event) return somePlace(event.spaceId, subject, test);
  const openSpaceId = event && 'openSpaceId' in event ? event.openSpaceId : card?.openSpaceId;
  if (some(openSpaceId, test)) return true;
  // `dtv1.card//IM_GROUP.cid…`: the id alone is what people know.
  const target = openSpaceId === undefined ? -1 : openSpaceId.indexOf('.', 'dtv1.card//'.length);
  if (openSpaceId !== undefined && target > 0) {
    const spaceId = openSpaceId.slice(target + 1);
    if (test(spaceId) || some(names?.placeOf?.(spaceId), test)) return true;
  }
  return card?.deliveries.some(({ spaceId }) => somePlace(spaceId, subject, test)) ?? false;
}

function somePlace(spaceId: string, { names }: FilterSubject, test: TextTest): boolean {
  return some(spaceId, test) || (spaceId !== '' && some(names?.placeOf?.(spaceId), test));
}

/** What is empty is not there. */
export function some(text: string | undefined, test: TextTest): boolean {
  return text !== undefined && text !== '' && test(text);
}

function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
