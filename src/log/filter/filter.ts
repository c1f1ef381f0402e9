import { compileFilter, type FilterTest } from './compile-filter.js';
import type { FilterNode } from './filter-node.js';
import type { FilterProblem } from './filter-problem.js';
import { type FilterAbout, parseFilter } from './parse-filter.js';

/** A filter ready for use (docs/filter.md). */
export interface Filter {
  /** As it was written. */
  readonly text: string;
  readonly node: FilterNode;
  readonly test: FilterTest;
}

export type ReadFilter =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly problem: FilterProblem };

/** @param about only what a rule knows about these may be asked; absent: everything */
export function readFilter(text: string, about?: FilterAbout): ReadFilter {
  const parsed = parseFilter(text, about);
  if (!parsed.ok) return parsed;
  const { node } = parsed;
  return { ok: true, filter: { text, node, test: compileFilter(node) } };
}
