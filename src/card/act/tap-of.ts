import type { JsonObject, JsonValue } from '../../base/json-text.js';
import type { ViewSwitches } from '../card-data.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import type { TemplateNode } from '../template/card-template.js';
import type { Action } from './action.js';
import { fallbackActionId, unsetActionId } from './action-id.js';
import { disabledOf, statusOf, tapWithStatus } from './control-status.js';
import { readDataEvent } from './data-event.js';
import { linkFor } from './link.js';
import { ownProp, variableOf } from './prop.js';
import { readAction, readSheetItems } from './read-action.js';
import type { TapInfo } from './tap-info.js';

/** Components that have a `status`, or a `disabled`, and are drawn even when nothing is behind them. */
const CONTROLS = new Set([
  'SingleButton',
  'FixedSingleButton',
  'DropdownButton',
  'ButtonBlock',
  'ButtonList',
]);

/** Components whose value is sent or kept: they have `request` or `setLocalState` and no bundle. */
const INPUTS = new Set(['Input', 'SelectBlock', 'MultiSelectBlock', 'DatePickerBlock']);

/** The same with `disabled` instead of a status. */
const CHECKS = new Set(['Checkbox', 'CheckboxList', 'CheckboxListMulti', 'CheckableTags']);

/**
 * What touching a node does now; undefined when it does nothing at all and is not drawn as something
 * that could.
 *
 * @param bundle an entry of `ButtonBlock.buttons` or `ButtonList.buttons.list`, `onLoadMore`; the
 *   node's own props otherwise
 */
export function tapOf(
  evaluation: Evaluation,
  node: TemplateNode,
  place: Place,
  bundle: JsonObject = node.props,
): TapInfo | undefined {
  if (bundle === node.props) {
    const own = tapOfComponent(evaluation, node, place);
    if (own) return own;
  }
  return tapOfBundle(evaluation, node, place, bundle);
}

function tapOfComponent(
  evaluation: Evaluation,
  node: TemplateNode,
  place: Place,
): TapInfo | undefined {
  const { componentName, props } = node;
  if (componentName === 'Feedback') return { does: 'feedback', enabled: true };
  if (componentName === 'CollapsePanel') return { does: 'toggle', enabled: true };
  const does = doesOfControl(node);
  if (does === undefined) return undefined;
  const status = (CHECKS.has(componentName) ? disabledOf : statusOf)(evaluation, props, place);
  if (status.why !== undefined) return tapWithStatus(does, status);
  const why = isForwardBlocked(evaluation.switches, props)
    ? 'forwarded'
    : whyDeadControl(evaluation, node, place, does);
  return why === undefined ? { does, enabled: true } : { does, enabled: false, why };
}

function doesOfControl({ componentName, props }: TemplateNode): TapInfo['does'] | undefined {
  if (componentName === 'DropdownButton') return 'actionSheet';
  if (componentName === 'Form') return 'request';
  return INPUTS.has(componentName) || CHECKS.has(componentName) ? inputAction(props) : undefined;
}

/** A menu without entries; a request without an id where the setting forbids guessing. */
function whyDeadControl(
  evaluation: Evaluation,
  node: TemplateNode,
  place: Place,
  does: TapInfo['does'],
): 'no-action' | 'no-action-id' | undefined {
  if (does === 'actionSheet') {
    return readSheetItems(node.props['actionSheetItems']).length === 0 ? 'no-action' : undefined;
  }
  if (does !== 'request') return undefined;
  const id =
    fallbackActionId(evaluation, node, place, node.props) || unsetActionId(evaluation, node);
  return id === '' ? 'no-action-id' : undefined;
}

/** `actionType` of an input; where a file leaves it out, a write target decides. */
export function inputAction(props: JsonObject): 'request' | 'setLocalState' {
  const actionType = ownProp(props, 'actionType');
  if (actionType === 'request' || actionType === 'setLocalState') return actionType;
  const targets = ['localVarAction', 'localVariable', 'singleLocalVariable'];
  return targets.some((name) => variableOf(props[name]) !== '') ? 'setLocalState' : 'request';
}

function tapOfBundle(
  evaluation: Evaluation,
  node: TemplateNode,
  place: Place,
  bundle: JsonObject,
): TapInfo | undefined {
  const action = readAction(bundle);
  const control = CONTROLS.has(node.componentName);
  const does = doesOf(action);
  if (control) {
    const status = statusOf(evaluation, bundle, place);
    if (status.why !== undefined) return tapWithStatus(does, status);
  }
  if (action.type === 'none') {
    if (isPreview(node, bundle)) return { does: 'preview', enabled: true };
    return control ? { does, enabled: false, why: 'no-action' } : undefined;
  }
  if (!evaluation.visible(ownProp(bundle, 'linkCondition'), place)) return undefined;
  if (isForwardBlocked(evaluation.switches, bundle)) {
    return { does, enabled: false, why: 'forwarded' };
  }
  const why = whyDead(evaluation, node, place, bundle, action);
  return why === undefined ? { does, enabled: true } : { does, enabled: false, why };
}

/** Images are looked at where nothing else happens to them (template-format §2.5). */
function isPreview(node: TemplateNode, bundle: JsonObject): boolean {
  return (
    node.componentName === 'Image' && bundle === node.props && node.props['enablePreview'] !== false
  );
}

/** A forwarded card says so instead of acting (template-format §2.3). */
export function isForwardBlocked(switches: ViewSwitches, bundle: JsonObject): boolean {
  return switches.forwarded && ownProp(bundle, 'disabledWhileForward') === true;
}

function whyDead(
  evaluation: Evaluation,
  node: TemplateNode,
  place: Place,
  bundle: JsonObject,
  action: Action,
): 'no-action' | 'no-action-id' | undefined {
  switch (action.type) {
    case 'url':
      return linkFor(action.link, evaluation, place) === '' ? 'no-action' : undefined;
    case 'dynamicEvent':
      return whyDeadEvent(evaluation.value(action.event, place), evaluation.switches.platform);
    case 'actionSheet':
      return action.items.length === 0 ? 'no-action' : undefined;
    case 'request':
      return evaluation.text(action.actionId, place) === '' &&
        fallbackActionId(evaluation, node, place, bundle) === ''
        ? 'no-action-id'
        : undefined;
    default:
      return undefined;
  }
}

function doesOf(action: Action): TapInfo['does'] {
  return action.type === 'clientApi' ? action.does : action.type;
}

/** Touching a button or event that came as data (template-format §2.7). */
export function tapOfEvent(
  event: JsonValue | undefined,
  enabled: boolean,
  switches: ViewSwitches,
): TapInfo {
  const does = 'dynamicEvent';
  if (!enabled) return { does, enabled, why: 'status' };
  const why = whyDeadEvent(event, switches.platform);
  return why === undefined ? { does, enabled: true } : { does, enabled: false, why };
}

function whyDeadEvent(
  event: JsonValue | undefined,
  platform: ViewSwitches['platform'],
): 'no-action' | 'no-action-id' | undefined {
  const read = readDataEvent(event, platform);
  if (read === undefined || (read.type === 'openLink' && read.url === '')) return 'no-action';
  return read.type === 'sendCardRequest' && read.actionId === '' ? 'no-action-id' : undefined;
}
