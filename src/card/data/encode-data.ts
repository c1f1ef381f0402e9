import type { JsonObject, JsonValue } from '../../base/json-text.js';
import type { ParamMap } from '../card-data.js';
import { type Finding, findingOf } from '../finding.js';
import type { CardTemplate } from '../template/card-template.js';
import { valueKind } from './value-kind.js';

export interface EncodedValues {
  readonly map: ParamMap;
  /** Names whose value was not a text and became one, in the order given. */
  readonly encoded: readonly string[];
  /** One D100 for each of them. */
  readonly findings: readonly Finding[];
}

/**
 * The values a person writes in JSON as the texts the API wants (card-openapi §3.1): texts as they
 * are, numbers, booleans, objects and lists as JSON. Whether a text suits its type is not judged
 * here. @param template decides one case: null empties a text and is JSON for the others @param where
 * path of the map, for findings
 */
export function encodeValues(
  template: Pick<CardTemplate, 'variables'> | undefined,
  natural: JsonObject,
  where = 'cardParamMap',
): EncodedValues {
  const types = new Map(template?.variables.map(({ name, type }) => [name, type]));
  const encoded: string[] = [];
  const findings: Finding[] = [];
  const entries = Object.entries(natural).map(([name, value]): [string, string] => {
    if (typeof value === 'string') return [name, value];
    const type = types.get(name);
    encoded.push(name);
    findings.push(findingOf('D100', `${where}.${name}`, { name, type: type ?? '' }));
    return [name, textFor(type, value)];
  });
  return { map: Object.fromEntries(entries), encoded, findings };
}

/** A typed value as its text on the wire. */
export function textFor(type: string | undefined, value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (value === null && (type === undefined || valueKind(type) === 'text')) return '';
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}
