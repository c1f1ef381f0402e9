import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { ViewSwitches } from '../card-data.js';
import { addressIn } from './link.js';
import { textProp } from './prop.js';

/** `{type: 'openLink', params: {url}}` or `{type: 'sendCardRequest', params: {actionId, params}}`. */
export type DataEvent =
  | { readonly type: 'openLink'; readonly url: string }
  | { readonly type: 'sendCardRequest'; readonly actionId: string; readonly params: JsonObject }
  | { readonly type: 'unknown'; readonly name: string };

/** Reads an event that came as data (template-format §2.7); undefined when there is none. */
export function readDataEvent(
  event: JsonValue | undefined,
  platform: ViewSwitches['platform'],
): DataEvent | undefined {
  if (!isJsonObject(event)) return undefined;
  const type = textProp(event, 'type');
  const params = isJsonObject(event['params']) ? event['params'] : {};
  if (type === 'openLink') return { type, url: addressIn(params['url'], platform) };
  if (type === 'sendCardRequest') {
    return {
      type,
      actionId: textProp(params, 'actionId'),
      params: isJsonObject(params['params']) ? params['params'] : {},
    };
  }
  return type === '' ? undefined : { type: 'unknown', name: type };
}
