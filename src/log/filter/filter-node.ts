import type { FieldName, FlagName } from './filter-names.js';

/** A filter as it was understood. Equal filters are equal trees, however they were written. */
export type FilterNode =
  /** Holds for everything: an empty filter. */
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly items: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly item: FilterNode }
  | { readonly kind: 'flag'; readonly flag: FlagName }
  | { readonly kind: 'search'; readonly value: Wildcard }
  | { readonly kind: 'searchFit'; readonly pattern: PatternText }
  | { readonly kind: 'is'; readonly field: FieldRef; readonly value: Wildcard }
  | {
      readonly kind: 'compare';
      readonly field: FieldRef;
      readonly operator: Comparison;
      readonly value: string;
    }
  | { readonly kind: 'fit'; readonly field: FieldRef; readonly pattern: PatternText };

/** What stands between the wildcards: one text when there are none, `['', '']` for `*` alone. */
export type Wildcard = readonly string[];

export type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<=';

export interface PatternText {
  readonly source: string;
  readonly flags: string;
}

export interface FieldRef {
  readonly name: FieldName;
  /** Behind `var.` and `param.`, for these two only. */
  readonly path?: string;
}
