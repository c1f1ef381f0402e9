import type { JsonObject } from '../../base/json-text.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import type { TemplateNode } from '../template/card-template.js';
import { ownProp, textProp } from './prop.js';

/**
 * `actionIds[0]` of a request whose `actionId` is empty (template-format §4.3); '' when the setting
 * says that nothing is sent.
 */
export function fallbackActionId(
  evaluation: Evaluation,
  node: TemplateNode,
  place: Place,
  bundle: JsonObject,
): string {
  switch (node.componentName) {
    case 'SingleButton':
      return `single_button_${node.id}`;
    case 'ButtonBlock':
    case 'ButtonList':
      return textProp(bundle, 'id') || unsetActionId(evaluation, node);
    case 'Grid':
    case 'Column':
      return 'grid';
    case 'Checkbox':
      return '1';
    case 'Input':
    case 'SelectBlock':
    case 'MultiSelectBlock':
    case 'DatePickerBlock':
    case 'Form':
      return componentId(evaluation, node, place);
    default:
      return unsetActionId(evaluation, node);
  }
}

/** The `id` prop of an input or a form, filled in: `${loop.name}` works. */
export function componentId(evaluation: Evaluation, node: TemplateNode, place: Place): string {
  return evaluation.text(ownProp(node.props, 'id'), place);
}

/** Where the format leaves the id open, a setting decides (template-format §9 no. 1). */
export function unsetActionId({ settings }: Evaluation, node: TemplateNode): string {
  switch (settings.unsetActionId) {
    case 'single_button_<nodeId>':
      return `single_button_${node.id}`;
    case 'nodeId':
      return node.id;
    case 'none':
      return '';
  }
}
