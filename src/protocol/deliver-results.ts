import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';
import type { DeliverResult } from './card-api.js';

/**
 * The deliveries in the answer of createAndDeliver. They stand in `result.deliverResults`; deliver's
 * own shape, where `result` is the list, was seen as well (card-openapi §2.2, §2.5).
 * Undefined when there is no such list.
 */
export function readDeliverResults(body: JsonObject): readonly DeliverResult[] | undefined {
  const result = body['result'];
  const list = isJsonObject(result) ? result['deliverResults'] : result;
  if (!Array.isArray(list)) return undefined;
  return (list as readonly JsonValue[]).filter(isJsonObject).map(readOne);
}

function readOne(entry: JsonObject): DeliverResult {
  const carrierId = text(entry['carrierId']);
  const errorMsg = text(entry['errorMsg']);
  return {
    spaceType: text(entry['spaceType']),
    spaceId: text(entry['spaceId']),
    // The SDKs accept a boolean written as text too (card-openapi §7.4).
    success: entry['success'] === true || entry['success'] === 'true',
    ...(carrierId === '' ? {} : { carrierId }),
    ...(errorMsg === '' ? {} : { errorMsg }),
  };
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
