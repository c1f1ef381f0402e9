import type { Evaluation } from '../evaluate/evaluation.js';
import { supportReport } from '../support.js';
import { componentBuilders } from './builders.js';
import type { CardView } from './card-view.js';
import { createTreeBuilder } from './tree-builder.js';

/** Draws a card for one viewer at one moment. Never throws; the findings say what could not be drawn. */
export function buildView(evaluation: Evaluation): CardView {
  const { template } = evaluation;
  const tree = createTreeBuilder(evaluation, componentBuilders);
  const root = template.root === undefined ? undefined : tree.root(template.root);
  const summary = summaryOf(evaluation);
  return {
    ...(root === undefined ? undefined : { root }),
    summary,
    bindings: tree.bindings,
    evaluation,
    support: supportReport(root),
    findings: [...template.findings, ...evaluation.findings, ...tree.findings],
  };
}

/** Long enough for any list of conversations. */
const MAX_SUMMARY = 500;

/** template-format §2.4 `summaryContent`. */
function summaryOf(evaluation: Evaluation): string {
  const value = evaluation.value(evaluation.template.root?.props['summaryContent'], { frames: [] });
  if (value === undefined || value === null || typeof value === 'object') return '';
  return String(value).slice(0, MAX_SUMMARY);
}
