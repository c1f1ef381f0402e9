import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import type { Action, LinkSource } from '../act/action.js';
import { mayOpen } from '../act/link.js';
import { ownProp, textProp } from '../act/prop.js';
import { readAction } from '../act/read-action.js';
import { readParams } from '../act/read-params.js';
import { inputAction } from '../act/tap-of.js';
import { type Finding, findingOf } from '../finding.js';
import { type BundleAt, bundlesOf } from './bundles.js';
import type { LintNode } from './lint-node.js';
import { lookAlikeIn } from './look-alikes.js';

const inputs: ReadonlySet<string> = new Set([
  'Input',
  'SelectBlock',
  'MultiSelectBlock',
  'DatePickerBlock',
  'Form',
]);

const buttons: ReadonlySet<string> = new Set([
  'SingleButton',
  'FixedSingleButton',
  'ButtonBlock',
  'ButtonList',
]);

/** What can be touched: ids, dead buttons, inputs that share an id (template-format §4.3, §8 no. 13). */
export function lintActions(nodes: readonly LintNode[]): readonly Finding[] {
  const findings: Finding[] = [];
  const inputIds: InputIds = new Map();
  for (const at of nodes) {
    for (const bundle of bundlesOf(at)) findings.push(...lintBundle(bundle));
    findings.push(...lintInputId(at, inputIds), ...lintVisibility(at));
  }
  return findings;
}

function lintBundle(at: BundleAt): readonly Finding[] {
  const { bundle, path } = at;
  const { componentName } = at.at.node;
  const action = readAction(bundle);
  const isSubmitted = inputs.has(componentName) || componentName.startsWith('Check');
  const findings: Finding[] = [];
  if (action.type === 'unknown') {
    findings.push(findingOf('T218', path, { actionType: action.actionType }));
  }
  if (action.type === 'request' && !isSubmitted)
    findings.push(...lintActionId(at, action.actionId));
  if (action.type === 'url' || action.type === 'openModal')
    findings.push(...lintLink(action.link, path, componentName));
  if (action.type === 'actionSheet') findings.push(...lintMenu(at));
  if ((componentName === 'Card' || componentName === 'StdCard') && sends(action)) {
    findings.push(findingOf('T216', path));
  }
  if (buttons.has(componentName)) findings.push(...lintButton(at, action));
  return findings;
}

/** Links that are written out; what variables bring is looked at when it is there. */
function lintLink(link: LinkSource, path: string, component: string): readonly Finding[] {
  const { all, pc, ios, android } = link;
  const wrappers = link.perPlatform
    ? { pcUrl: pc, iosUrl: ios, androidUrl: android }
    : { url: all };
  return Object.entries(wrappers).flatMap(([prop, wrapper]) => {
    const url = fixedValue(wrapper);
    const isWritten = typeof url === 'string' && url.trim() !== '' && !url.trim().startsWith('${');
    return isWritten && !mayOpen(url.trim())
      ? [findingOf('T348', `${path}.${prop}`, { component, value: url })]
      : [];
  });
}

function sends(action: Action): boolean {
  return action.type === 'request' || action.type === 'eventChain';
}

/** What is sent in its place (template-format §4.3). */
function lintActionId(
  { at, bundle, path, item }: BundleAt,
  actionId: JsonValue,
): readonly Finding[] {
  const { componentName, id } = at.node;
  const text = contentOf(actionId);
  const where = `${path}.actionId`;
  if (text !== '') return lookAtId(text, where);
  const guess = `single_button_${id}`;
  const own = textProp(bundle, 'id');
  if (item)
    return [own ? findingOf('T210', where, { id: own }) : findingOf('T211', where, { id: guess })];
  switch (componentName) {
    case 'SingleButton':
      return [findingOf('T210', where, { id: guess })];
    case 'Grid':
    case 'Column':
      return [findingOf('T210', where, { id: 'grid' })];
    default:
      // What the others send is not known.
      return [findingOf('T211', where, { id: guess })];
  }
}

function lookAtId(text: string, path: string): readonly Finding[] {
  // What `${}` brings is not known here.
  const found = lookAlikeIn(text.replace(/\$\{[^{}]*\}/g, ''));
  return found ? [findingOf('T212', path, { actionId: text, ...found })] : [];
}

function lintMenu({ at, bundle, path }: BundleAt): readonly Finding[] {
  const items = ownProp(bundle, 'actionSheetItems');
  if (!Array.isArray(items)) return [];
  return (items as readonly JsonValue[]).flatMap((item, index) => {
    if (!isJsonObject(item) || textProp(item, 'actionSheetAction') !== 'request') return [];
    const where = `${path}.actionSheetItems[${index}].actionSheetRequestItemActionId`;
    const text = contentOf(ownProp(item, 'actionSheetRequestItemActionId'));
    return text === ''
      ? [findingOf('T211', where, { id: `single_button_${at.node.id}` })]
      : lookAtId(text, where);
  });
}

/** A button that looks alive and does nothing, or can never be touched. */
function lintButton({ bundle, path }: BundleAt, action: Action): readonly Finding[] {
  const status = ownProp(bundle, 'status');
  const fixed = fixedValue(status);
  if (typeof fixed === 'string' && fixed !== '' && !statuses.has(fixed)) {
    return [findingOf('T214', `${path}.status`, { status: fixed })];
  }
  const isOff = fixed === 'disabled' || fixed === 'loading';
  if (action.type === 'none' && action.why !== 'none' && !isOff) {
    return [findingOf('T213', path, { why: action.why })];
  }
  return [];
}

const statuses: ReadonlySet<string> = new Set(['normal', 'disabled', 'loading']);

/** @param known ids and where they were met, those of each AI state apart: one state is shown at a time */
function lintInputId({ node, list, state }: LintNode, known: InputIds): readonly Finding[] {
  const { componentName, id: nodeId, path, props } = node;
  // What stays on the client is told apart by its variable.
  if (!inputs.has(componentName)) return [];
  if (componentName !== 'Form' && inputAction(props) !== 'request') return [];
  const where = `${path}.props.id`;
  const id = contentOf(ownProp(props, 'id'));
  if (id === '') {
    const isNamed = readParams(ownProp(props, 'params')).some(({ type }) => type === 'builtIn');
    return [
      isNamed
        ? findingOf('T211', where, { id: `single_button_${nodeId}` })
        : findingOf('T217', where, { component: componentName }),
    ];
  }
  const before = known.get(id) ?? new Map<number | undefined, string>();
  known.set(id, before);
  const other =
    state === undefined
      ? before.values().next().value
      : (before.get(undefined) ?? before.get(state));
  if (!before.has(state)) before.set(state, nodeId);
  // A list repeats the component, and with it a fixed id.
  const isRepeated = list !== undefined && !id.includes('${');
  if (isRepeated || other !== undefined) {
    return [findingOf('T215', where, { id, other: other ?? nodeId })];
  }
  return lookAtId(id, where);
}

/** By id and state of an AI card, undefined outside of one: the first node. */
type InputIds = Map<string, Map<number | undefined, string>>;

function lintVisibility({ node }: LintNode): readonly Finding[] {
  const visible = ownProp(node.props, 'visible');
  const path = `${node.path}.props.visible`;
  const { componentName } = node;
  if (fixedValue(visible) === false) return [findingOf('T219', path, { component: componentName })];
  if (!isJsonObject(visible) || visible['valueType'] === 'condition') return [];
  const { condition } = visible;
  const conditions = isJsonObject(condition) ? condition['conditions'] : undefined;
  return Array.isArray(conditions) && conditions.length > 0
    ? [findingOf('T208', path, { component: componentName })]
    : [];
}

/** The text of a dynamicString, plain or translated; what a variable brings is not known here. */
function contentOf(wrapper: JsonValue | undefined): string {
  if (typeof wrapper === 'string') return wrapper.trim() === '' ? '' : wrapper;
  if (!isJsonObject(wrapper)) return '';
  const { content, variable } = wrapper;
  if (typeof content === 'string' && content.trim() !== '') return content;
  if (isJsonObject(content)) {
    const first = Object.values(content).find((text) => typeof text === 'string' && text !== '');
    if (typeof first === 'string') return first;
  }
  return typeof variable === 'string' && variable !== '' ? `\${${variable}}` : '';
}

function fixedValue(wrapper: JsonValue | undefined): JsonValue | undefined {
  if (!isJsonObject(wrapper)) return wrapper;
  const { valueType, value } = wrapper;
  return valueType === 'fixed' || valueType === undefined ? value : undefined;
}
