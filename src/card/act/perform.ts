import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { Place } from '../evaluate/evaluation.js';
import type { Acting, Done, Where } from './acting.js';
import type {
  Action,
  ClientApiAction,
  ConfirmAction,
  SelectAction,
  SheetAction,
  SheetItem,
} from './action.js';
import { unsetActionId } from './action-id.js';
import { readDataEvent } from './data-event.js';
import type { ActionMenu, Toast } from './effect.js';
import { fullText } from './full-text.js';
import { linkFor, mayOpen } from './link.js';
import { localChanges } from './local-changes.js';
import { paramsOf } from './params-of.js';
import { runChain } from './run-chain.js';
import { readOptions } from './select-options.js';
import { performRequest, say, sendCallback } from './send-request.js';

const DONE: Done = { ok: true };
const STOPPED: Done = { ok: false };

/** Does what an action says and records what came of it; every dead end is recorded too. */
export async function perform(action: Action, acting: Acting, where: Where): Promise<Done> {
  const { place } = where;
  switch (action.type) {
    case 'none':
      acting.nothing(action.why, action.what);
      return STOPPED;
    case 'unknown':
      acting.nothing('unknown-action', action.actionType);
      return STOPPED;
    case 'url':
      return openLink(acting, linkFor(action.link, acting.now(), place));
    case 'request':
      return performRequest(action, acting, where);
    case 'setLocalState': {
      const changes = localChanges(action, acting.now(), place);
      if (changes === undefined) {
        acting.nothing('bad-local-data');
        return STOPPED;
      }
      acting.setLocal(changes);
      return DONE;
    }
    case 'eventChain':
      await runChain(action.events, acting, where, perform);
      return DONE;
    case 'dynamicEvent':
      return performDataEvent(acting.now().value(action.event, place), acting, place);
    case 'toast':
      return toast(action, acting, place);
    case 'copy':
      return copy(
        acting,
        action.copy === 'full-content'
          ? fullText(acting.view)
          : copyText(acting, action.copy, action.value, place),
      );
    case 'confirm':
      return confirm(action, acting, where);
    case 'actionSheet':
      return performSheet(action, acting, where);
    case 'select':
      return select(action, acting, place);
    case 'openModal': {
      const title = acting.now().text(action.title, place);
      return openModal(acting, title, linkFor(action.link, acting.now(), place));
    }
    case 'clientApi':
      return clientApi(action, acting, where);
  }
}

export function openLink(acting: Acting, url: string): Done {
  if (url === '') {
    acting.nothing('no-link');
    return STOPPED;
  }
  const refused = !mayOpen(url);
  acting.record({ type: 'openLink', url, refused });
  if (!refused) acting.tell((host) => host.openLink(url));
  return { ok: !refused };
}

function openModal(acting: Acting, title: string, url: string): Done {
  if (url === '') {
    acting.nothing('no-link');
    return STOPPED;
  }
  const refused = !mayOpen(url);
  acting.record({ type: 'openModal', title, url, refused });
  if (!refused) acting.tell((host) => host.openModal({ title, url }));
  return { ok: !refused };
}

const NO_OUTCOME = { successCondition: '', successToast: '', failureToast: '' } as const;

/** A button or event that came as data (template-format §2.7); its parameters are sent as they are. */
export async function performDataEvent(
  value: JsonValue | undefined,
  acting: Acting,
  place: Place,
): Promise<Done> {
  const event = readDataEvent(value, acting.now().switches.platform);
  switch (event?.type) {
    case undefined:
      acting.nothing('no-action');
      return STOPPED;
    case 'openLink':
      return openLink(acting, event.url);
    case 'sendCardRequest':
      return sendCallback(acting, event.actionId, event.params, NO_OUTCOME, place);
    case 'unknown':
      acting.nothing('unknown-action', event.name);
      return STOPPED;
  }
}

function toast(action: Extract<Action, { type: 'toast' }>, acting: Acting, place: Place): Done {
  const now = acting.now();
  const content = now.text(action.content, place);
  if (content === '') {
    acting.nothing('incomplete', 'toastContent');
    return STOPPED;
  }
  say(acting, { content, kind: toastKind(now.value(action.kind, place)) });
  return DONE;
}

/** 0 ok, 1 info, 2 error (template-format §2.3); a number also as text. */
function toastKind(type: JsonValue | undefined): Toast['kind'] {
  if (type === 0 || type === '0') return 'success';
  return type === 2 || type === '2' ? 'error' : 'info';
}

export function copy(acting: Acting, text: string): Done {
  if (text === '') {
    acting.nothing('nothing-to-copy');
    return STOPPED;
  }
  acting.record({ type: 'copy', text });
  acting.tell((host) => host.copy(text));
  return DONE;
}

export function copyText(
  acting: Acting,
  kind: 'common' | 'variable',
  wrapper: JsonValue,
  place: Place,
): string {
  if (kind === 'common') return acting.now().text(wrapper, place);
  const value = acting.now().value(wrapper, place);
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

async function confirm(action: ConfirmAction, acting: Acting, where: Where): Promise<Done> {
  const now = acting.now();
  const dialog = {
    title: now.text(action.title, where.place),
    message: now.text(action.message, where.place),
    okText: now.text(action.okText, where.place),
    cancelText: now.text(action.cancelText, where.place),
  };
  const ok = await acting.ask((host) => host.confirm(dialog));
  if (ok === undefined) return STOPPED;
  acting.record({ type: 'confirm', dialog, ok });
  const side = ok ? action.ok : action.cancel;
  if (!ok && side.type === 'none') return STOPPED;
  return perform(side, acting, { ...where, fallbackId: unsetId(acting) });
}

/** Menu entries and dialog buttons without an id (template-format §9 no. 1). */
function unsetId(acting: Acting): string {
  return unsetActionId(acting.now(), acting.binding.node);
}

export async function performSheet(
  action: SheetAction,
  acting: Acting,
  where: Where,
): Promise<Done> {
  const now = acting.now();
  if (action.items.length === 0) {
    acting.nothing('no-action');
    return STOPPED;
  }
  const menu: ActionMenu = {
    title: now.text(action.title, where.place),
    message: now.text(action.message, where.place),
    items: action.items.map((item) => menuItem(item, acting, where.place)),
  };
  const item = action.items[(await chooseFrom(menu, acting)) ?? -1];
  if (item === undefined) return STOPPED;
  return performItem(item, acting, where);
}

/** An entry of a menu, chosen. */
export function performItem(item: SheetItem, acting: Acting, where: Where): Promise<Done> {
  return perform(item.action, acting, { ...where, fallbackId: unsetId(acting) });
}

function menuItem(item: SheetItem, acting: Acting, place: Place): ActionMenu['items'][number] {
  const description = acting.now().text(item.description, place);
  return {
    text: acting.now().text(item.name, place),
    ...(description !== '' && { description }),
    ...(item.destructive && { destructive: true }),
  };
}

/** Undefined: closed, or an answer that is none of the items. */
async function chooseFrom(menu: ActionMenu, acting: Acting): Promise<number | undefined> {
  const chosen = await acting.ask((host) => host.choose(menu));
  acting.record({ type: 'menu', menu, ...(chosen !== undefined && { chosen }) });
  if (chosen === undefined) acting.nothing('cancelled');
  else if (menu.items[chosen] === undefined) acting.nothing('no-such-item', String(chosen));
  else return chosen;
  return undefined;
}

async function select(action: SelectAction, acting: Acting, place: Place): Promise<Done> {
  const options = readOptions(action.options, acting.now(), place);
  if (options.length === 0) {
    acting.nothing('no-action');
    return STOPPED;
  }
  const menu = { title: '', message: '', items: options.map(({ text }) => ({ text })) };
  const chosen = await chooseFrom(menu, acting);
  const option = options[chosen ?? -1];
  if (chosen === undefined || option === undefined) return STOPPED;
  if (action.dataKey !== '') {
    const value = { index: chosen, value: option.value };
    acting.setLocal([{ name: action.dataKey, value }]);
  }
  return { ok: true, chosen };
}

async function clientApi(action: ClientApiAction, acting: Acting, where: Where): Promise<Done> {
  const now = acting.now();
  const name = now.text(action.name, where.place);
  if (name === '') {
    acting.nothing('incomplete', 'name');
    return STOPPED;
  }
  const all = now.value(action.paramsVariable, where.place);
  const params: JsonObject = {
    ...(isJsonObject(all) ? all : {}),
    ...paramsOf(action.params, now, where),
  };
  const result = await askClientApi(acting, name, params);
  if (result === undefined) return STOPPED;
  if (action.into !== '') acting.setLocal([{ name: action.into, value: result }]);
  return DONE;
}

export async function askClientApi(
  acting: Acting,
  name: string,
  params: JsonObject,
): Promise<JsonValue | undefined> {
  const result = await acting.ask((host) => host.clientApi(name, params));
  acting.record({ type: 'clientApi', name, params, ...(result !== undefined && { result }) });
  return result;
}
