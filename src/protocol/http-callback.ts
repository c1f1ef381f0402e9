import { parseJsonObject } from '../base/json-text.js';

/**
 * What DingTalk sends to a card's HTTP address (stream-protocol §6.1): fewer fields than over Stream,
 * and signed where a secret was registered.
 */
const httpFields: readonly string[] = [
  'type',
  'outTrackId',
  'corpId',
  'userId',
  'content',
  'value',
  'extension',
];

/**
 * The body for the `data` of a Stream frame: the same fields in the same order without those that only
 * Stream has. `content` and `value` stay the strings they are. What cannot be read goes as it came.
 */
export function httpCallbackBody(data: string): string {
  const callback = parseJsonObject(data);
  if (!callback) return data;
  const kept = Object.entries(callback).filter(([name]) => httpFields.includes(name));
  return JSON.stringify(Object.fromEntries(kept));
}

export const signatureHeader = 'x-ddpaas-signature';
export const signatureTimestampHeader = 'x-ddpaas-signature-timestamp';
