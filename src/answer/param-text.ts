import { isJsonObject, type JsonValue, toParamText } from '../base/json-text.js';
import { entryOf, jsonOf, type SourceNode, type SourceScalar } from '../base/source-node.js';
import type { PrivateData } from '../protocol/card-api.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import type { Reading } from './reading.js';
import { holdsTemplate, jsonTemplate, templateValue, textValue } from './text-template.js';
import { always, listOf, type Value, valueFor, workedOut } from './value.js';

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * Values of a mapping as `cardParamMap` wants them: text as it is, everything else as JSON text
 * (card-openapi §3.1). A number keeps the spelling of the file: `1000.0` stays `1000.0`.
 */
export function paramMapOf(node: SourceNode, reading: Reading): Value<CardParamMap> {
  if (node.kind !== 'map') return always({});
  const wire = entryOf(node, 'cardParamMap');
  if (wire && node.entries.length === 1 && isJsonObject(jsonOf(wire.value))) {
    reading.problems.push({
      ...wire.keyPlace,
      message: 'write the variables here directly, without "cardParamMap"',
    });
  }
  return mapOf(
    node.entries.map(({ key, value }) => [
      key,
      value.kind === 'scalar' ? scalarText(value, key, reading) : jsonText(value, reading),
    ]),
  );
}

/** Private variables by userId; a userId may be a `${…}`, and nobody's are left out. */
export function privateDataOf(node: SourceNode, reading: Reading): Value<PrivateData> {
  if (node.kind !== 'map') return always({});
  const people = node.entries.map(({ key, keyPlace, value }) => ({
    userId: templateValue(key, { place: keyPlace, textPlace: keyPlace }, reading),
    map: paramMapOf(value, reading),
  }));
  const build = (entries: readonly (readonly [string, CardParamMap])[]) =>
    Object.fromEntries(
      entries
        .filter(([userId]) => userId !== '')
        .map(([userId, cardParamMap]) => [userId, { cardParamMap }]),
    );
  const pairs = listOf(
    people.map(({ userId, map }) =>
      userId.isConstant && map.isConstant
        ? always([userId.constant, map.constant] as const)
        : workedOut((subject) => [valueFor(userId, subject), valueFor(map, subject)] as const),
    ),
  );
  if (pairs.isConstant) return always(build(pairs.constant));
  return workedOut((subject) => build(pairs.of(subject)));
}

/** The map as the file has it, its `${…}` not filled in. */
export function writtenMap(node: SourceNode | undefined): CardParamMap {
  if (node?.kind !== 'map') return {};
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [
      key,
      value.kind !== 'scalar'
        ? toParamText(jsonOf(value))
        : typeof value.value === 'string'
          ? value.value
          : value.source,
    ]),
  );
}

/** Not by assignment: a key may be `__proto__`. */
function mapOf(entries: readonly (readonly [string, Value<string>])[]): Value<CardParamMap> {
  const values = listOf(entries.map(([, value]) => value));
  const build = (texts: readonly string[]) =>
    Object.fromEntries(entries.map(([key], index) => [key, texts[index] ?? '']));
  return values.isConstant
    ? always(build(values.constant))
    : workedOut((subject) => build(values.of(subject)));
}

function jsonText(node: SourceNode, reading: Reading): Value<string> {
  if (!holdsTemplate(jsonOf(node))) return always(toParamText(jsonOf(node)));
  const value = jsonValueOf(node, reading);
  if (value.isConstant) return always(toParamText(value.constant));
  return workedOut((subject) => toParamText(value.of(subject)));
}

/** A value of whatever kind, with the `${…}` of its texts filled in. */
export function jsonValueOf(node: SourceNode, reading: Reading): Value<JsonValue> {
  switch (node.kind) {
    case 'scalar':
      return jsonTemplate(node, reading);
    case 'list':
      return listOf(node.items.map((item) => jsonValueOf(item, reading)));
    case 'map': {
      const values = listOf(node.entries.map(({ value }) => jsonValueOf(value, reading)));
      const build = (items: readonly JsonValue[]) =>
        Object.fromEntries(node.entries.map(({ key }, index) => [key, items[index] ?? null]));
      return values.isConstant
        ? always(build(values.constant))
        : workedOut((subject) => build(values.of(subject)));
    }
  }
}

function scalarText(node: SourceScalar, key: string, reading: Reading): Value<string> {
  const { value, source, place } = node;
  const { problems } = reading;
  if (value === null) {
    problems.push({ ...place, message: `${key} has no value; write "" for an empty text` });
    return always('');
  }
  if (typeof value === 'string') return textValue(node, reading);
  if (typeof value !== 'number') return always(toParamText(value));
  if (jsonNumber.test(source)) return always(source);
  if (/^[-+]?0\d/.test(source)) {
    problems.push({ ...place, message: `${key}: quote "${source}" to keep the leading zero` });
  }
  return always(toParamText(value));
}
