import type { Evaluation } from '../evaluate/evaluation.js';

/**
 * The state an AI card is drawn in, `1`…`5`; '' when its data says none of them (template-format §1.4).
 * `flowStatusVar` may be empty: then the reserved variable counts. Where neither is there the card is
 * pending: that is how the platform starts it (card-openapi §4).
 */
export function flowStatusOf(evaluation: Evaluation): string {
  const { switches, template } = evaluation;
  if (switches.flowStatus !== undefined) return switches.flowStatus;
  const place = { frames: [] };
  const bound = evaluation.value(template.root?.props['flowStatusVar'], place);
  const value = isEmpty(bound) ? evaluation.variable('flowStatus', place) : bound;
  if (value === undefined) return PENDING;
  return isEmpty(value) || typeof value === 'object' ? '' : String(value).trim();
}

const PENDING = '1';

const isEmpty = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';
