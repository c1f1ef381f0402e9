import type { ErrorParams } from '../../base/errors.js';
import { graphemes } from '../../base/graphemes.js';
import type { FilterSentence } from '../../i18n/filter.js';

/** Why a text is no filter. The sentence is `filter.<code>` of i18n with `params`. */
export interface FilterProblem {
  readonly code: FilterSentence;
  readonly params: ErrorParams;
  /** Offsets into the text, the end excluded; equal where something is missing. */
  readonly start: number;
  readonly end: number;
  /** In characters as people count them, from 1. */
  readonly column: number;
}

/** Thrown and caught within the reading of one filter. */
export class FilterFault {
  readonly problem: FilterProblem;

  constructor(problem: FilterProblem) {
    this.problem = problem;
  }
}

export function filterProblem(
  text: string,
  place: { readonly start: number; readonly end: number },
  code: FilterSentence,
  params: ErrorParams = {},
): FilterProblem {
  const before = text.slice(0, place.start);
  return {
    code,
    params,
    start: place.start,
    end: place.end,
    column: graphemes(before).length + 1,
  };
}
