import type { CardInstance } from '../log/cards.js';
import type { SubjectNames } from '../log/filter/filter-subject.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { CardCallback } from '../protocol/card-callback.js';

/** What conditions look at and values are worked out from: a tap or a message, and what is known of it. */
export interface Subject {
  readonly callback?: CardCallback | undefined;
  readonly message?: BotMessage | undefined;
  /** Of the card that was tapped. */
  readonly cardTemplateId?: string | undefined;
  readonly card?: CardInstance | undefined;
  readonly names?: SubjectNames | undefined;
  /** Wall clock. */
  readonly nowMs: number;
  /** How often the rule was used, this time included. */
  readonly uses?: number | undefined;
}

/** A value of the file: the same for every subject, or worked out from each. Neither ever throws. */
export type Value<T> =
  | { readonly isConstant: true; readonly constant: T }
  | { readonly isConstant: false; of(subject: Subject): T };

export function always<T>(constant: T): Value<T> {
  return { isConstant: true, constant };
}

export function workedOut<T>(of: (subject: Subject) => T): Value<T> {
  return { isConstant: false, of };
}

/** The same object each time where the value is constant. */
export function valueFor<T>(value: Value<T>, subject: Subject): T {
  return value.isConstant ? value.constant : value.of(subject);
}

type Parts = Readonly<Record<string, Value<unknown>>>;
type Values<P extends Parts> = {
  readonly [K in keyof P]: P[K] extends Value<infer T> ? T : never;
};

/** What is built of several values; built once when all of them are constant. */
export function combined<P extends Parts, T>(parts: P, build: (values: Values<P>) => T): Value<T> {
  const entries = Object.entries(parts);
  const at = (read: (value: Value<unknown>) => unknown) =>
    Object.fromEntries(entries.map(([key, value]) => [key, read(value)])) as Values<P>;
  if (entries.every(([, value]) => value.isConstant)) {
    return always(build(at((value) => (value.isConstant ? value.constant : undefined))));
  }
  return workedOut((subject) => build(at((value) => valueFor(value, subject))));
}

/** The same for a list. */
export function listOf<T>(items: readonly Value<T>[]): Value<readonly T[]> {
  const constants: T[] = [];
  for (const item of items) if (item.isConstant) constants.push(item.constant);
  if (constants.length === items.length) return always(constants);
  return workedOut((subject) => items.map((item) => valueFor(item, subject)));
}
