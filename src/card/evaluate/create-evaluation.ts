import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { createConditionReader } from './condition-reader.js';
import type { Evaluation, EvaluationInput, LoopItem, Place } from './evaluation.js';
import { createFindingLog } from './finding-log.js';
import { createScope } from './scope.js';
import { createWrapperReader } from './wrapper-reader.js';

/** Longer lists are cut, with a finding. */
const MOST_ITEMS = 5000;

/** A template with the data of one moment; costs next to nothing until something is asked. */
export function createEvaluation(input: EvaluationInput): Evaluation {
  const log = createFindingLog(input.template);
  const scope = createScope(input, log);
  const condition = createConditionReader(input, scope, log);
  const wrappers = createWrapperReader(input, scope, condition, log);

  const listOf = (listData: JsonValue | undefined, place: Place) => {
    if (typeof listData === 'string') {
      const path = listData.trim();
      return {
        path,
        list: path === '' ? undefined : scope.read(path, place, path.includes('[0]')),
      };
    }
    const path = isJsonObject(listData) ? listData['variable'] : undefined;
    return {
      path: typeof path === 'string' ? path.trim() : '',
      list: wrappers.value(listData, place),
    };
  };

  const items = (listData: JsonValue | undefined, place: Place): readonly LoopItem[] => {
    const { path, list } = listOf(listData, place);
    if (list === undefined || list === null || list === '') return [];
    if (!Array.isArray(list)) {
      log.find('T308', path, { name: path });
      return [];
    }
    if (list.length > MOST_ITEMS) log.find('T304', path, { name: path });
    return (list as readonly JsonValue[]).slice(0, MOST_ITEMS).map((value, index) => ({
      value,
      index,
      place: { ...place, frames: [...place.frames, { listPath: path, item: value, index }] },
    }));
  };

  return {
    ...input,
    variable: (path, place, loop = false) => scope.read(path.trim(), place, loop),
    text: wrappers.text,
    fill: wrappers.fill,
    value: wrappers.value,
    number(wrapper, place, fallback) {
      const value = wrappers.value(wrapper, place);
      if (typeof value === 'number') return Number.isFinite(value) ? value : fallback;
      if (typeof value !== 'string' || value.trim() === '') return fallback;
      const number = Number(value);
      return Number.isFinite(number) ? number : fallback;
    },
    boolean(wrapper, place, fallback) {
      const value = wrappers.value(wrapper, place);
      if (value !== undefined && value !== '') return wrappers.truthy(value);
      return isBound(wrapper) ? false : fallback;
    },
    visible: wrappers.visible,
    condition: (one, place) => log.within(one, () => condition(one, place)),
    items: (listData, place) => log.within(listData, () => items(listData, place)),
    findings: log.findings,
  };
}

/** Bound to a variable: when that holds nothing, the client has false. */
function isBound(wrapper: JsonValue | undefined): boolean {
  if (!isJsonObject(wrapper)) return false;
  const { type, valueType, variable } = wrapper;
  const isLookup = valueType === 'variable' || type === 'variableValue';
  return isLookup && typeof variable === 'string' && variable.trim() !== '';
}
