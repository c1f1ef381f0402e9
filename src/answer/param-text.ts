import { isJsonObject, toParamText } from '../base/json-text.js';
import { entryOf, jsonOf, type SourceNode, type SourceScalar } from '../base/source-node.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import type { Problems } from './text-condition.js';

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * Values of a mapping as `cardParamMap` wants them: text as it is, everything else as JSON text
 * (card-openapi §3.1). A number keeps the spelling of the file: `1000.0` stays `1000.0`.
 */
export function paramMapOf(node: SourceNode, problems: Problems): CardParamMap {
  if (node.kind !== 'map') return {};
  const wire = entryOf(node, 'cardParamMap');
  if (wire && node.entries.length === 1 && isJsonObject(jsonOf(wire.value))) {
    problems.push({
      ...wire.keyPlace,
      message: 'write the variables here directly, without "cardParamMap"',
    });
  }
  // Not by assignment: a key may be `__proto__`.
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [
      key,
      value.kind === 'scalar' ? scalarText(value, key, problems) : toParamText(jsonOf(value)),
    ]),
  );
}

function scalarText(node: SourceScalar, key: string, problems: Problems): string {
  const { value, source, place } = node;
  if (value === null) {
    problems.push({ ...place, message: `${key} has no value; write "" for an empty text` });
    return '';
  }
  if (typeof value !== 'number') return toParamText(value);
  if (jsonNumber.test(source)) return source;
  if (/^[-+]?0\d/.test(source)) {
    problems.push({ ...place, message: `${key}: quote "${source}" to keep the leading zero` });
  }
  return toParamText(value);
}
