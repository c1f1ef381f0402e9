import type { JsonObject, JsonValue } from '../../base/json-text.js';
import type { CardData, ParamMap } from '../card-data.js';
import type { CardTemplate, Variable } from '../template/card-template.js';
import { decodeParamMap, decodeValue } from './decode-data.js';
import { textFor } from './encode-data.js';
import { isReservedName } from './reserved-names.js';

/** Preview data of the editor as it would be sent; `privateParamMap` is the map of any one viewer. */
export interface MockParams {
  readonly cardParamMap: ParamMap;
  readonly privateParamMap: ParamMap;
}

/**
 * The template's mock data as maps of texts by declared type (template-format §1.5): deleted
 * variables that linger in it are left out, so is what does not suit its type, and a number where a
 * string is declared, as `flowStatus` usually is, becomes its text.
 */
export function mockParams(template: Pick<CardTemplate, 'variables' | 'mockData'>): MockParams {
  const { cardData, cardPrivateData } = template.mockData;
  const own = template.variables.filter((variable) => variable.private);
  return {
    cardParamMap: paramsOf(template.variables, cardData, true),
    privateParamMap: paramsOf(own, cardPrivateData, false),
  };
}

/** The same, as one viewer's client holds it. */
export function mockCardData(template: Pick<CardTemplate, 'variables' | 'mockData'>): CardData {
  const { cardParamMap, privateParamMap } = mockParams(template);
  return {
    cardData: decodeParamMap(template.variables, cardParamMap),
    cardPrivateData: decodeParamMap(template.variables, privateParamMap),
    localData: {},
  };
}

function paramsOf(variables: readonly Variable[], values: JsonObject, reserved: boolean): ParamMap {
  const types = new Map(variables.map(({ name, type }) => [name, type]));
  const entries = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const type = types.get(name) ?? (reserved && isReservedName(name) ? reservedType(value) : '');
    if (type === '' || value === null) return [];
    const text = textFor(type, value);
    return decodeValue(type, text) === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(entries);
}

function reservedType(value: JsonValue): string {
  return typeof value === 'object' ? 'object' : 'string';
}
