import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import type { BindingPart, CardView } from '../view/card-view.js';
import { collapseState } from '../view/controls/collapse-panel.js';
import { foldVariable } from '../view/layout/fold.js';
import { actOnCell } from './act-on-cell.js';
import { actOnControl, removeChip } from './act-on-control.js';
import { actOnFeedback } from './act-on-feedback.js';
import { actOnForm, formFor } from './act-on-form.js';
import { type Acting, createActing } from './acting.js';
import { fallbackActionId } from './action-id.js';
import type { CardHost } from './card-host.js';
import type { Effect } from './effect.js';
import type { Gesture } from './gesture.js';
import { perform, performDataEvent, performItem, performSheet } from './perform.js';
import { ownProp } from './prop.js';
import { readAction, readSheetItems } from './read-action.js';
import { say } from './send-request.js';
import { isForwardBlocked, tapOf } from './tap-of.js';
import { viewNodeAt } from './view-tree.js';

/**
 * What one gesture on a card does: evaluates the template's action with the data of this moment, has
 * the client do its part, and gives everything that came of it, in the order it came. Nothing here
 * throws or rejects, whatever the template, the data or the client does; a dead end is an effect that
 * says why.
 *
 * Of nested things that can be touched the innermost one acts alone (template-format §4.2): whoever
 * paints a view calls this once, with the key of the deepest node under the pointer that has a `tap`.
 */
export async function interact(
  view: CardView,
  key: string,
  gesture: Gesture,
  host: CardHost,
): Promise<readonly Effect[]> {
  const binding = view.bindings.get(key);
  if (binding === undefined) return [{ type: 'nothing', why: 'no-such-key', what: key }];
  const acting = createActing(view, binding, host);
  try {
    await act(acting, gesture);
  } catch (error) {
    acting.nothing('host-failed', error instanceof Error ? error.message : String(error));
  }
  return acting.effects;
}

async function act(acting: Acting, gesture: Gesture): Promise<void> {
  const { part } = acting.binding;
  if (part !== undefined) {
    await actOnPart(acting, part, gesture);
    return;
  }
  const { node, place } = acting.binding;
  if (!mayAct(acting, node.props)) return;
  if (await actOnControl(acting, gesture)) return;
  switch (node.componentName) {
    case 'Form':
      await actOnForm(acting, gesture);
      return;
    case 'Feedback':
      actOnFeedback(acting, gesture);
      return;
    case 'CollapsePanel':
      toggleCollapse(acting);
      return;
    case 'DropdownButton':
      await pickFromMenu(acting, gesture);
      return;
    default:
      if (gesture.type !== 'tap') acting.nothing('wrong-gesture', gesture.type);
      else if (tapOf(acting.now(), node, place)?.does === 'preview') preview(acting);
      else await actOnBundle(acting, node.props);
  }
}

async function actOnPart(acting: Acting, part: BindingPart, gesture: Gesture): Promise<void> {
  const { node, place } = acting.binding;
  if (part.kind === 'chip') {
    if (mayAct(acting, node.props)) await removeChip(acting, part.index);
    return;
  }
  if (gesture.type !== 'tap') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  switch (part.kind) {
    case 'button': {
      const bundle = buttonAt(node.props, part.index);
      if (bundle === undefined) acting.nothing('no-such-item', String(part.index));
      else if (mayAct(acting, bundle)) await actOnBundle(acting, bundle);
      return;
    }
    case 'data':
      if (part.enabled) await performDataEvent(part.event, acting, place);
      else acting.nothing('status');
      return;
    case 'cell':
      await actOnCell(acting, part.row, part.column);
      return;
    case 'fold':
      toggleLocal(acting, foldVariable(node) ?? '');
      return;
    case 'close':
      acting.record({ type: 'system', actionId: 'sys_close_one_box', params: {} });
      return;
    case 'loadMore': {
      const more = ownProp(node.props, 'onLoadMore');
      if (!isJsonObject(more)) acting.nothing('no-action');
      else if (mayAct(acting, more)) await actOnBundle(acting, more);
    }
  }
}

/** Says why nothing happens where the view already knows it. */
function mayAct(acting: Acting, bundle: JsonObject): boolean {
  const { node, place } = acting.binding;
  const now = acting.now();
  const tap = tapOf(now, node, place, bundle);
  if (isForwardBlocked(now.switches, bundle) && (tap === undefined || tap.why !== 'status')) {
    say(acting, { content: '不支持此操作', kind: 'info' });
    acting.nothing('forwarded');
    return false;
  }
  if (tap === undefined || tap.enabled) return true;
  if (tap.why !== 'status' && tap.why !== 'status-unset') return true;
  acting.nothing(tap.why);
  return false;
}

async function actOnBundle(acting: Acting, bundle: JsonObject): Promise<void> {
  const { node, place } = acting.binding;
  if (!acting.now().visible(ownProp(bundle, 'linkCondition'), place)) {
    acting.nothing('no-action');
    return;
  }
  const action = readAction(bundle);
  const form = formFor(acting, action);
  if (form === 'invalid') return;
  const fallbackId = fallbackActionId(acting.now(), node, place, bundle);
  await perform(action, acting, { place, fallbackId, ...(form && { form }) });
}

/** An entry of `ButtonBlock.buttons` or `ButtonList.buttons.list`. */
function buttonAt(props: JsonObject, index: number): JsonObject | undefined {
  const buttons = ownProp(props, 'buttons');
  const list: JsonValue | undefined = isJsonObject(buttons) ? ownProp(buttons, 'list') : buttons;
  const entry = Array.isArray(list) ? (list as readonly JsonValue[])[index] : undefined;
  return isJsonObject(entry) ? entry : undefined;
}

async function pickFromMenu(acting: Acting, gesture: Gesture): Promise<void> {
  const { node, place } = acting.binding;
  const items = readSheetItems(node.props['actionSheetItems']);
  const where = { place, fallbackId: '' };
  if (gesture.type === 'tap') {
    await performSheet({ type: 'actionSheet', title: '', message: '', items }, acting, where);
  } else if (gesture.type === 'pick') {
    const item = items[gesture.index];
    if (item) await performItem(item, acting, where);
    else acting.nothing('no-such-item', String(gesture.index));
  } else acting.nothing('wrong-gesture', gesture.type);
}

function toggleCollapse(acting: Acting): void {
  const { node, place } = acting.binding;
  const { name, open } = collapseState(acting.now(), node, place);
  acting.setLocal([{ name, value: !open }]);
}

/** A fold is closed until its variable is true. */
function toggleLocal(acting: Acting, name: string): void {
  const drawn = viewNodeAt(acting.view.root, acting.binding.key);
  const folded = drawn?.kind !== 'box' || drawn.fold?.folded !== false;
  acting.setLocal([{ name, value: folded }]);
}

function preview(acting: Acting): void {
  const drawn = viewNodeAt(acting.view.root, acting.binding.key);
  const source = drawn?.kind === 'image' ? drawn.source : undefined;
  const url = source?.kind === 'url' ? source.url : source?.kind === 'media' ? source.id : '';
  if (url === '') {
    acting.nothing('nothing-to-preview');
    return;
  }
  acting.record({ type: 'preview', url });
  acting.tell((host) => host.preview(url));
}
