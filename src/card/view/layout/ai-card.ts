import { findingTable } from '../../finding-codes.js';
import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { flowStatusOf } from '../flow-status.js';
import { flag, prop, scalarText, size, text } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { ViewNode } from '../view-node.js';
import { box, ownTap } from './box.js';
import { backgroundOf } from './box-look.js';
import { cardLook } from './card.js';
import { folding } from './fold.js';

const STATE = 'AICardStatusContainer';

/** States in which the border moves (template-format §2.4). */
const working: ReadonlySet<string> = new Set(['1', '2', '4']);

/** The root of an AI card: the container of the state it is in, and nothing without one. */
export function buildAiCard(node: TemplateNode, at: BuildPlace): ViewNode | undefined {
  const status = flowStatusOf(at.evaluation);
  const inState = node.children.filter(
    (child) => child.componentName !== STATE || isInState(child, at, status),
  );
  if (!inState.some(({ componentName }) => componentName === STATE)) {
    findMissing(node, at, status);
    if (inState.length === 0) return undefined;
  }
  const background = backgroundOf(node, at) ?? themeColours(at.evaluation.switches.theme).card;
  return box(at.base(node), 'aiCard', at.children(inState), {
    look: { ...cardLook(at, 8), background },
    ...heightOf(node, at),
    ...(working.has(status) && flag(at, node, 'enableGradientBorder', true)
      ? { working: true }
      : undefined),
    ...ownTap(node, at),
  });
}

/** `cardSizeHeightMode` other than adaptive: a fixed height. */
function heightOf(node: TemplateNode, at: BuildPlace): { readonly height?: number } {
  const mode = prop(node, 'cardSizeHeightMode') ?? prop(node, 'cardSizeMode') ?? 'adaptive';
  if (mode === 'adaptive') return {};
  const height = size(at, node, 'cardSizeHeight', 0);
  return height > 0 ? { height } : {};
}

function findMissing(node: TemplateNode, at: BuildPlace, status: string): void {
  const code = /^[1-5]$/.test(status) ? 'T346' : 'T352';
  at.find({ code, severity: findingTable[code].severity, path: node.path, params: { status } });
}

const isInState = (state: TemplateNode, at: BuildPlace, status: string): boolean =>
  status !== '' && scalarText(at.evaluation.value(prop(state, 'status'), at.place)) === status;

/** One state's content; AICardContainer decides which is drawn. */
export function buildAiState(node: TemplateNode, at: BuildPlace): ViewNode | undefined {
  if (!isInState(node, at, flowStatusOf(at.evaluation))) return undefined;
  const frame = at.base(node);
  return box(frame, 'state', folding(node, at, frame, at.children(node.children)));
}

/** A vertical stack with an action. */
export function buildAiContent(node: TemplateNode, at: BuildPlace): ViewNode {
  const frame = at.base(node);
  const content = folding(node, at, frame, at.children(node.children));
  return box(frame, 'content', content, ownTap(node, at));
}

/** Spinner and tip. */
export function buildPending(node: TemplateNode, at: BuildPlace): ViewNode {
  return {
    ...at.base(node),
    kind: 'pending',
    tip: text(at, node, 'pendingTip'),
    icon: !flag(at, node, 'hideIcon'),
  };
}
