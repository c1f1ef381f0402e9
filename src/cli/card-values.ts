import type { JsonObject } from '../base/json-text.js';
import { encodeValues } from '../card/data/encode-data.js';
import { valueKind } from '../card/data/value-kind.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { PrivateData } from '../protocol/card-api.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import { readAssignments } from './assignments.js';
import { readNaturalData, readPrivateData } from './natural-data.js';
import type { ProgramIo } from './program-io.js';
import { usersOf } from './template-data.js';

export interface CardValues {
  readonly cardParamMap: CardParamMap;
  /** Absent when nobody has any. */
  readonly privateData?: PrivateData;
  /** Keys whose values were not text and became JSON text (card-openapi §3.1). */
  readonly encoded: readonly string[];
}

export interface CardValuesRequest {
  /** Undefined: nothing is known of its variables. */
  readonly template: CardTemplate | undefined;
  /** What the project says; later values win. */
  readonly data: JsonObject;
  readonly privateData: Readonly<Record<string, JsonObject>>;
  readonly flags: {
    readonly data?: string;
    readonly privateData?: string;
    readonly set?: readonly string[];
  };
}

/**
 * The variables of a card: those of the project, those of `--data` on top, those of `--set` on top.
 * @throws DtcardError E1001, E1003, E1004
 */
export async function readCardValues(
  io: Pick<ProgramIo, 'stdin' | 'cwd'>,
  { template, data, privateData, flags }: CardValuesRequest,
): Promise<CardValues> {
  const given = flags.data === undefined ? {} : await readNaturalData(io, flags.data);
  const values = encodeValues(template, { ...data, ...given });
  const encoded = new Set(values.encoded);
  const texts = new Map(Object.entries(values.map));
  const types = new Map(template?.variables.map(({ name, type }) => [name, type]));
  for (const [key, text] of readAssignments(flags.set ?? [], '--set')) {
    texts.set(key, setText(types.get(key), text));
    encoded.delete(key);
  }
  const own = flags.privateData === undefined ? {} : await readPrivateData(io, flags.privateData);
  const users = usersOf(privateData, own).map(([userId, natural]) => {
    const one = encodeValues(template, natural);
    for (const name of one.encoded) encoded.add(`${userId}.${name}`);
    return [userId, { cardParamMap: one.map }] as const;
  });
  return {
    // Not by assignment: a key may be `__proto__`.
    cardParamMap: Object.fromEntries(texts),
    ...(users.length === 0 ? {} : { privateData: Object.fromEntries(users) }),
    encoded: [...encoded],
  };
}

/** Typed text is what the wire has; blanks around a number or a truth value are nobody's intention. */
function setText(type: string | undefined, text: string): string {
  const kind = type === undefined ? 'text' : valueKind(type);
  return kind === 'number' || kind === 'boolean' ? text.trim() : text;
}
