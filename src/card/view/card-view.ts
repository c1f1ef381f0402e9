import type { JsonObject } from '../../base/json-text.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import type { Finding } from '../finding.js';
import type { TemplateNode } from '../template/card-template.js';
import type { ViewNode } from './view-node.js';

/** One card for one viewer at one moment. */
export interface CardView {
  /** Absent when nothing is shown, e.g. an AI state without a container; the findings say why. */
  readonly root?: ViewNode;
  /** The line in the list of conversations: `summaryContent`. */
  readonly summary: string;
  /** What stands behind every key that can be touched. */
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly evaluation: Evaluation;
  readonly support: SupportReport;
  /** Reading, evaluating and drawing, each thing once. */
  readonly findings: readonly Finding[];
}

/** The template's side of something that can be touched. Actions are read from here when it happens. */
export interface Binding {
  readonly key: string;
  readonly node: TemplateNode;
  readonly place: Place;
  readonly part?: BindingPart;
  /** Key of the form around it. */
  readonly form?: string;
}

/** Which part of its node, where one node draws several things. */
export type BindingPart =
  /** Entry of `ButtonBlock.buttons` or `ButtonList.buttons.list`. */
  | { readonly kind: 'button'; readonly index: number }
  /** A button or event that came as data: buttonGroup item, dynamicEvent (template-format §2.7). */
  | { readonly kind: 'data'; readonly event: JsonObject; readonly enabled: boolean }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'chip'; readonly index: number }
  | { readonly kind: 'fold' }
  | { readonly kind: 'close' }
  | { readonly kind: 'loadMore' };

/** What of a card is drawn how faithfully (docs/fidelity.md). */
export interface SupportReport {
  readonly components: readonly ComponentUse[];
  /** True when nothing was left out and nothing stands in for something else. */
  readonly complete: boolean;
}

export interface ComponentUse {
  readonly component: string;
  readonly level: 'full' | 'partial' | 'placeholder';
  /** How many of them the view holds. */
  readonly count: number;
  /** What is approximated, keys of i18n/fidelity.ts. */
  readonly approximations: readonly string[];
}
