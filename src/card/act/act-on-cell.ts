import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { Acting } from './acting.js';
import { unsetActionId } from './action-id.js';
import { addressIn } from './link.js';
import { openLink } from './perform.js';
import { ownProp, textProp } from './prop.js';
import { sendCallback } from './send-request.js';

const NO_OUTCOME = { successCondition: '', successToast: '', failureToast: '' } as const;

/**
 * A cell of a table: its link, or a callback with the column's meta entry and the whole row
 * (template-format §2.7, §4.4).
 */
export async function actOnCell(acting: Acting, row: number, column: number): Promise<void> {
  const { node, place } = acting.binding;
  const now = acting.now();
  const table = now.value(node.props['data'], place);
  const meta = entryAt(table, 'meta', column);
  const data = entryAt(table, 'data', row);
  const cell = meta && data ? ownProp(data, textProp(meta, 'alias')) : undefined;
  if (meta === undefined || data === undefined || cell === undefined) {
    acting.nothing('no-such-item', `${row}.${column}`);
    return;
  }
  if (meta['dataType'] === 'BUTTON' && isOff(cell)) {
    acting.nothing('status');
    return;
  }
  const url = isJsonObject(cell) ? addressIn(ownProp(cell, 'url'), now.switches.platform) : '';
  if (url !== '') openLink(acting, url);
  else if (!sends(cell, meta)) acting.nothing('no-action');
  else {
    const actionId = cellActionId(cell) || unsetActionId(now, node);
    await sendCallback(acting, actionId, { column: meta, row: data }, NO_OUTCOME, place);
  }
}

/** A button in a cell may have a status; other cells have none. */
function isOff(cell: JsonValue): boolean {
  const status = isJsonObject(cell) ? ownProp(cell, 'status') : undefined;
  return status !== undefined && status !== 'normal';
}

function entryAt(table: JsonValue | undefined, name: string, index: number) {
  const list = isJsonObject(table) ? ownProp(table, name) : undefined;
  const entry = Array.isArray(list) ? (list as readonly JsonValue[])[index] : undefined;
  return isJsonObject(entry) ? entry : undefined;
}

function sends(cell: JsonValue, meta: JsonObject): boolean {
  if (meta['dataType'] === 'BUTTON') return true;
  return isJsonObject(cell) && isRequest(ownProp(cell, 'request'));
}

function isRequest(request: JsonValue | undefined): boolean {
  return request !== undefined && request !== null && request !== false && request !== '';
}

/** Not described: an id as text, or an object that holds one (template-format §9 no. 1). */
function cellActionId(cell: JsonValue): string {
  if (!isJsonObject(cell)) return '';
  const request = ownProp(cell, 'request');
  if (typeof request === 'string') return request;
  return textProp(isJsonObject(request) ? request : cell, 'actionId');
}
