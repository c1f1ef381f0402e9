import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';
import { defaultSwitches, noData } from '../card-data.js';
import { type CardSettings, defaultCardSettings } from '../card-settings.js';
import { createEvaluation } from '../evaluate/create-evaluation.js';
import type { Evaluation } from '../evaluate/evaluation.js';
import type { CardTemplate, TemplateNode } from '../template/card-template.js';
import { foldVariable } from '../view/layout/fold.js';
import type { Action } from './action.js';
import { fallbackActionId, unsetActionId } from './action-id.js';
import type { ActionSummary, ParamSummary, SentSummary } from './action-summary.js';
import { ownProp, variableOf } from './prop.js';
import { readAction, readSheetItems } from './read-action.js';
import { readParams } from './read-params.js';
import { detailOf, paramSummary, stepsOf } from './summarise-steps.js';
import type { TapInfo } from './tap-info.js';
import { inputAction } from './tap-of.js';
import { writtenText } from './written-text.js';

/** More than any template has; what a hostile one adds is left out. */
const MAX_ACTIONS = 5000;

const INPUTS = new Set(['Input', 'SelectBlock', 'MultiSelectBlock', 'DatePickerBlock', 'Form']);
const CHECKS = new Set(['Checkbox', 'CheckboxList', 'CheckboxListMulti', 'CheckableTags']);

/** Every interactive thing of a template, in the order of the tree; no data is needed. */
export function listActions(
  template: CardTemplate,
  settings: CardSettings = defaultCardSettings(),
): readonly ActionSummary[] {
  const evaluation = createEvaluation({
    template,
    data: noData,
    switches: defaultSwitches,
    settings,
  });
  const found: ActionSummary[] = [];
  const open: TemplateNode[] = template.root ? [template.root] : [];
  for (let node = open.pop(); node && found.length < MAX_ACTIONS; node = open.pop()) {
    found.push(...actionsOf(node, evaluation));
    const inside = [...node.children, ...Object.values(node.slots).flat()];
    open.push(...inside.reverse());
  }
  return found.slice(0, MAX_ACTIONS);
}

function actionsOf(node: TemplateNode, evaluation: Evaluation): readonly ActionSummary[] {
  return [
    ...ownActions(node, evaluation),
    ...(node.props['showCloseButton'] === true ? [plain(node, 'close', 'close')] : []),
    ...(foldVariable(node) === undefined ? [] : [plain(node, 'toggle', 'fold')]),
  ];
}

function ownActions(node: TemplateNode, evaluation: Evaluation): readonly ActionSummary[] {
  const { componentName, props } = node;
  if (INPUTS.has(componentName)) return [ofInput(node)];
  if (CHECKS.has(componentName)) return [ofCheck(node)];
  switch (componentName) {
    case 'CollapsePanel':
      return [plain(node, 'toggle')];
    case 'Feedback':
      return [plain(node, 'feedback')];
    case 'DropdownButton': {
      const items = readSheetItems(props['actionSheetItems']);
      const menu: Action = { type: 'actionSheet', title: '', message: '', items };
      return [ofAction(node, evaluation, menu, props)];
    }
    case 'ButtonGroup':
      return props['buttonsSource'] === 'fixed' ? [] : [plain(node, 'dynamicEvent')];
    case 'ButtonBlock':
    case 'ButtonList':
      return ofButtons(node, evaluation);
    case 'Table':
      return [plain(node, 'dynamicEvent')];
    case 'Image':
      return ofImage(node, evaluation);
    case 'Loop': {
      const more = ownProp(props, 'onLoadMore');
      const paging = props['paging'] === true && isJsonObject(more);
      return paging ? ofBundle(node, evaluation, more, 'onLoadMore') : [];
    }
    default:
      return ofBundle(node, evaluation, props);
  }
}

function ofImage(node: TemplateNode, evaluation: Evaluation): readonly ActionSummary[] {
  const own = ofBundle(node, evaluation, node.props);
  if (own.length > 0 || node.props['enablePreview'] === false) return own;
  return [plain(node, 'preview')];
}

function ofButtons(node: TemplateNode, evaluation: Evaluation): readonly ActionSummary[] {
  const buttons = ownProp(node.props, 'buttons');
  const nested = isJsonObject(buttons);
  const list = nested ? ownProp(buttons, 'list') : buttons;
  if (!Array.isArray(list)) return [];
  const name = nested ? 'buttons.list' : 'buttons';
  return (list as readonly JsonValue[]).flatMap((entry, index) =>
    isJsonObject(entry) ? ofBundle(node, evaluation, entry, `${name}[${index}]`) : [],
  );
}

function ofBundle(
  node: TemplateNode,
  evaluation: Evaluation,
  bundle: JsonObject,
  part?: string,
): readonly ActionSummary[] {
  const action = readAction(bundle);
  return action.type === 'none' ? [] : [ofAction(node, evaluation, action, bundle, part)];
}

function ofAction(
  node: TemplateNode,
  evaluation: Evaluation,
  action: Action,
  bundle: JsonObject,
  part?: string,
): ActionSummary {
  const fallback = fallbackActionId(evaluation, node, { frames: [] }, bundle);
  const { sends, steps } = stepsOf(action, fallback, unsetActionId(evaluation, node));
  return {
    ...frameOf(node, labelOf(node, bundle), part),
    does: action.type === 'clientApi' ? action.does : action.type,
    ...(sends && { sends }),
    ...detail(detailOf(action)),
    steps,
  };
}

function ofInput(node: TemplateNode): ActionSummary {
  const id = writtenText(node.props['id']);
  const does = node.componentName === 'Form' ? 'request' : inputAction(node.props);
  const label = writtenText(node.props['title']) || writtenText(node.props['submitText']);
  const sends: SentSummary = {
    actionId: id,
    written: id !== '',
    params: [
      // What is entered comes under the id, whatever else is called so.
      ...declared(node).filter(({ name }) => name !== id),
      { name: id, from: 'component', value: node.componentName },
    ],
  };
  return {
    ...frameOf(node, label || writtenText(node.props['placeholder']) || id),
    does,
    ...(does === 'request' ? { sends } : detail(writeTarget(node))),
    steps: [],
  };
}

function ofCheck(node: TemplateNode): ActionSummary {
  const does = inputAction(node.props);
  const sends = { actionId: '1', written: false, params: declared(node) };
  return {
    ...frameOf(node, ''),
    does,
    ...(does === 'request'
      ? node.componentName === 'Checkbox' && { sends }
      : detail(writeTarget(node))),
    steps: [],
  };
}

function detail(text: string): { readonly detail?: string } {
  return text === '' ? {} : { detail: text };
}

/** The local variable an input writes, with the key of a dynamicObject. */
function writeTarget({ props }: TemplateNode): string {
  const names = ['localVarAction', 'localVariable', 'singleLocalVariable'];
  const variable = names.map((name) => variableOf(props[name])).find((name) => name !== '') ?? '';
  const key = writtenText(props['keyOfDynamicObject']);
  return variable === '' || key === '' ? variable : `${variable}.${key}`;
}

function declared(node: TemplateNode): readonly ParamSummary[] {
  return readParams(node.props['params']).map(paramSummary);
}

function plain(node: TemplateNode, does: TapInfo['does'], part?: string): ActionSummary {
  return { ...frameOf(node, labelOf(node, node.props), part), does, steps: [] };
}

function labelOf(node: TemplateNode, bundle: JsonObject): string {
  return writtenText(bundle['text']) || writtenText(node.props['title']);
}

function frameOf(node: TemplateNode, label: string, part?: string) {
  return {
    nodeId: node.id,
    component: node.componentName,
    path: node.path,
    ...(part !== undefined && { part }),
    label: label || node.title || node.id,
  };
}
