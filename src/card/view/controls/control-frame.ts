import { statusOf } from '../../act/control-status.js';
import { ownProp, variableOf } from '../../act/prop.js';
import type { TapInfo } from '../../act/tap-info.js';
import { findingTable } from '../../finding-codes.js';
import type { TemplateNode } from '../../template/card-template.js';
import type { BuildPlace } from '../view-builder.js';
import type { ControlState, NodeFrame } from '../view-node.js';
import type { Extent } from '../view-style.js';

export interface ControlFrame extends NodeFrame {
  readonly state: ControlState;
  readonly tap?: TapInfo;
}

/** What all inputs have: frame, state and what touching them does. Their key can be touched. */
export function controlFrame(at: BuildPlace, node: TemplateNode): ControlFrame {
  const tap = at.tapOf(node);
  return {
    ...at.base(node),
    key: at.bind(node),
    state: controlState(at, node, node.props, `${node.path}.props`),
    ...(tap === undefined ? undefined : { tap }),
  };
}

/** The state of a node, or of an entry of one, with a finding where it is dead by mistake. */
export function controlState(
  at: BuildPlace,
  node: TemplateNode,
  props: TemplateNode['props'],
  path: string,
): ControlState {
  const { state, why } = statusOf(at.evaluation, props, at.place);
  const status = ownProp(props, 'status') ?? undefined;
  const code = why === 'status-unset' ? 'T360' : status === undefined ? 'T361' : undefined;
  if (code !== undefined && !withoutStatus.has(node.componentName)) {
    at.find({
      code,
      severity: findingTable[code].severity,
      path: `${path}.status`,
      params: { component: node.componentName, value: variableOf(status) || 'status' },
    });
  }
  return state;
}

/** Have `disabled` instead. */
const withoutStatus: ReadonlySet<string> = new Set([
  'Checkbox',
  'CheckboxList',
  'CheckboxListMulti',
  'CheckableTags',
]);

/** Wide cards of the desktop client have fields of one width (template-format §5.2). */
const WIDE_CARD = 440;
const FIELD_WIDTH = 296;

export function isWideCard({ evaluation: { switches } }: BuildPlace): boolean {
  return switches.platform === 'pc' && switches.width >= WIDE_CARD;
}

/** Width of an input that sets none itself. */
export function fieldWidth(at: BuildPlace, frame: NodeFrame): { readonly width?: Extent } {
  if (frame.width !== undefined || !isWideCard(at)) return {};
  return { width: { kind: 'fixed', px: FIELD_WIDTH } };
}
