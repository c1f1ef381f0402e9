import type { PatternText, Wildcard } from './filter-node.js';

export interface TokenPlace {
  /** Offsets into the text, the end excluded. */
  readonly start: number;
  readonly end: number;
}

export type FilterToken = TokenPlace &
  (
    | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'end' }
    | { readonly kind: 'operator'; readonly operator: FilterOperator }
    /** `isApart`: a blank stands before it, so that it belongs to no field. */
    | { readonly kind: 'fit'; readonly isApart: boolean }
    | ({ readonly kind: 'pattern' } & PatternText)
    | { readonly kind: 'word'; readonly value: Wildcard; readonly isQuoted: boolean }
  );

export type FilterOperator = ':' | '=' | '!=' | '>' | '>=' | '<' | '<=';
