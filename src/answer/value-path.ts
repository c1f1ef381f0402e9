import type { JsonValue } from '../base/json-text.js';
import { nearestWord } from '../base/nearest-word.js';
import { publicOf } from '../log/card-layers.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback, CardParamMap } from '../protocol/card-callback.js';
import { jsonAt, variableReader } from './json-path.js';
import type { Reading } from './reading.js';
import type { Subject } from './value.js';

/** Reads what a `${…}` names; undefined when there is nothing. */
export type ReadValue = (subject: Subject) => JsonValue | undefined;

export type ValuePath =
  | { readonly ok: true; readonly read: ReadValue }
  | { readonly ok: false; readonly problem: string };

/** What stands in `${…}`, split at its dots. */
export function readValuePath(path: readonly string[], reading: Reading): ValuePath {
  const [root = '', ...rest] = path;
  const roots = rootsOf[reading.on];
  const entry = Object.hasOwn(roots, root) ? roots[root] : undefined;
  if (entry) return entry(rest, reading);
  const other = Object.hasOwn(rootsOf[reading.on === 'message' ? 'callback' : 'message'], root);
  if (other) return { ok: false, problem: `a rule for ${reading.on}s has no "${root}"` };
  return unknown(`there is no "${root}"`, root, Object.keys(roots));
}

type ReadRoot = (rest: readonly string[], reading: Reading) => ValuePath;

const callbackFields: Readonly<Record<string, (callback: CardCallback) => JsonValue | undefined>> =
  {
    userId: ({ userId }) => userId,
    outTrackId: ({ outTrackId }) => outTrackId,
    spaceId: ({ spaceId }) => spaceId,
    spaceType: ({ spaceType }) => spaceType,
    corpId: ({ corpId }) => corpId,
    type: ({ type }) => type,
    action: ({ actionIds }) => actionIds[0],
    actionIds: ({ actionIds }) => actionIds,
    params: ({ params }) => params,
  };

const messageFields: Readonly<Record<string, (message: BotMessage) => JsonValue | undefined>> = {
  text: ({ text }) => text,
  senderStaffId: ({ senderStaffId }) => senderStaffId,
  senderNick: ({ senderNick }) => senderNick,
  conversationId: ({ conversationId }) => conversationId,
  conversationTitle: ({ conversationTitle }) => conversationTitle,
  conversationType: ({ conversationType }) => conversationType,
  msgId: ({ msgId }) => msgId,
  msgtype: ({ msgtype }) => msgtype,
  robotCode: ({ robotCode }) => robotCode,
};

const times: Readonly<Record<string, (date: Date) => JsonValue>> = {
  date: (date) => localDate(date),
  time: (date) => localTime(date),
  datetime: (date) => `${localDate(date)} ${localTime(date)}`,
  ms: (date) => date.getTime(),
};

const shared: Readonly<Record<string, ReadRoot>> = {
  now(rest) {
    const [part] = rest;
    if (part === undefined) return timed((date) => date.toISOString());
    const read = Object.hasOwn(times, part) && rest.length === 1 ? times[part] : undefined;
    if (read) return timed(read);
    return unknown(`now has no "${rest.join('.')}"`, part, Object.keys(times));
  },
  uses(rest, reading) {
    if (!reading.allowsUses) {
      return { ok: false, problem: 'uses is known only once the rule is used, not in conditions' };
    }
    reading.countsUses = true;
    return alone('uses', rest, ({ uses }) => uses);
  },
};

const rootsOf: Readonly<Record<Reading['on'], Readonly<Record<string, ReadRoot>>>> = {
  callback: {
    callback: (rest) =>
      field('callback', rest, callbackFields, ({ callback }) => callback, ['params', 'actionIds']),
    card: (rest, reading) => variable('card', rest, reading, publicMap),
    my: (rest, reading) => variable('my', rest, reading, privateMap),
    cardTemplateId(rest, reading) {
      reading.asksForCards = true;
      return alone('cardTemplateId', rest, ({ cardTemplateId }) => cardTemplateId);
    },
    outTrackId: (rest) => alone('outTrackId', rest, ({ callback }) => callback?.outTrackId),
    user(rest, reading) {
      reading.asksForCards = true;
      return alone('user', rest, ({ callback, names }) => {
        if (!callback) return undefined;
        return names?.nickOf?.(callback.userId) ?? callback.userId;
      });
    },
    ...shared,
  },
  message: {
    message: (rest) => field('message', rest, messageFields, ({ message }) => message, []),
    user: (rest) =>
      alone('user', rest, ({ message }) => message?.senderNick || message?.senderStaffId),
    ...shared,
  },
};

/** The public variables as the person who tapped sees them. */
export function publicMap({ callback, card }: Subject): CardParamMap | undefined {
  return card && publicOf(card, callback?.userId);
}

/** The private variables of the person who tapped. */
export function privateMap({ callback, card }: Subject): CardParamMap | undefined {
  if (!callback || !card || !Object.hasOwn(card.privateData, callback.userId)) return undefined;
  return card.privateData[callback.userId]?.cardParamMap;
}

/** @param deep fields that have something within them */
function field<T>(
  root: string,
  [name, ...rest]: readonly string[],
  fields: Readonly<Record<string, (of: T) => JsonValue | undefined>>,
  pick: (subject: Subject) => T | undefined,
  deep: readonly string[],
): ValuePath {
  const names = Object.keys(fields);
  if (name === undefined) {
    return { ok: false, problem: `${root} is no value; it has ${names.join(', ')}` };
  }
  const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!read) return unknown(`${root} has no "${name}"`, name, names);
  if (rest.length > 0 && !deep.includes(name)) {
    return { ok: false, problem: `${root}.${name} has nothing within it` };
  }
  return {
    ok: true,
    read(subject) {
      const of = pick(subject);
      return of && jsonAt(read(of), rest);
    },
  };
}

function variable(
  root: string,
  path: readonly string[],
  reading: Reading,
  mapOf: (subject: Subject) => CardParamMap | undefined,
): ValuePath {
  reading.asksForCards = true;
  if (path.length === 0) {
    return { ok: false, problem: `${root} needs the name of a variable: ${root}.status` };
  }
  const read = variableReader(path);
  return { ok: true, read: (subject) => read(mapOf(subject)) };
}

function alone(root: string, rest: readonly string[], read: ReadValue): ValuePath {
  if (rest.length === 0) return { ok: true, read };
  return { ok: false, problem: `${root} has nothing within it` };
}

function timed(read: (date: Date) => JsonValue): ValuePath {
  return {
    ok: true,
    read({ nowMs }) {
      const date = new Date(nowMs);
      return Number.isNaN(date.getTime()) ? undefined : read(date);
    },
  };
}

function localDate(date: Date): string {
  return [String(date.getFullYear()), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

function localTime(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function unknown(problem: string, word: string, known: readonly string[]): ValuePath {
  const meant = nearestWord(word, known);
  const hint = meant === undefined ? `known: ${known.join(', ')}` : `did you mean "${meant}"?`;
  return { ok: false, problem: `${problem}; ${hint}` };
}
