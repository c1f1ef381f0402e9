import { readFileSync } from 'node:fs';
import { DtcardError, messageOf } from '../base/errors.js';
import { isJsonObject, parseJson, toParamText } from '../base/json-text.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import { readAssignments } from './assignments.js';

export interface CardValues {
  readonly cardParamMap: CardParamMap;
  /** Keys whose values were not text and became JSON text (card-openapi §3.1). */
  readonly encoded: readonly string[];
}

/**
 * The variables of a card: those of `--data`, then those of `--set` on top.
 * @param readInput reads standard input to its end
 * @throws E1001, E1003, E1004
 */
export async function readCardValues(
  data: string | undefined,
  set: readonly string[],
  readInput: () => Promise<string>,
): Promise<CardValues> {
  const values = new Map<string, string>();
  const encoded: string[] = [];
  if (data !== undefined) {
    const where = data === '-' ? 'stdin' : data;
    const parsed = parseJson(data === '-' ? await readInput() : readText(data));
    if (!parsed.ok) throw unusable(where, parsed.problem);
    if (!isJsonObject(parsed.value)) throw unusable(where, 'expected a JSON object of variables');
    for (const [key, value] of Object.entries(parsed.value)) {
      if (typeof value !== 'string') encoded.push(key);
      values.set(key, toParamText(value));
    }
  }
  for (const [key, value] of readAssignments(set, '--set')) values.set(key, value);
  const cardParamMap = Object.create(null) as Record<string, string>;
  for (const [key, value] of values) cardParamMap[key] = value;
  return { cardParamMap, encoded };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new DtcardError('E1004', {
      params: { path: file, detail: messageOf(error) },
      cause: error,
    });
  }
}

function unusable(where: string, detail: string): DtcardError {
  return new DtcardError('E1003', { params: { path: where, detail } });
}
