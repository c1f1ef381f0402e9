import type { JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { ParamSource } from './action.js';
import { textProp } from './prop.js';

/** More entries than any template has; what comes after them is left out. */
const MAX_PARAMS = 500;

/** `params[]` without the entries that have no name (template-format §4.3). */
export function readParams(list: JsonValue | undefined): readonly ParamSource[] {
  if (!Array.isArray(list)) return [];
  const params: ParamSource[] = [];
  for (const entry of list.slice(0, MAX_PARAMS) as readonly JsonValue[]) {
    if (!isJsonObject(entry)) continue;
    const name = textProp(entry, 'name');
    if (name === '') continue;
    const type = paramType(textProp(entry, 'type'), textProp(entry, 'id'));
    params.push({
      name,
      type,
      value: entry['value'] ?? '',
      variable:
        type === 'builtIn'
          ? textProp(entry, 'id')
          : textProp(entry, type === 'eventData' ? 'eventData' : 'variable'),
      loop: entry['variableType'] === 'loop',
    });
  }
  return params;
}

function paramType(type: string, id: string): ParamSource['type'] {
  if (type === 'variable' || type === 'builtIn' || type === 'eventData') return type;
  return id.startsWith('__built_in_') ? 'builtIn' : 'fixed';
}
