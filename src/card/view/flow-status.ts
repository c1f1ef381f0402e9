import type { Evaluation } from '../evaluate/evaluation.js';

/**
 * The state an AI card is drawn in, `1`…`5`; '' when its data says none (template-format §1.4).
 * `flowStatusVar` may be empty: then the reserved variable counts.
 */
export function flowStatusOf(evaluation: Evaluation): string {
  const { switches, template } = evaluation;
  if (switches.flowStatus !== undefined) return switches.flowStatus;
  const place = { frames: [] };
  const bound = evaluation.value(template.root?.props['flowStatusVar'], place);
  const value = isEmpty(bound) ? evaluation.variable('flowStatus', place) : bound;
  return isEmpty(value) || typeof value === 'object' ? '' : String(value).trim();
}

const isEmpty = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';
